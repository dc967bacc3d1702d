import { PersonId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { back, useParams } from '../../services/route'
import { MemberDetail } from '../parts/member-detail'
import { useUnion } from '../parts/use-office'

/** 会员: one member’s page. */
export default function MemberPage() {
  const union = useUnion()
  const person = PersonId.safeParse(useParams()['person'])
  return (
    <Screen title="会员">
      {union !== undefined && person.success ? (
        <MemberDetail union={union} person={person.data} />
      ) : (
        <Empty title="没有找到这位会员" action={{ label: '返回', onTap: () => void back() }} />
      )}
    </Screen>
  )
}
