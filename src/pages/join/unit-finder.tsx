import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RegionId } from '../../../shared/core/ids'
import { TextAction } from '../../components/TextAction'
import { UnitSearch } from '../../components/UnitSearch'
import type { NamedUnit } from './answers'
import { namedUnit } from './entry'
import { PlacePicker } from './place-picker'

interface Props {
  readonly label: string
  readonly onFound: (unit: NamedUnit) => void
  readonly agenciesOnly?: boolean
  /** Where to look first. */
  readonly region?: RegionId | undefined
}

/** 找单位: from the registry, or by hand with its place where the registry does not know it. */
export function UnitFinder({ label, onFound, agenciesOnly = false, region }: Props) {
  const [typed, setTyped] = useState<string>()
  if (typed !== undefined) {
    return (
      <View className="join-page">
        <Text className="join-subtitle">{typed}</Text>
        <Text className="join-hint">这家单位在哪儿？选到街道就行。</Text>
        <PlacePicker
          startFrom={region}
          onFound={(place) =>
            onFound({
              reference: { kind: 'by-hand', name: typed, region: place.region },
              name: typed,
              region: place.region,
              place: place.name,
            })
          }
        />
        <TextAction id="join-search-again" label="重新查找" onTap={() => setTyped(undefined)} />
      </View>
    )
  }
  return (
    <UnitSearch
      id="join-unit"
      label={label}
      agenciesOnly={agenciesOnly}
      onPick={(hit) => onFound(namedUnit(hit))}
      onByHand={(name) => setTyped(name.trim().slice(0, 60))}
      {...(region === undefined ? {} : { region })}
    />
  )
}
