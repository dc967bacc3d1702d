import { View } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { QrCode } from '../../components/QrCode'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { applicationName } from '../parts/registry-texts'

interface Props {
  readonly union: UnionId
  readonly view: UnionApplicationView
  readonly reload: () => void
}

type Grants = readonly { readonly name: string; readonly link: string }[]

/** 批复或退回. */
export function Decide({ union, view: { application, kind, name }, reload }: Props) {
  const approve = useAct(registry, 'approveUnionApplication')
  const giveBack = useAct(registry, 'returnUnionApplication')
  const [asked, setAsked] = useState(false)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [grants, setGrants] = useState<Grants>()
  const problem = approve.problem ?? giveBack.problem
  const agree = async () => {
    const done = await approve.run({ union, application })
    setAsked(false)
    if (!done.ok) return
    if (done.data.grants.length > 0) setGrants(done.data.grants)
    else reload()
  }
  const send = async () => {
    setTried(true)
    if (reason.trim().length < 2) return
    if ((await giveBack.run({ union, application, reason: reason.trim() })).ok) reload()
  }
  if (grants !== undefined) return <Codes grants={grants} onDone={reload} />
  return (
    <View className="decide">
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {returning ? (
        <>
          <Field
            id="application-reason"
            label="哪里要改？"
            value={reason}
            maxLength={200}
            multiline
            onInput={setReason}
            error={tried && reason.trim().length < 2 ? '请写一句哪里要改' : undefined}
          />
          <MainAction id="application-return-sure" label="退回" busy={giveBack.busy} onTap={() => void send()} />
          <SideAction id="application-keep" label="再看看" onTap={() => setReturning(false)} />
        </>
      ) : (
        <>
          <MainAction id="application-approve" label="批复同意" onTap={() => setAsked(true)} />
          <SideAction id="application-return" label="退回，要改" onTap={() => setReturning(true)} />
        </>
      )}
      <Confirm
        open={asked}
        title={`同意${name}${applicationName[kind]}？`}
        text={effectOf[kind]}
        confirmLabel="批复同意"
        danger={kind === 'dissolution'}
        busy={approve.busy}
        onCancel={() => setAsked(false)}
        onConfirm={() => void agree()}
      />
    </View>
  )
}

const effectOf: Readonly<Record<UnionApplicationView['kind'], string>> = {
  founding: '工会、委员会和任期马上登记，批复自动编号。',
  're-election': '新一届委员会和任期马上登记，批复自动编号。',
  'by-election': '补选的结果马上登记，批复自动编号。',
  dissolution: '从现在起它不再接收新会员，不能恢复。会员理好名单、通知本人以后再安排。',
}

/** 任职码, shown once: each for the owner of one phone. */
function Codes({ grants, onDone }: { readonly grants: Grants; readonly onDone: () => void }) {
  return (
    <>
      {grants.map(({ name, link }, at) => (
        <View key={link} className="detail-code">
          <Card title={`${name}的任职码`} note="三天内有效，请本人用微信扫；过期了到“干部与任期”重新开。" />
          <QrCode id={`grant-${at}`} text={link} size={220} label={`${name}的任职码`} />
        </View>
      ))}
      <MainAction id="application-codes-done" label="交给他们了，看批复" onTap={onDone} />
    </>
  )
}
