import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry, type RegionHit } from '../../shared/contract/registry'
import type { RegionId } from '../../shared/core/ids'
import { useAsk } from '../services/use-ask'
import { ListRow } from './ListRow'
import { ProblemState } from './ProblemState'
import { TextAction } from './TextAction'
import { Waiting } from './Waiting'
import './RegionPicker.scss'
import { last } from '../../shared/core/own'

export interface PickedRegion {
  readonly region: RegionId
  readonly name: string
}

export interface RegionPickerProps {
  readonly value?: PickedRegion
  readonly onPick: (place: PickedRegion) => void
  readonly id: string
  /** Where to begin; the whole list is one tap away. */
  readonly startFrom?: RegionId
}

/** From how deep on a place is exact enough to be taken: city, district, street. */
const streetDepth = 3

/** 选地方: from the city down, a tap a level; a street is enough, a community is better. */
export function RegionPicker({ value, onPick, id, startFrom }: RegionPickerProps) {
  const [parent, setParent] = useState<RegionId | undefined>(value?.region ?? startFrom)
  const inside = useAsk(registry, 'regions', parent === undefined ? {} : { parent })
  const path = inside.data?.path ?? []
  const here = last(path)
  const choose = (hit: RegionHit) => {
    if (hit.leaf) onPick({ region: hit.region, name: nameOf([...path.map(({ name }) => name), hit.name]) })
    else setParent(hit.region)
  }
  return (
    <View className="region" id={id}>
      <View className="region-path">
        <TextAction id={`${id}-top`} label="全部城市" onTap={() => setParent(undefined)} />
        {path.map((step) => (
          <TextAction key={step.region} label={`› ${step.name}`} onTap={() => setParent(step.region)} />
        ))}
      </View>
      {inside.problem !== undefined && <ProblemState problem={inside.problem} onRetry={inside.reload} />}
      {inside.data === undefined && inside.loading && <Waiting />}
      {here !== undefined && path.length >= streetDepth && (
        <ListRow
          id={`${id}-here`}
          title={`就在${here.name}`}
          note="不清楚是哪个社区，选到这里就行"
          onTap={() => onPick({ region: here.region, name: nameOf(path.map(({ name }) => name)) })}
        />
      )}
      {inside.data?.regions.map((hit) => (
        <ListRow
          key={hit.region}
          id={`${id}-${hit.region}`}
          title={hit.name}
          selected={hit.region === value?.region}
          onTap={() => choose(hit)}
        />
      ))}
    </View>
  )
}

/** 市南区 中山路街道: the city is known to everybody there. */
function nameOf(names: readonly string[]): string {
  return (names.length > 1 ? names.slice(1) : names).join(' ')
}
