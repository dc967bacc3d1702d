import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { HandedCode } from '../../../../shared/core/ids'
import { foundableAlone } from '../../../../shared/org/founding'
import type { FoundingBody } from '../../../../shared/org/union-application'
import { unionTypeName } from '../../../../shared/org/union'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { ChoiceList } from '../../../components/ChoiceList'
import { Election } from '../../../components/Election'
import { draftOfElection, electionOf, emptyElection } from '../../../components/election-draft'
import { Empty } from '../../../components/Empty'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { codeOf } from '../../../services/scan'
import { goHome, useParams } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { today } from '../../today'
import { Founders, foundersIn, type FounderDraft } from './founders'
import { PaperParts, papersOf, type Taken } from './papers'

type Type = FoundingBody['type']

/** 申请建会: by those who prepare it, with the code of the union above; afterwards, what became of it. */
export default function FoundingPage() {
  const code = HandedCode.safeParse(codeOf(useParams()))
  const offer = useAsk(registry, 'foundingOffer', code.success ? { code: code.data } : undefined)
  const gone = offer.problem?.kind === 'refused' && offer.problem.code === 'FOUNDING_OFFER_GONE'
  const sent = offer.data?.application
  return (
    <Screen title="申请建会" loading={offer.loading} problem={gone ? undefined : offer.problem} onRetry={offer.reload}>
      {(!code.success || gone) && (
        <Empty
          title="这个建会邀请失效了"
          note="六十天内有效，谁先报就归谁。请向上级工会要一个新的。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {code.success && offer.data !== undefined && (
        <>
          <Card title={`${offer.data.unitName}建会`} note={`报${offer.data.upperName}批复`} />
          {sent?.state === 'submitted' && (
            <Empty
              title="已经报上去了"
              note="上级工会看过材料会批复，结果会发消息给您。"
              action={{ id: 'founding-home', label: '回首页', onTap: () => void goHome() }}
            />
          )}
          {sent?.state === 'approved' && (
            <Empty
              title="批复同意了"
              note="主席的任职码由上级工会交给本人，到任后在工作台看批复。"
              action={{ id: 'founding-home', label: '回首页', onTap: () => void goHome() }}
            />
          )}
          {sent?.state === 'returned' && (
            <Notice tone="warning" title="退回了，请改好再报">
              {sent.returned?.reason}
            </Notice>
          )}
          {(sent === undefined || sent.state === 'returned') && (
            <Form
              code={code.data}
              unitName={offer.data.unitName}
              termYears={offer.data.termYears}
              onSent={offer.reload}
              before={sent?.body}
            />
          )}
        </>
      )}
    </Screen>
  )
}

interface FormProps {
  readonly code: HandedCode
  readonly unitName: string
  readonly termYears: readonly number[]
  /** What was sent and returned. */
  readonly before: FoundingBody | undefined
  readonly onSent: () => void
}

function Form({ code, unitName, termYears, before, onSent }: FormProps) {
  const apply = useAct(registry, 'applyFounding')
  const [name, setName] = useState(before?.name ?? `${unitName}工会`)
  const [type, setType] = useState<Type | undefined>(before?.type)
  const [election, setElection] = useState(before === undefined ? emptyElection : draftOfElection(before))
  const [founders, setFounders] = useState<readonly FounderDraft[]>(before?.founders ?? [])
  const [agreed, setAgreed] = useState(before?.sensitiveAgreed ?? false)
  const [taken, setTaken] = useState<Taken>({})
  const [tried, setTried] = useState(false)
  const listed = foundersIn(founders)
  const papers = papersOf(taken, founders.length > 0)
  const elected = electionOf(election)
  const termed = election.termYears === undefined ? undefined : Number(election.termYears)
  const complete =
    name.trim().length >= 4 &&
    type !== undefined &&
    elected !== undefined &&
    termed !== undefined &&
    listed !== undefined
  const send = async () => {
    setTried(true)
    if (!complete || papers === undefined) return
    const body = { kind: 'founding' as const, name: name.trim(), type, termYears: termed, founders: listed, ...elected }
    const done = await apply.run({ code, body: { ...body, sensitiveAgreed: agreed }, papers })
    if (done.ok) onSent()
  }
  return (
    <>
      <Field
        id="founding-name"
        label="工会全称"
        value={name}
        maxLength={60}
        onInput={setName}
        error={tried && name.trim().length < 4 ? '请写工会全称' : undefined}
      />
      <ChoiceList
        id="founding-type"
        label="什么类型？"
        value={type}
        options={foundableAlone.map((value) => ({ value, label: unionTypeName[value] }))}
        onChange={setType}
        error={tried && type === undefined ? '请选类型' : undefined}
      />
      <Election draft={election} onChange={setElection} termYears={termYears} tried={tried} today={today()} />
      <Founders founders={founders} onChange={setFounders} tried={tried} />
      {founders.length > 0 && (
        <Check id="founding-agreed" checked={agreed} onChange={setAgreed}>
          首批会员签的入会申请书上，写明同意使用证件号码
        </Check>
      )}
      <PaperParts code={code} taken={taken} onChange={setTaken} letter={founders.length > 0} />
      {tried && papers === undefined && <Notice tone="danger">材料还没有拍齐。</Notice>}
      {tried && !complete && <Notice tone="danger">上面还有没填的。</Notice>}
      {apply.problem !== undefined && <Notice tone="danger">{apply.problem.message}</Notice>}
      <MainAction id="founding-send" label="报上级工会" busy={apply.busy} onTap={() => void send()} />
      <SideAction label="先不报" onTap={() => void goHome()} />
    </>
  )
}
