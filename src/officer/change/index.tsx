import { PersonId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { back, useParams } from '../../services/route'
import { useUnion } from '../parts/use-office'
import { ChangeFlow } from './flow'
import { changeKinds } from '../parts/change-texts'

/** 会籍变动: one change of one member, one question a page. */
export default function ChangePage() {
  const union = useUnion()
  const params = useParams()
  const person = PersonId.safeParse(params['person'])
  const kind = changeKinds.find((one) => one === params['change'])
  if (union === undefined || !person.success || kind === undefined)
    return (
      <Screen title="会籍变动">
        <Empty title="没有找到这件事" action={{ label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return <ChangeFlow union={union} person={person.data} kind={kind} name={params['name'] ?? '这位会员'} />
}
