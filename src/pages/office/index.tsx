import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { session } from '../../../shared/contract/session'
import { HandedCode, type UnionId } from '../../../shared/core/ids'
import { roleName } from '../../../shared/org/officers'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PhoneButton } from '../../components/PhoneButton'
import { Screen } from '../../components/Screen'
import { codeOf } from '../../services/scan'
import { goHome, replaceWith, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { fullDayText } from '../today'

/** 接受任职: an office that somebody above gave to the owner of one phone number. */
export default function OfficePage() {
  const code = HandedCode.safeParse(codeOf(useParams()))
  const grant = useAsk(registry, 'seeGrant', code.success ? { code: code.data } : undefined)
  const me = useAsk(session, 'me', {})
  const take = useAct(registry, 'takeOffice')
  const [taken, setTaken] = useState<UnionId>()
  const gone = grant.problem?.kind === 'refused' && grant.problem.code === 'GRANT_GONE'

  const accept = async () => {
    if (!code.success) return
    const done = await take.run({ code: code.data })
    if (done.ok) setTaken(done.data.union)
  }
  if (taken !== undefined)
    return (
      <Screen title="接受任职">
        <Empty
          title="已经到任"
          note="从现在起，您能在工作台办这个工会的事。"
          action={{
            id: 'office-workbench',
            label: '去工作台',
            onTap: () => void replaceWith('officer/workbench/index', { union: taken }),
          }}
        />
      </Screen>
    )
  const offered = grant.data
  const verified = me.data?.verifiedMobile
  const matches = offered !== undefined && verified === offered.maskedMobile
  return (
    <Screen
      title="接受任职"
      loading={grant.loading || me.loading}
      problem={gone ? undefined : (grant.problem ?? me.problem)}
      onRetry={grant.reload}
      footer={
        matches ? (
          <MainAction id="office-take" label="接受任职" busy={take.busy} onTap={() => void accept()} />
        ) : undefined
      }
    >
      {(!code.success || gone) && (
        <Empty
          title="这个任职码失效了"
          note="任职码三天内有效，只能用一次。请向上级工会要一个新的。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {offered !== undefined && (
        <>
          <Card title={`请您担任${roleName[offered.role]}`} note={offered.unionName}>
            <FactList
              items={[
                { heading: '姓名', text: offered.maskedName },
                { heading: '手机号', text: offered.maskedMobile },
                { heading: '任期到', text: fullDayText(offered.until) },
              ]}
            />
          </Card>
          {!matches && (
            <Card
              title="先用微信验证手机号"
              note={
                verified === undefined
                  ? '任职码写给这个手机号的主人，验证后才能接受。'
                  : `微信已验证的是 ${verified}，和任职码上的不一样。请验证任职码上的号码，或请上级工会重新开。`
              }
            >
              <PhoneButton id="office-verify" label="用微信验证手机号" onVerified={me.reload} />
            </Card>
          )}
          {take.problem !== undefined && <Notice tone="danger">{take.problem.message}</Notice>}
        </>
      )}
    </Screen>
  )
}
