import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { PaperFields, type Papers } from '../parts/papers'

interface Props {
  readonly union: UnionId
  readonly moving: UnionId
  readonly onAsked: (reaffiliation: string) => void
}

const needed = ['report', 'reply'] as const

/** 提出变更隶属: to whom, why, and the papers. */
export function AskMove({ union, moving, onAsked }: Props) {
  const ask = useAct(registry, 'askReaffiliation')
  const [name, setName] = useState('')
  const [looked, setLooked] = useState('')
  const [to, setTo] = useState<UnionId>()
  const [reason, setReason] = useState('')
  const [papers, setPapers] = useState<Papers>({})
  const [tried, setTried] = useState(false)
  const found = useAsk(registry, 'unionsNamed', looked.length < 2 ? undefined : { union, name: looked })
  const rows = found.data?.rows.filter((row) => row.union !== moving && row.union !== union)
  const { report, reply } = papers
  const send = async () => {
    setTried(true)
    if (to === undefined || reason.trim().length < 2 || report === undefined || reply === undefined) return
    const done = await ask.run({
      union,
      moving,
      to,
      reason: reason.trim(),
      papers: [
        { paper: 'report', file: report },
        { paper: 'reply', file: reply },
      ],
    })
    if (done.ok) onAsked(done.data.reaffiliation)
  }
  const look = () => {
    setTo(undefined)
    setLooked(name.trim())
  }
  return (
    <>
      <Field
        id="move-name"
        label="以后归哪个工会领导？写全称"
        value={name}
        maxLength={60}
        onInput={setName}
        error={tried && to === undefined ? '请写全称，找到以后点一下' : undefined}
      />
      <SideAction id="move-look" label="找一找" busy={found.loading} onTap={look} />
      {found.problem !== undefined && <Notice tone="danger">{found.problem.message}</Notice>}
      {rows?.length === 0 && <Notice tone="warning">没有叫这个名称的工会，请核对全称，一个字都不能差。</Notice>}
      {rows !== undefined && rows.length > 0 && (
        <ChoiceList
          id="move-to"
          label="是这个吗？"
          value={to}
          options={rows.map((row) => ({
            value: row.union,
            label: row.name,
            note: row.upperName === '' ? '没有上级' : `上级是${row.upperName}`,
          }))}
          onChange={setTo}
        />
      )}
      <Field
        id="move-reason"
        label="为什么变更？"
        value={reason}
        maxLength={200}
        multiline
        onInput={setReason}
        error={tried && reason.trim().length < 2 ? '请写一句原因' : undefined}
      />
      <PaperFields
        union={union}
        needed={needed}
        papers={papers}
        onChange={setPapers}
        error={tried && (report === undefined || reply === undefined) ? '报告和批复都要拍' : undefined}
      />
      {ask.problem !== undefined && <Notice tone="danger">{ask.problem.message}</Notice>}
      <MainAction id="move-send" label="请对方接收" busy={ask.busy} onTap={() => void send()} />
    </>
  )
}
