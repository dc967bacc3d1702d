import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { session } from '../../../../shared/contract/session'
import { DocumentChoice } from '../../../../shared/membership/joining'
import { parsePersonId } from '../../../../shared/identity/person-id'
import { documentChoiceName } from '../../../../shared/membership/labels'
import { nationalityChoices } from '../../../../shared/identity/nationalities'
import { ActivateCard } from '../../../components/ActivateCard'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { PhoneButton } from '../../../components/PhoneButton'
import { PickField } from '../../../components/PickField'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { go, goHome } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { today } from '../../today'

const documents = DocumentChoice.options.map((value) => ({ value, label: documentChoiceName[value] }))

/** 找回会员身份 (000 二(三) 会员网上认证): for somebody who is a member already and whom this WeChat does not know yet. */
export default function BindPage() {
  const me = useAsk(session, 'me', {})
  const bind = useAct(membership, 'bindMine')
  const [name, setName] = useState('')
  const [document, setDocument] = useState<DocumentChoice>('resident')
  const [number, setNumber] = useState('')
  const [nationality, setNationality] = useState<string>()
  const [tried, setTried] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly unionName?: string }>()
  const id = parsePersonId(number, today(), document)
  const asksNationality = id.ok && id.nationality === undefined
  const refused = bind.problem?.kind === 'refused' ? bind.problem.fields : {}

  const send = async () => {
    setTried(true)
    if (name.trim() === '' || !id.ok || (asksNationality && nationality === undefined)) return
    const done = await bind.run({
      identity: { name: name.trim(), document, number: number.trim(), ...(asksNationality ? { nationality } : {}) },
    })
    if (done.ok) setOutcome(done.data.outcome === 'bound' ? { unionName: done.data.unionName } : {})
  }
  if (outcome !== undefined)
    return outcome.unionName === undefined ? <NotHere /> : <Bound unionName={outcome.unionName} />
  const verified = me.data?.verifiedMobile
  return (
    <Screen
      title="找回会员身份"
      loading={me.loading}
      problem={me.problem}
      onRetry={me.reload}
      footer={
        verified === undefined ? undefined : (
          <MainAction id="bind-send" label="查找我的会籍" busy={bind.busy} onTap={() => void send()} />
        )
      }
    >
      {me.data !== undefined && verified === undefined && (
        <Card title="先用微信验证手机号" note="用工会花名册上登记的那个号码。别人知道您的证件号码，也不能冒充您。">
          <PhoneButton id="bind-verify" label="用微信验证手机号" onVerified={me.reload} />
        </Card>
      )}
      {verified !== undefined && (
        <>
          <Field
            id="bind-name"
            label="姓名"
            value={name}
            maxLength={50}
            onInput={setName}
            error={tried && name.trim() === '' ? '请写姓名，和证件上的一样' : undefined}
          />
          <PickField id="bind-document" label="证件" value={document} options={documents} onChange={setDocument} />
          <Field
            id="bind-number"
            label="证件号码"
            type={document === 'resident' ? 'idcard' : 'text'}
            value={number}
            maxLength={40}
            onInput={setNumber}
            error={
              refused['identity.number'] ??
              (tried && !id.ok ? (number === '' ? '请写证件号码' : id.message) : undefined)
            }
          />
          {asksNationality && (
            <PickField
              id="bind-nationality"
              label="国籍"
              value={nationality}
              options={nationalityChoices}
              placeholder="请选"
              onChange={setNationality}
              error={tried && nationality === undefined ? '请选国籍' : undefined}
            />
          )}
          <Notice tone="info">{`微信验证的手机号是 ${verified}。要和工会登记的一样，才能自动找回。`}</Notice>
          {bind.problem !== undefined && refused['identity.number'] === undefined && (
            <Notice tone="danger">{bind.problem.message}</Notice>
          )}
        </>
      )}
    </Screen>
  )
}

function Bound({ unionName }: { readonly unionName: string }) {
  return (
    <Screen title="找回会员身份">
      <Empty title="找到了" note={`您是${unionName}的会员，会员身份已经绑定到这个微信。`} />
      <ActivateCard id="bind-activate" />
      <SideAction id="bind-home" label="回首页" onTap={() => void goHome()} />
    </Screen>
  )
}

/** One answer for every number that is not proved: nobody learns here whether somebody else is a member. */
function NotHere() {
  return (
    <Screen title="找回会员身份">
      <Empty
        title="没能自动认出您"
        note="可能是工会登记的手机号不一样，或者还没有您的会籍。请带上证件到工会，由干部当面帮您绑定；还没入会的，可以现在入会。"
        action={{ id: 'bind-join', label: '去入会', onTap: () => void go('pages/join/index') }}
      />
      <SideAction id="bind-not-here-home" label="回首页" onTap={() => void goHome()} />
    </Screen>
  )
}
