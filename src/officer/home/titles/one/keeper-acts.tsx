import { useState } from 'react'
import { View } from '@tarojs/components'
import type { z } from 'zod'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import type { TitleLevel, TitleState } from '../../../../../shared/home/titles/title'
import { DateField } from '../../../../components/DateField'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { today } from '../../../../pages/today'
import { useAct } from '../../../../services/use-act'
import { levelName, type Title } from '../texts'

type Verdict = z.input<typeof home.procedures.decideTitle.input>['verdict']
type Kind = Verdict['kind']

interface Props {
  readonly union: UnionId
  readonly of: UnionId
  readonly level: TitleLevel
  readonly view: { readonly name: string; readonly title: Title }
  readonly onDone: () => void
}

/** What may be done with it now: the main act first. */
const actsIn: Readonly<Record<TitleState, readonly Kind[]>> = {
  none: [],
  building: [],
  applied: ['pass', 'fail'],
  passed: ['award', 'fail'],
  held: ['withdraw'],
  rechecking: ['keep', 'withdraw'],
}
const label: Readonly<Record<Kind, string>> = {
  pass: '考核通过',
  fail: '没有通过',
  award: '表彰',
  keep: '复查通过，保留',
  withdraw: '撤销称号',
}

/** 考核、表彰、复查. */
export function KeeperActs({ union, of, level, view: { name, title }, onDone }: Props) {
  const act = useAct(home, 'decideTitle')
  const [asking, setAsking] = useState<'fail' | 'award' | 'withdraw'>()
  const [note, setNote] = useState('')
  const [on, setOn] = useState<string>(today())
  const [paper, setPaper] = useState('')
  const [tried, setTried] = useState(false)
  const run = async (verdict: Verdict) => {
    const done = await act.run({ union, of, level, verdict })
    if (done.ok) onDone()
  }
  const [main, ...others] = actsIn[title.state]
  const take = (kind: Kind) => {
    if (kind === 'pass' || kind === 'keep') void run({ kind })
    else setAsking(kind)
  }
  const send = () => {
    setTried(true)
    if (asking === 'award') {
      if (paper.trim().length >= 4) void run({ kind: 'award', on, paper: paper.trim() })
    } else if (asking !== undefined && note.trim().length >= 2) void run({ kind: asking, note: note.trim() })
  }
  const fields = act.problem?.kind === 'refused' ? act.problem.fields : {}
  return (
    <View className="decide">
      {act.problem !== undefined && fields['on'] === undefined && <Notice tone="danger">{act.problem.message}</Notice>}
      {asking === undefined && main !== undefined && (
        <>
          {main === 'withdraw' ? null : (
            <MainAction id={`title-${main}`} label={label[main]} busy={act.busy} onTap={() => take(main)} />
          )}
          {(main === 'withdraw' ? [main] : others).map((kind) => (
            <SideAction key={kind} id={`title-${kind}`} label={label[kind]} onTap={() => take(kind)} />
          ))}
        </>
      )}
      {asking === 'award' && (
        <>
          <DateField
            id="title-on"
            label="哪天表彰的？"
            value={on}
            end={today()}
            onChange={setOn}
            error={fields['on']}
          />
          <Field
            id="title-paper"
            label="表彰文件的文号"
            value={paper}
            maxLength={60}
            onInput={setPaper}
            error={tried && paper.trim().length < 4 ? '请照文件写全，例如：市工〔2026〕8 号' : undefined}
          />
        </>
      )}
      {(asking === 'fail' || asking === 'withdraw') && (
        <Field
          id="title-why"
          label={asking === 'fail' ? '哪里要改？' : '为什么撤销？'}
          value={note}
          maxLength={200}
          multiline
          onInput={setNote}
          error={tried && note.trim().length < 2 ? '请写一句，对方会看到' : undefined}
        />
      )}
      {asking !== undefined && (
        <>
          <MainAction
            id="title-sure"
            label={
              asking === 'award'
                ? `表彰${name}`
                : asking === 'withdraw'
                  ? `撤销${levelName[level]}称号`
                  : '退回，请他们改'
            }
            busy={act.busy}
            onTap={send}
          />
          <SideAction id="title-keep-looking" label="再看看" onTap={() => setAsking(undefined)} />
        </>
      )}
    </View>
  )
}
