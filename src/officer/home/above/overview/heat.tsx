import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnionId } from '../../../../../shared/core/ids'
import { toldIn } from '../../../../../shared/home/above/sums'
import { Card } from '../../../../components/Card'
import { ListRow } from '../../../../components/ListRow'
import { SideAction } from '../../../../components/SideAction'
import { Bars } from '../../../parts/bars'
import { go } from '../../../../services/route'
import { standardName, shareText, type Below } from '../texts'

const first = 8

interface Props {
  readonly union: UnionId
  readonly items: Below['items']
}

/** 各条达标情况, the weakest first; a tap shows who lacks it. */
export function Heat({ union, items }: Props) {
  const [all, setAll] = useState(false)
  return (
    <Card title="最弱的在前" note="评了的工会里多少做到；点开看哪些还没有">
      <View className="home-list home-columns">
        {(all ? items : items.slice(0, first)).map((heat) => {
          const { item, standard, section, no, text, met, gap, open } = heat
          const of = toldIn(heat)
          return (
            <ListRow
              key={item}
              id={`heat-${item}`}
              title={text}
              note={`${standardName[standard]}${section === standardName[standard] ? '' : `·${section}`} 第 ${no} 条；有差距 ${gap} 家，没评 ${open} 家`}
              onTap={() => void go('officer/home/above/below/index', { union, item })}
            >
              <Bars items={[{ label: shareText(met, of), count: met }]} of={of} />
            </ListRow>
          )
        })}
      </View>
      {!all && items.length > first && (
        <SideAction id="heat-all" label={`看全部 ${items.length} 条`} onTap={() => setAll(true)} />
      )}
    </Card>
  )
}
