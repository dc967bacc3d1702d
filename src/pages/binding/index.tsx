import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { HandedCode } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { codeOf } from '../../services/scan'
import { goHome, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'

/** 当面绑定: the member’s own phone takes the code that the officer shows; a second officer confirms later. */
export default function BindingPage() {
  const code = HandedCode.safeParse(codeOf(useParams()))
  const seen = useAsk(membership, 'seeBinding', code.success ? { code: code.data } : undefined)
  const take = useAct(membership, 'takeBinding')
  const [taken, setTaken] = useState(false)
  const gone = seen.problem?.kind === 'refused' && seen.problem.code === 'BINDING_GONE'

  const accept = async () => {
    if (code.success && (await take.run({ code: code.data })).ok) setTaken(true)
  }
  if (taken)
    return (
      <Screen title="绑定会员身份">
        <Empty
          title="等另一位工会干部确认"
          note="为了防止冒用，要由另一位干部再核对一次，最晚七天。确认后首页会告诉您。"
          action={{ id: 'binding-home', label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return (
    <Screen title="绑定会员身份" loading={seen.loading} problem={gone ? undefined : seen.problem} onRetry={seen.reload}>
      {(!code.success || gone) && (
        <Empty
          title="这个绑定码失效了"
          note="绑定码只用十分钟。请工会干部重新出示。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {seen.data !== undefined && (
        <>
          <Card
            title={`您是${seen.data.maskedName}吗？`}
            note={`${seen.data.unionName}的会员。绑定后，这个微信就是您的会员身份。`}
          />
          {take.problem !== undefined && <Notice tone="danger">{take.problem.message}</Notice>}
          <MainAction id="binding-take" label="是我，绑定" busy={take.busy} onTap={() => void accept()} />
          <SideAction id="binding-not-me" label="不是我" disabled={take.busy} onTap={() => void goHome()} />
        </>
      )}
    </Screen>
  )
}
