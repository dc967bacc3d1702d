import { Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import type { Shown } from '../../../shared/org/small-counts'
import { Card } from '../../components/Card'
import { tappable } from '../../components/tappable'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { monthText, reasonName } from '../parts/texts'

interface Part {
  readonly key: string
  readonly own: number
  readonly below: Shown
}

/** 分原因、分类别: of the last closed month, for the union of one’s own office. */
export function Reasons({ union }: { readonly union: UnionId }) {
  const { data } = useAsk(membership, 'figuresByReason', { union })
  if (data?.month === undefined) return null
  const { month, limit, leaving, kinds, sexes } = data
  return (
    <View className="figures-wide">
      <Parts
        title="减少的原因"
        note={`${monthText(month)}；下级少于 ${limit} 人的不列数字`}
        parts={leaving}
        limit={limit}
        onTap={() => void go('figures/month/index', { union, month })}
      />
      <Parts
        title="会员构成"
        note="按最近一次半年核对"
        parts={[...sexes, ...kinds]}
        limit={limit}
        onTap={(group) => void go('officer/roster/index', { union, group })}
      />
    </View>
  )
}

interface PartsProps {
  readonly title: string
  readonly note: string
  readonly parts: readonly Part[]
  readonly limit: number
  /** To the people of one’s own union whom a part counts. */
  readonly onTap: (key: string) => void
}

function Parts({ title, note, parts, limit, onTap }: PartsProps) {
  return (
    <Card title={title} note={note}>
      {parts.map(({ key, own, below }) => (
        <View
          key={key}
          id={`part-${key}`}
          className="figures-line"
          {...(own === 0
            ? {}
            : {
                onClick: () => onTap(key),
                ...tappable({ role: 'button', label: `${reasonName[key] ?? key} ${own}` }),
              })}
        >
          <Text>{reasonName[key] ?? key}</Text>
          <Text>{`本级 ${own}，下级 ${shownText(below, limit)}`}</Text>
        </View>
      ))}
    </Card>
  )
}

function shownText(shown: Shown, limit: number): string {
  switch (shown.kind) {
    case 'exact':
      return String(shown.count)
    case 'few':
      return `少于 ${limit}`
    case 'withheld':
      return '不单列'
  }
}
