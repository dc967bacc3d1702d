import { Text } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { UnionId } from '../../../shared/core/ids'
import { papersFor, papersMissing } from '../../../shared/membership/union-event'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { replaceWith } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'
import { paperName } from '../parts/event-texts'
import { PaperFields, papersIn, type Papers } from '../parts/papers'
import { useUnion } from '../parts/use-office'
import { useUnionsBelow } from '../parts/use-unions-below'
import '../parts/parts.scss'

type How = 'merged' | 'goes-on' | 'ended'

/** 撤销与合并: which union below, what happens to its people, why, and the papers. */
export default function EndingPage() {
  const union = useUnion()
  const below = useUnionsBelow(union)
  const [picked, setPicked] = useState<string>()
  const ending = UnionId.safeParse(picked)
  const options = (below.unions ?? []).map(({ union: id, name }) => ({ value: String(id), label: name }))
  return (
    <Screen title="撤销与合并" loading={below.loading} problem={below.problem} onRetry={below.reload}>
      {below.unions !== undefined && union !== undefined && (
        <>
          <Notice tone="warning">
            任何组织和个人不得随意撤销、合并工会（《工会法》第十三条）。要有会员（代表）大会决议，报上一级工会批准。
          </Notice>
          <PickField id="ending-union" label="哪个工会？" value={picked} options={options} onChange={setPicked} />
          {ending.success && <End key={ending.data} union={union} ending={ending.data} others={options} />}
        </>
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly ending: UnionId
  readonly others: readonly { readonly value: string; readonly label: string }[]
}

function End({ union, ending, others }: Props) {
  const seen = useAsk(registry, 'endPreview', { union, ending })
  const { data, problem } = seen
  if (problem !== undefined) return <Notice tone="danger">{problem.message}</Notice>
  if (data === undefined) return null
  return (
    <>
      <Card title={data.name} note="要安排好的">
        <Bars
          items={[
            { label: '会员', count: data.active },
            { label: '保留会籍的会员', count: data.retained },
            { label: '在办的申请', count: data.applications },
            { label: '单位', count: data.units },
            { label: '在任干部', count: data.officers },
          ]}
        />
      </Card>
      {data.leadsOthers ? (
        <Notice tone="danger">它下面还有工会。请先把下面的工会归到别处，再来办。</Notice>
      ) : (
        <EndForm
          union={union}
          ending={ending}
          name={data.name}
          others={others.filter(({ value }) => value !== String(ending))}
        />
      )}
    </>
  )
}

function EndForm({ union, ending, name, others }: Props & { readonly name: string }) {
  const dissolve = useAct(registry, 'dissolveUnion')
  const merge = useAct(registry, 'mergeUnion')
  const [how, setHow] = useState<How>()
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const [papers, setPapers] = useState<Papers>({})
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState(false)
  const successor = UnionId.safeParse(to)
  const [missing] = papersMissing(
    'dissolved',
    papersIn(papers).map(({ paper }) => paper),
  )
  const complete =
    how !== undefined && reason.trim().length >= 2 && missing === undefined && (how !== 'merged' || successor.success)
  const problem = dissolve.problem ?? merge.problem

  const send = async () => {
    const common = { union, ending, reason: reason.trim(), papers: papersIn(papers) }
    if (how === undefined) return
    const done =
      how === 'merged'
        ? successor.success
          ? await merge.run({ ...common, successor: successor.data })
          : undefined
        : await dissolve.run({ ...common, employment: how })
    setAsked(false)
    if (done?.ok === true) void replaceWith('officer/event/index', { union, event: done.data.event })
  }
  return (
    <>
      <ChoiceList
        id="ending-how"
        label="怎么办？"
        value={how}
        options={[
          { value: 'merged', label: '合并到别的工会', note: '会员、单位一起过去，由接收的工会确认' },
          { value: 'goes-on', label: '撤销，单位还在', note: '会员按“谁用工谁组织”重新归到合适的工会' },
          { value: 'ended', label: '撤销，单位也没了', note: '会籍保留，找到工作后接续' },
        ]}
        onChange={setHow}
      />
      {tried && how === undefined && <Notice tone="danger">请选一项。</Notice>}
      {how === 'merged' && (
        <PickField
          id="ending-to"
          label="合并到哪个工会"
          value={to}
          options={others}
          onChange={setTo}
          error={tried && !successor.success ? '请选一个工会' : undefined}
        />
      )}
      <Field
        id="ending-reason"
        label="原因"
        value={reason}
        maxLength={200}
        multiline
        onInput={setReason}
        error={tried && reason.trim().length < 2 ? '请写一句原因' : undefined}
      />
      <Text className="detail-note">材料</Text>
      <PaperFields
        union={union}
        needed={papersFor.dissolved}
        papers={papers}
        onChange={setPapers}
        error={tried && missing !== undefined ? `还缺${paperName[missing]}` : undefined}
      />
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <MainAction
        id="ending-send"
        label={how === 'merged' ? '合并' : '撤销'}
        onTap={() => {
          setTried(true)
          if (complete) setAsked(true)
        }}
      />
      <Confirm
        open={asked}
        title={how === 'merged' ? `合并${name}？` : `撤销${name}？`}
        text="从现在起它不再接收新会员，不能恢复。原有会员先不动：理好名单、确认、通知本人、过了异议期才办。"
        confirmLabel={how === 'merged' ? `合并${name}` : `撤销${name}`}
        danger
        busy={dissolve.busy || merge.busy}
        onCancel={() => setAsked(false)}
        onConfirm={() => void send()}
      />
    </>
  )
}
