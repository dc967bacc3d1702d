import { membership } from '../../../shared/contract/membership'
import { PersonId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { RegistrationSheet } from '../../pages/registration-sheet'
import { PrintAction } from '../../components/PrintAction'
import { back, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'

/** 会员登记表 of one member, for the archive. */
export default function RegistrationFormPage() {
  const union = useUnion()
  const person = PersonId.safeParse(useParams()['person'])
  const asked = union === undefined || !person.success ? undefined : { union, person: person.data }
  const found = useAsk(membership, 'memberForm', asked)
  return (
    <Screen
      title="会员登记表"
      loading={asked !== undefined && found.loading}
      problem={found.problem}
      onRetry={found.reload}
      footer={found.data === undefined ? undefined : <PrintAction />}
    >
      {asked === undefined && <Empty title="没有找到这位会员" action={{ label: '返回', onTap: () => void back() }} />}
      {found.data !== undefined && <RegistrationSheet form={found.data} />}
    </Screen>
  )
}
