import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { registry, type UnitHit } from '../../shared/contract/registry'
import type { RegionId } from '../../shared/core/ids'
import { useAsk } from '../services/use-ask'
import { Field } from './Field'
import { ListRow } from './ListRow'
import { Notice } from './Notice'
import { ProblemState } from './ProblemState'
import { Waiting } from './Waiting'

export interface UnitSearchProps {
  readonly label: string
  readonly onPick: (unit: UnitHit) => void
  /** The registry does not know it: the name as it was typed. */
  readonly onByHand: (name: string) => void
  readonly region?: RegionId
  readonly agenciesOnly?: boolean
  readonly id: string
}

const pauseMs = 350
const shortest = 2

/** 按名称找单位: looks while somebody types, after a short pause; what is not found is written by hand. */
export function UnitSearch({ label, onPick, onByHand, region, agenciesOnly = false, id }: UnitSearchProps) {
  const [typed, setTyped] = useState('')
  const text = usePaused(typed.trim(), pauseMs)
  const wanted =
    text.length < shortest
      ? undefined
      : { text, ...(region === undefined ? {} : { region }), ...(agenciesOnly ? { agenciesOnly } : {}) }
  const found = useAsk(registry, 'searchUnits', wanted)
  const current = wanted !== undefined && text === typed.trim()
  const units = current ? (found.data?.units ?? []) : []
  return (
    <>
      <Field id={id} label={label} value={typed} onInput={setTyped} placeholder="写名称里的两三个字" maxLength={40} />
      {wanted !== undefined && found.problem !== undefined && (
        <ProblemState problem={found.problem} onRetry={found.reload} />
      )}
      {wanted !== undefined && found.loading && found.data === undefined && <Waiting />}
      {units.map((unit) => (
        <ListRow
          key={unit.unit}
          id={`${id}-${unit.unit}`}
          title={unit.name}
          note={unit.place}
          onTap={() => onPick(unit)}
        />
      ))}
      {current && found.data !== undefined && (
        <Notice
          tone="info"
          title={units.length === 0 ? '没有找到这家单位' : '都不是？'}
          action={{ id: `${id}-by-hand`, label: `手工填写“${typed.trim()}”`, onTap: () => onByHand(typed.trim()) }}
        >
          <View>
            {units.length === 0
              ? '换个叫法试试，比如营业执照上的名称；也可以直接手工填写，工会会核对。'
              : '工会会核对手工填写的单位。'}
          </View>
        </Notice>
      )}
    </>
  )
}

/** The value once it has stood still for a while. */
function usePaused(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
