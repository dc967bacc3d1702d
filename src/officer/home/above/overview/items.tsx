import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../../components/Card'
import { ListRow } from '../../../../components/ListRow'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { clauseOf, type Below } from '../texts'

/** 一个工会的各条, what it lacks first. */
export function Items({ items }: { readonly items: Below['items'] }) {
  const [all, setAll] = useState(false)
  const lacking = items.filter(({ gap }) => gap > 0)
  return (
    <Card title="对照标准" note={`差距 ${lacking.length} 条；没评的要申报、评定时才看`}>
      <View className="home-list home-columns">
        {(all ? items : lacking).map(({ item, standard, no, text, met, gap }) => (
          <ListRow
            key={item}
            id={`item-${item}`}
            title={text}
            note={clauseOf({ standard, no })}
            tag={
              <Tag tone={met > 0 ? 'success' : gap > 0 ? 'danger' : 'neutral'}>
                {met > 0 ? '做到' : gap > 0 ? '有差距' : '没评'}
              </Tag>
            }
          />
        ))}
      </View>
      {!all && lacking.length < items.length && (
        <SideAction id="items-all" label={`看全部 ${items.length} 条`} onTap={() => setAll(true)} />
      )}
    </Card>
  )
}
