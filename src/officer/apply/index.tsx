import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import type { UpwardBody } from '../../../shared/org/union-application'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Election } from '../../components/Election'
import { draftOfElection, electionOf, emptyElection } from '../../components/election-draft'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { today } from '../../pages/today'
import { replaceWith, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { PaperFields, type Papers } from '../parts/papers'
import { applicationName } from '../parts/registry-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Kind = UpwardBody['kind']
const kinds: readonly Kind[] = ['re-election', 'by-election', 'dissolution']
const needed = ['report', 'resolution'] as const

/** 向上级申请: what for, what was elected or decided, and the papers. */
export default function ApplyPage() {
  const union = useUnion()
  const { again, kind } = useParams()
  const page = useAsk(registry, 'registryPage', union === undefined ? undefined : { union })
  const before = useAsk(
    registry,
    'unionApplication',
    union === undefined || again === undefined ? undefined : { union, application: again },
  )
  const [asked, setAsked] = useState<Kind | undefined>(kinds.find((one) => one === kind))
  return (
    <Screen
      title="向上级申请"
      loading={page.loading || before.loading}
      problem={page.problem ?? before.problem}
      onRetry={() => {
        page.reload()
        before.reload()
      }}
    >
      {union !== undefined && page.data !== undefined && (again === undefined || before.data !== undefined) && (
        <>
          {again === undefined && (
            <ChoiceList
              id="apply-kind"
              label="申请什么？"
              value={asked}
              options={kinds.map((value) => ({ value, label: applicationName[value], note: notes[value] }))}
              onChange={setAsked}
            />
          )}
          {asked !== undefined && (
            <Form key={asked} union={union} kind={asked} before={before.data} termYears={page.data.termYears} />
          )}
        </>
      )}
    </Screen>
  )
}

const notes: Readonly<Record<Kind, string>> = {
  're-election': '任期满了，三个委员会同时选举、同时报批',
  'by-election': '中途有人出缺，补选；任期不变',
  dissolution: '要有会员（代表）大会决议（《工会法》第十三条）',
}

/** The pictures that were sent stay, until one is taken again. */
function papersOf(before: UnionApplicationView | undefined): Papers {
  return Object.fromEntries((before?.papers ?? []).map(({ paper, file }) => [paper, file]))
}

interface FormProps {
  readonly union: UnionId
  readonly kind: Kind
  /** What was returned, and is mended. */
  readonly before: UnionApplicationView | undefined
  readonly termYears: readonly number[]
}

function Form({ union, kind, before, termYears }: FormProps) {
  const apply = useAct(registry, 'applyToUpper')
  const sent = before?.body
  const ending = sent?.kind === 'dissolution' ? sent : undefined
  const [election, setElection] = useState(
    sent === undefined || sent.kind === 'dissolution' ? emptyElection : draftOfElection(sent),
  )
  const [heldOn, setHeldOn] = useState<string | undefined>(ending?.heldOn)
  const [employment, setEmployment] = useState(ending?.employment)
  const [reason, setReason] = useState(ending?.reason ?? '')
  const [papers, setPapers] = useState<Papers>(papersOf(before))
  const [tried, setTried] = useState(false)
  const { report, resolution } = papers

  const bodyOf = (): UpwardBody | undefined => {
    if (kind === 'dissolution') {
      const day = IsoDate.safeParse(heldOn)
      if (!day.success || employment === undefined || reason.trim().length < 2) return undefined
      return { kind, heldOn: day.data, employment, reason: reason.trim() }
    }
    const elected = electionOf(election)
    if (elected === undefined) return undefined
    if (kind === 'by-election') return { kind, ...elected }
    return election.termYears === undefined ? undefined : { kind, ...elected, termYears: Number(election.termYears) }
  }
  const send = async () => {
    setTried(true)
    const body = bodyOf()
    if (body === undefined || report === undefined || resolution === undefined) return
    const done = await apply.run({
      union,
      body,
      papers: [
        { paper: 'report', file: report },
        { paper: 'resolution', file: resolution },
      ],
      ...(before === undefined ? {} : { again: before.application }),
    })
    if (done.ok) void replaceWith('officer/union-application/index', { union, application: done.data.application })
  }
  return (
    <>
      {kind === 'dissolution' ? (
        <>
          <DateField
            id="apply-day"
            label="哪天开的会员（代表）大会？"
            value={heldOn}
            end={today()}
            onChange={setHeldOn}
            error={tried && heldOn === undefined ? '请选日期' : undefined}
          />
          <ChoiceList
            id="apply-employment"
            label="单位还在吗？"
            value={employment}
            options={[
              { value: 'goes-on', label: '还在', note: '会员归到合适的工会' },
              { value: 'ended', label: '没了', note: '会籍保留' },
            ]}
            onChange={setEmployment}
            error={tried && employment === undefined ? '请选一项' : undefined}
          />
          <Field
            id="apply-reason"
            label="为什么撤销？"
            value={reason}
            maxLength={200}
            multiline
            onInput={setReason}
            error={tried && reason.trim().length < 2 ? '请写一句原因' : undefined}
          />
        </>
      ) : (
        <Election
          draft={election}
          onChange={setElection}
          termYears={kind === 're-election' ? termYears : []}
          tried={tried}
          today={today()}
        />
      )}
      <PaperFields
        union={union}
        needed={needed}
        papers={papers}
        onChange={setPapers}
        error={tried && (report === undefined || resolution === undefined) ? '报告和决议都要拍' : undefined}
      />
      {tried && bodyOf() === undefined && <Notice tone="danger">上面还有没填的。</Notice>}
      {apply.problem !== undefined && <Notice tone="danger">{apply.problem.message}</Notice>}
      <MainAction id="apply-send" label="报上级工会" busy={apply.busy} onTap={() => void send()} />
    </>
  )
}
