import { useState } from 'react'
import { Filters } from '../../components/Filters'
import { Screen } from '../../components/Screen'
import { useUnion } from '../parts/use-office'
import { Line } from './line'
import { Place } from './place'
import './index.scss'

type Relation = 'line' | 'place'

/** 组织树: by the line of leadership (条), or by the place (块); a level at a time, wherever it is opened. */
export default function TreePage() {
  const union = useUnion()
  const [by, setBy] = useState<Relation>('line')
  return (
    <Screen title="组织树" wide loading={union === undefined}>
      <Filters
        id="tree"
        value={by}
        options={[
          { value: 'line', label: '按上下级（条）' },
          { value: 'place', label: '按地区（块）' },
        ]}
        onChange={setBy}
      />
      {union !== undefined && by === 'line' && <Line union={union} />}
      {union !== undefined && by === 'place' && <Place union={union} />}
    </Screen>
  )
}
