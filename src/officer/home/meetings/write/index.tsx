import { home } from '../../../../../shared/contract/home'
import { MemberCongressId, StaffCongressId, type UnionId } from '../../../../../shared/core/ids'
import { MeetingKind } from '../../../../../shared/home/meetings/facts'
import { Empty } from '../../../../components/Empty'
import { Screen } from '../../../../components/Screen'
import { useUnion } from '../../../parts/use-office'
import { today } from '../../../../pages/today'
import { back, useParams } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { meetingName } from '../texts'
import { draftOf, emptyDraft, type Draft } from './draft'
import { MeetingForm } from './form'

/** 登记、修改一次会议; of the kind that the link names, and of no other. */
export default function WriteMeetingPage() {
  const union = useUnion()
  const { meeting, id } = useParams()
  const kind = MeetingKind.safeParse(meeting)
  if (union === undefined || !kind.success)
    return (
      <Screen title="登记会议">
        <Empty title="没有找到要登记的会" action={{ id: 'meeting-back', label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  if (id === undefined) return <Anew union={union} meeting={kind.data} />
  return <Amend union={union} meeting={kind.data} id={id} />
}

/** 第几次 is the one after the last; whoever counts otherwise changes it. */
function Anew({ union, meeting }: { readonly union: UnionId; readonly meeting: MeetingKind }) {
  const page = useAsk(home, 'meetingsOfUnion', { union, year: Number(today().slice(0, 4)) })
  const last = page.data?.rows.find((row) => row.meeting === meeting)
  const start: Draft =
    last === undefined
      ? emptyDraft
      : {
          ...emptyDraft,
          period: String(last.period),
          session: String(last.session + 1),
          form: last.delegates ? 'delegates' : 'everybody',
          entitled: String(last.entitled),
        }
  if (page.data === undefined)
    return (
      <Screen
        title={`登记${meetingName[meeting]}`}
        loading={page.loading}
        problem={page.problem}
        onRetry={page.reload}
      />
    )
  return <MeetingForm union={union} meeting={meeting} start={start} />
}

interface AmendProps {
  readonly union: UnionId
  readonly meeting: MeetingKind
  readonly id: string
}

function Amend({ union, meeting, id }: AmendProps) {
  const member = MemberCongressId.safeParse(id)
  const staff = StaffCongressId.safeParse(id)
  const ofMembers = useAsk(home, 'memberCongress', member.success ? { union, id: member.data } : undefined)
  const ofStaff = useAsk(home, 'staffCongress', staff.success ? { union, id: staff.data } : undefined)
  const page = meeting === 'members' ? ofMembers : ofStaff
  if (page.data === undefined)
    return (
      <Screen
        title={`修改${meetingName[meeting]}的记录`}
        loading={page.loading}
        problem={page.problem}
        onRetry={page.reload}
      />
    )
  const { version, facts } = page.data
  return <MeetingForm union={union} meeting={meeting} start={draftOf(facts)} amends={{ id, seen: version }} />
}
