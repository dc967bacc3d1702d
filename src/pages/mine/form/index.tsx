import { membership } from '../../../../shared/contract/membership'
import { Empty } from '../../../components/Empty'
import { PrintAction } from '../../../components/PrintAction'
import { RegistrationSheet } from '../../registration-sheet'
import { Screen } from '../../../components/Screen'
import { goHome } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'

/** 我的会员登记表. */
export default function MyFormPage() {
  const found = useAsk(membership, 'myForm', {})
  const form = found.data?.form
  return (
    <Screen
      title="会员登记表"
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      footer={form === undefined ? undefined : <PrintAction />}
    >
      {found.data !== undefined && form === undefined && (
        <Empty
          title="还没有登记表"
          note="入会以后自动生成，不用您填。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {form !== undefined && <RegistrationSheet form={form} />}
    </Screen>
  )
}
