import { home } from '../../../shared/contract/home'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { fullDayText, today } from '../../pages/today'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../../officer/parts/use-office'
import { meetingName, sessionText } from './texts'

/** 两个大会: what was held this year, each kind by itself. */
export default function MeetingsPage() {
  const union = useUnion()
  const year = Number(today().slice(0, 4))
  const page = useAsk(home, 'meetingsOfUnion', union === undefined ? undefined : { union, year })
  const rows = page.data?.rows ?? []
  return (
    <Screen title="两个大会" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {page.data !== undefined && rows.length === 0 && (
        <Empty title="今年还没有登记会议" note="会员（代表）大会和职工（代表）大会分别召开，分别登记，不能互相代替。" />
      )}
      {rows.map((row) => (
        <ListRow
          key={row.id}
          id={`meeting-${row.id}`}
          title={sessionText(row)}
          note={`${fullDayText(row.day)}，应到 ${row.entitled} 人，实到 ${row.attended} 人`}
          tag={<Tag tone="neutral">{meetingName[row.meeting]}</Tag>}
        />
      ))}
    </Screen>
  )
}
