import { useState } from 'react'
import { View } from '@tarojs/components'
import { z } from 'zod'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { TitleLevel, wasEntered, type TitleState } from '../../../../../shared/home/titles/title'
import { DateField } from '../../../../components/DateField'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { PickField } from '../../../../components/PickField'
import { SideAction } from '../../../../components/SideAction'
import { today } from '../../../../pages/today'
import type { OutputOf } from '../../../../services/api'
import { replaceWith } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useDraft } from '../../parts/use-draft'
import { levelName, levelOptions } from '../texts'

type Verdict = z.input<typeof home.procedures.decideTitle.input>['verdict']
type Kind = Verdict['kind'] | 'correct'

interface Props {
  readonly union: UnionId
  readonly of: UnionId
  readonly level: TitleLevel
  readonly view: OutputOf<typeof home, 'titleCase'>
  readonly onDone: () => void
}

/** What may be done with it now: the main act first. */
const actsIn: Readonly<Record<TitleState, readonly Kind[]>> = {
  none: [],
  building: [],
  applied: ['pass', 'fail'],
  passed: ['award', 'fail'],
  held: ['correct', 'withdraw', 'strike'],
  rechecking: ['keep', 'withdraw', 'correct', 'strike'],
}
const label: Readonly<Record<Kind, string>> = {
  pass: '考核通过',
  fail: '没有通过',
  award: '表彰',
  keep: '复查通过，保留',
  withdraw: '撤销称号',
  correct: '登记有误，更正',
  strike: '登记错了工会，划去',
}
const whyAsked = { fail: '哪里要改？', withdraw: '为什么撤销？', strike: '错在哪里？' } as const

const Draft = z.object({
  asking: z.enum(['fail', 'award', 'withdraw', 'correct', 'strike']).optional(),
  note: z.string(),
  level: TitleLevel,
  on: z.string(),
  paper: z.string(),
})

/** 考核、表彰、复查、更正. What was typed stays on this device until it is sent, or the title goes another way. */
export function KeeperActs({ union, of, level, view: { name, title, may }, onDone }: Props) {
  const decides = useAct(home, 'decideTitle')
  const corrects = useAct(home, 'correctTitle')
  const [tried, setTried] = useState(false)
  const { draft, change, forget } = useDraft(`title.${of}.${level}.${title.past.length}`, Draft, {
    note: '',
    level,
    on: title.awardedOn ?? today(),
    paper: title.paper ?? '',
  })
  if (draft === undefined) return null
  const { asking, note, on, paper } = draft
  const busy = decides.busy || corrects.busy
  const { problem } = asking === 'correct' ? corrects : decides
  const run = async (verdict: Verdict) => {
    const done = await decides.run({ union, of, level, verdict })
    if (!done.ok) return
    forget()
    onDone()
  }
  const correct = async () => {
    const done = await corrects.run({ union, of, level, to: { level: draft.level, on, paper: paper.trim() } })
    if (!done.ok) return
    forget()
    if (draft.level === level) onDone()
    else void replaceWith('officer/home/titles/one/index', { union, of, level: draft.level })
  }
  const entered = wasEntered(title.past)
  const acts = actsIn[title.state].filter((kind) =>
    kind === 'strike' ? entered && may === 'keep' : kind !== 'correct' || may === 'keep',
  )
  const take = (kind: Kind) => {
    if (kind === 'pass' || kind === 'keep') void run({ kind })
    else change({ ...draft, asking: kind })
  }
  const send = () => {
    setTried(true)
    if (asking === 'award' || asking === 'correct') {
      if (paper.trim().length < 4) return
      void (asking === 'correct' ? correct() : run({ kind: 'award', on, paper: paper.trim() }))
    } else if (asking !== undefined && note.trim().length >= 2) void run({ kind: asking, note: note.trim() })
  }
  const fields = problem?.kind === 'refused' ? problem.fields : {}
  const isMain = (kind: Kind) => kind === 'pass' || kind === 'award' || kind === 'keep'
  return (
    <View className="decide">
      {problem !== undefined && Object.keys(fields).length === 0 && <Notice tone="danger">{problem.message}</Notice>}
      {asking === undefined &&
        acts.map((kind) => {
          const Act = isMain(kind) ? MainAction : SideAction
          return <Act key={kind} id={`title-${kind}`} label={label[kind]} busy={busy} onTap={() => take(kind)} />
        })}
      {asking === 'correct' && entered && (
        <PickField
          id="title-level"
          label="哪一级的称号？"
          value={draft.level}
          options={levelOptions}
          onChange={(picked) => change({ ...draft, level: picked })}
          error={fields['level']}
        />
      )}
      {(asking === 'award' || asking === 'correct') && (
        <>
          <DateField
            id="title-on"
            label="哪天表彰的？"
            value={on}
            end={today()}
            onChange={(day) => change({ ...draft, on: day })}
            error={fields['on']}
          />
          <Field
            id="title-paper"
            label="表彰文件的文号"
            value={paper}
            maxLength={60}
            onInput={(text) => change({ ...draft, paper: text })}
            error={tried && paper.trim().length < 4 ? '请照文件写全，例如：市工〔2026〕8 号' : undefined}
          />
        </>
      )}
      {(asking === 'fail' || asking === 'withdraw' || asking === 'strike') && (
        <Field
          id="title-why"
          label={whyAsked[asking]}
          value={note}
          maxLength={200}
          multiline
          onInput={(text) => change({ ...draft, note: text })}
          error={tried && note.trim().length < 2 ? '请写一句，对方会看到' : undefined}
        />
      )}
      {asking !== undefined && (
        <>
          <MainAction id="title-sure" label={sureLabel(asking, name, level)} busy={busy} onTap={send} />
          <SideAction id="title-keep-looking" label="再看看" onTap={() => change({ ...draft, asking: undefined })} />
        </>
      )}
    </View>
  )
}

function sureLabel(asking: NonNullable<z.output<typeof Draft>['asking']>, name: string, level: TitleLevel): string {
  switch (asking) {
    case 'award':
      return `表彰${name}`
    case 'withdraw':
      return `撤销${levelName[level]}称号`
    case 'strike':
      return `划去${levelName[level]}称号`
    case 'correct':
      return '更正'
    case 'fail':
      return '退回，请他们改'
  }
}
