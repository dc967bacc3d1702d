import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { ListRow } from '../../../components/ListRow'
import { Tag } from '../../../components/Tag'
import { standardName, type Below } from '../texts'

/** 一个工会的各条, what it lacks first. */
export function Items({ items }: { readonly items: Below['items'] }) {
  return (
    <Card title="对照标准" note="差距在前；没评的要申报、评定时才看">
      <View className="home-list home-columns">
        {items.map(({ item, standard, no, text, met, gap }) => (
          <ListRow
            key={item}
            id={`item-${item}`}
            title={text}
            note={`${standardName[standard]} 第 ${no} 条`}
            tag={
              <Tag tone={met > 0 ? 'success' : gap > 0 ? 'danger' : 'neutral'}>
                {met > 0 ? '做到' : gap > 0 ? '有差距' : '没评'}
              </Tag>
            }
          />
        ))}
      </View>
    </Card>
  )
}
