import { useReachBottom } from '@tarojs/taro'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { go } from '../../services/route'
import { fullDayText } from '../../pages/today'
import { useOffice } from '../parts/use-office'
import { useLetters } from './use-letters'

/** 入会申请书: 一式两份; the union above keeps the second (003 附件2). */
export default function LettersPage() {
  const { office, loading, problem, none, reload } = useOffice()
  const letters = useLetters(office?.union)
  useReachBottom(letters.more)
  return (
    <Screen
      title="入会申请书"
      loading={loading || letters.loading}
      problem={problem ?? letters.problem}
      onRetry={problem === undefined ? letters.reload : reload}
    >
      {none && <Empty title="您还没有看申请书的权限" note="由上级工会在系统里登记后，这里会出现。" />}
      {letters.loaded && letters.rows.length === 0 && (
        <Empty
          title="还没有申请书"
          note={
            office?.leads === true ? '下级工会批准入会后，第二份会出现在这里。' : '批准入会后，申请书会出现在这里。'
          }
        />
      )}
      {letters.rows.map((row) => (
        <ListRow
          key={row.application}
          id={`letter-${row.application}`}
          title={row.maskedName}
          note={`${row.unionName} · ${fullDayText(row.approvedOn)}批准`}
          tag={<Tag tone="neutral">{row.onPaper ? '纸质签名' : row.signed ? '手写签名' : '勾选同意'}</Tag>}
          onTap={() => void go('officer/letter/index', { union: row.union, application: row.application })}
        />
      ))}
      {letters.hasMore && (
        <TextAction id="letters-more" label={letters.loadingMore ? '正在加载…' : '再看一些'} onTap={letters.more} />
      )}
    </Screen>
  )
}
