import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { UnionId, type FileId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { momentText } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { paperName } from '../parts/event-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { AskMove } from './ask-move'

type Reaffiliation = z.output<typeof registry.procedures.reaffiliation.output>

/** 变更隶属: asked by the upper union that gives, answered by the one that takes. */
export default function ReaffiliationPage() {
  const union = useUnion()
  const { moving, reaffiliation } = useParams()
  const id = UnionId.safeParse(moving)
  const [asked, setAsked] = useState<string | undefined>(reaffiliation)
  const found = useAsk(
    registry,
    'reaffiliation',
    union === undefined || asked === undefined ? undefined : { union, reaffiliation: asked },
  )
  return (
    <Screen title="变更隶属" loading={found.loading} problem={found.problem} onRetry={found.reload}>
      {union !== undefined && asked === undefined && id.success && (
        <AskMove union={union} moving={id.data} onAsked={setAsked} />
      )}
      {union !== undefined && asked !== undefined && found.data !== undefined && (
        <>
          <Card title={found.data.name} note={`${momentText(found.data.askedAt)}提出`}>
            <FactList
              items={[
                { heading: '现在的上级', text: found.data.fromName },
                { heading: '新的上级', text: found.data.toName },
                { heading: '原因', text: found.data.reason },
              ]}
            />
          </Card>
          {found.data.papers.map(({ paper, file }) => (
            <Paper key={file} union={union} reaffiliation={asked} paper={paper} file={file} />
          ))}
          <Standing view={found.data} />
          {found.data.state === 'asked' && (
            <Answer union={union} reaffiliation={asked} view={found.data} reload={found.reload} />
          )}
        </>
      )}
    </Screen>
  )
}

function Standing({ view: { state, toName, refusal, side } }: { readonly view: Reaffiliation }) {
  switch (state) {
    case 'asked':
      return side === 'gives' ? <Notice tone="info">等{toName}接收。</Notice> : null
    case 'refused':
      return (
        <Notice tone="warning" title={`${toName}没有接收`}>
          {refusal}
        </Notice>
      )
    case 'withdrawn':
      return <Notice tone="info">已经撤回。</Notice>
    case 'carrying':
      return <Notice tone="success">已经归{toName}领导，下面的工会正在跟着改。</Notice>
    case 'done':
      return <Notice tone="success">已经归{toName}领导，下面的工会都改好了。</Notice>
    default:
      return unreachable(state)
  }
}

interface AnswerProps {
  readonly union: UnionId
  readonly reaffiliation: string
  readonly view: Reaffiliation
  readonly reload: () => void
}

function Answer({ union, reaffiliation, view: { side, name, toName }, reload }: AnswerProps) {
  const answer = useAct(registry, 'answerReaffiliation')
  const withdraw = useAct(registry, 'withdrawReaffiliation')
  const [sure, setSure] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problem = answer.problem ?? withdraw.problem
  const take = async () => {
    const done = await answer.run({ union, reaffiliation, verdict: { kind: 'take' } })
    setSure(false)
    if (done.ok) reload()
  }
  const refuse = async () => {
    setTried(true)
    if (reason.trim().length < 2) return
    const verdict = { kind: 'refuse' as const, reason: reason.trim() }
    if ((await answer.run({ union, reaffiliation, verdict })).ok) reload()
  }
  const takeBack = async () => {
    if ((await withdraw.run({ union, reaffiliation })).ok) reload()
  }
  return (
    <View className="decide">
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {side === 'gives' && (
        <SideAction id="move-withdraw" label="撤回" busy={withdraw.busy} onTap={() => void takeBack()} />
      )}
      {side === 'takes' && !refusing && (
        <>
          <MainAction id="move-take" label="接收" onTap={() => setSure(true)} />
          <SideAction id="move-refuse" label="不接收" onTap={() => setRefusing(true)} />
        </>
      )}
      {side === 'takes' && refusing && (
        <>
          <Field
            id="move-refusal"
            label="为什么不接收？"
            value={reason}
            maxLength={200}
            multiline
            onInput={setReason}
            error={tried && reason.trim().length < 2 ? '请写一句原因' : undefined}
          />
          <MainAction id="move-refuse-sure" label="不接收" busy={answer.busy} onTap={() => void refuse()} />
          <SideAction id="move-keep" label="再看看" onTap={() => setRefusing(false)} />
        </>
      )}
      <Confirm
        open={sure}
        title={`接收${name}？`}
        text={`它和它下面的工会，从现在起归${toName}领导。会员的会籍不动。`}
        confirmLabel="接收"
        busy={answer.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void take()}
      />
    </View>
  )
}

interface PaperProps {
  readonly union: UnionId
  readonly reaffiliation: string
  readonly paper: Reaffiliation['papers'][number]['paper']
  readonly file: FileId
}

/** It comes when it is opened. */
function Paper({ union, reaffiliation, paper, file }: PaperProps) {
  const [open, setOpen] = useState(false)
  const asked = useAsk(registry, 'reaffiliationPaper', open ? { union, reaffiliation, file } : undefined)
  return (
    <Card title={paperName[paper]} {...(asked.data?.sentBy === undefined ? {} : { note: `${asked.data.sentBy}报的` })}>
      {asked.data === undefined ? (
        <SideAction id={`paper-${paper}`} label="看一看" busy={asked.loading} onTap={() => setOpen(true)} />
      ) : (
        <Image className="paper" src={asked.data.picture} mode="widthFix" ariaLabel={paperName[paper]} />
      )}
      {asked.problem !== undefined && <Notice tone="danger">{asked.problem.message}</Notice>}
    </Card>
  )
}
