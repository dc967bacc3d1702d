import { useState } from 'react'
import { z } from 'zod'
import { home } from '../../../../../shared/contract/home'
import { registry } from '../../../../../shared/contract/registry'
import { UnionId } from '../../../../../shared/core/ids'
import { TitleLevel } from '../../../../../shared/home/titles/title'
import { ChoiceList } from '../../../../components/ChoiceList'
import { DateField } from '../../../../components/DateField'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { PickField } from '../../../../components/PickField'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { useUnion } from '../../../parts/use-office'
import { showFirstError } from '../../../../pages/show-first-error'
import { today } from '../../../../pages/today'
import { replaceWith } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useAsk } from '../../../../services/use-ask'
import { useDraft } from '../../parts/use-draft'
import { levelOptions } from '../texts'

const Draft = z.object({
  name: z.string(),
  /** What was looked for last. */
  looked: z.string(),
  of: UnionId.optional(),
  level: TitleLevel.optional(),
  on: z.string().optional(),
  paper: z.string(),
})
const nothing: z.output<typeof Draft> = { name: '', looked: '', paper: '' }

/** 补录: a title that was awarded on paper, or by the province or the nation. What was typed stays until it is sent. */
export default function EnterTitlePage() {
  const union = useUnion()
  const act = useAct(home, 'enterTitle')
  const { draft = nothing, change, forget } = useDraft(union && `title-enter.${union}`, Draft, union && nothing)
  const { name, looked, of, level, on, paper } = draft
  const [tried, setTried] = useState(false)
  const found = useAsk(
    registry,
    'unionsNamed',
    union === undefined || looked.length < 2 ? undefined : { union, name: looked },
  )
  const send = async () => {
    setTried(true)
    if (union === undefined || of === undefined || level === undefined || on === undefined || paper.trim().length < 4)
      return showFirstError()
    const done = await act.run({ union, of, level, on, paper: paper.trim() })
    if (!done.ok) return
    forget()
    void replaceWith('officer/home/titles/one/index', { union, of, level })
  }
  const fields = act.problem?.kind === 'refused' ? act.problem.fields : {}
  return (
    <Screen title="补录称号" loading={union === undefined}>
      <Field
        id="enter-name"
        label="哪个工会？写全称"
        value={name}
        maxLength={60}
        onInput={(text) => change({ ...draft, name: text })}
        error={tried && of === undefined ? '请写全称，找到以后点一下' : undefined}
      />
      <SideAction
        id="enter-look"
        label="找一找"
        busy={found.loading}
        onTap={() => change({ ...draft, of: undefined, looked: name.trim() })}
      />
      {found.problem !== undefined && <Notice tone="danger">{found.problem.message}</Notice>}
      {found.data?.rows.length === 0 && (
        <Notice tone="warning">没有叫这个名称的工会，请核对全称，一个字都不能差。</Notice>
      )}
      {found.data !== undefined && found.data.rows.length > 0 && (
        <ChoiceList
          id="enter-of"
          label="是这个吗？"
          value={of}
          options={found.data.rows.map((row) => ({
            value: row.union,
            label: row.name,
            note: `上级是${row.upperName}`,
          }))}
          onChange={(picked) => change({ ...draft, of: picked })}
        />
      )}
      <PickField
        id="enter-level"
        label="哪一级的称号？"
        value={level}
        options={levelOptions}
        onChange={(picked) => change({ ...draft, level: picked })}
        error={tried && level === undefined ? '请选一级' : fields['level']}
      />
      <DateField
        id="enter-on"
        label="哪天表彰的？"
        value={on}
        end={today()}
        onChange={(day) => change({ ...draft, on: day })}
        error={tried && on === undefined ? '请选日期' : fields['on']}
      />
      <Field
        id="enter-paper"
        label="表彰文件的文号"
        value={paper}
        maxLength={60}
        onInput={(text) => change({ ...draft, paper: text })}
        error={tried && paper.trim().length < 4 ? '请照文件写全，例如：市工〔2026〕8 号' : undefined}
      />
      {act.problem !== undefined && Object.keys(fields).length === 0 && (
        <Notice tone="danger">{act.problem.message}</Notice>
      )}
      <MainAction id="enter-send" label="补录" busy={act.busy} onTap={() => void send()} />
    </Screen>
  )
}
