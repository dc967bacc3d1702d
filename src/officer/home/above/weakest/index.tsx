import { View } from '@tarojs/components'
import { home } from '../../../../../shared/contract/home'
import { Empty } from '../../../../components/Empty'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { useUnion } from '../../../parts/use-office'
import { back } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { Guided } from './guided'
import '../above.scss'

/** 先帮谁: those with the largest share of gaps, each with what was advised last. */
export default function WeakestPage() {
  const union = useUnion()
  const asked = useAsk(home, 'weakestBelow', union === undefined ? undefined : { union })
  const rows = asked.data?.rows ?? []
  return (
    <Screen title="先帮谁" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && rows.length === 0 && (
        <Empty
          title="下面的工会都没有差距"
          note="每天对照标准数一遍。"
          action={{ id: 'weakest-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {rows.length > 0 && <Notice tone="info">差距占得多的在前，最多 20 家。建议会告诉那里的主席。</Notice>}
      {union !== undefined && (
        <View className="home-list home-columns">
          {rows.map((row) => (
            <Guided key={row.union} union={union} row={row} onDone={asked.reload} />
          ))}
        </View>
      )}
    </Screen>
  )
}
