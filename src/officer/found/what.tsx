import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import { IsoDate } from '../../../shared/core/time'
import { papersFor, papersMissing } from '../../../shared/membership/union-event'
import { foundableAlone, foundableTogether } from '../../../shared/org/founding'
import { unionTypeName } from '../../../shared/org/union'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { pickedDayText, today } from '../../pages/today'
import { replaceWith } from '../../services/route'
import { useAct } from '../../services/use-act'
import { paperName } from '../parts/event-texts'
import { PaperFields, papersIn } from '../parts/papers'
import '../parts/parts.scss'
import { bodyOf, type StepProps } from './draft'

export function AskWhat({ draft, onChange, onNext }: StepProps) {
  const [tried, setTried] = useState(false)
  const types = draft.kind === 'together' ? foundableTogether : foundableAlone
  const complete =
    draft.type !== undefined &&
    draft.name.trim().length >= 4 &&
    draft.foundedOn !== undefined &&
    draft.reason.trim().length >= 2
  return (
    <>
      <ChoiceList
        id="found-type"
        label="什么类型？"
        value={draft.type}
        options={types.map((value) => ({ value, label: unionTypeName[value] }))}
        onChange={(type) => onChange({ ...draft, type })}
      />
      {tried && draft.type === undefined && <Notice tone="danger">请选类型。</Notice>}
      <Field
        id="found-name"
        label="工会全称"
        value={draft.name}
        maxLength={60}
        onInput={(name) => onChange({ ...draft, name })}
        error={tried && draft.name.trim().length < 4 ? '请写工会全称' : undefined}
      />
      <DateField
        id="found-day"
        label="成立日期（上级批复的日期）"
        value={draft.foundedOn}
        end={today()}
        onChange={(foundedOn) => onChange({ ...draft, foundedOn })}
        error={tried && draft.foundedOn === undefined ? '请选日期' : undefined}
      />
      <Field
        id="found-reason"
        label="为什么建？写一句"
        value={draft.reason}
        maxLength={200}
        multiline
        onInput={(reason) => onChange({ ...draft, reason })}
        error={tried && draft.reason.trim().length < 2 ? '请写一句' : undefined}
      />
      <MainAction
        id="found-next"
        label="下一步"
        onTap={() => {
          setTried(true)
          if (complete) onNext()
        }}
      />
    </>
  )
}

export function AskPapers({ union, draft, onChange, onNext }: StepProps) {
  const [tried, setTried] = useState(false)
  const [missing] = papersMissing(
    'founded',
    papersIn(draft.papers).map(({ paper }) => paper),
  )
  return (
    <>
      <PaperFields
        union={union}
        needed={papersFor.founded}
        papers={draft.papers}
        onChange={(papers) => onChange({ ...draft, papers })}
        error={tried && missing !== undefined ? `还缺${paperName[missing]}` : undefined}
      />
      <MainAction
        id="found-next"
        label="下一步"
        onTap={() => {
          setTried(true)
          if (missing === undefined) onNext()
        }}
      />
    </>
  )
}

export function Check({ union, draft, onFounded }: StepProps) {
  const found = useAct(registry, 'foundUnion')
  const { kind, unit, place, units, type, name, foundedOn, reason, papers } = draft
  const send = async () => {
    const day = IsoDate.safeParse(foundedOn)
    const body = bodyOf(draft)
    if (!day.success || body === undefined) return
    const done = await found.run({ union, name, body, foundedOn: day.data, reason, papers: papersIn(papers) })
    if (!done.ok) return
    if (done.data.event === undefined) onFounded()
    else void replaceWith('officer/event/index', { union, event: done.data.event })
  }
  return (
    <>
      <Card title="请核对一遍">
        <FactList
          items={[
            { heading: '工会全称', text: name },
            { heading: '类型', text: type === undefined ? '' : unionTypeName[type] },
            kind === 'together'
              ? { heading: '地方和单位', text: `${place?.name ?? ''} · ${units.length} 家单位` }
              : { heading: '单位', text: unit?.name ?? '' },
            { heading: '成立日期', text: pickedDayText(foundedOn) },
            { heading: '原因', text: reason },
          ]}
        />
      </Card>
      {kind === 'alone' && (
        <Notice tone="info">建会后先理出受影响的会员，给您看过、确认过，才会通知他们。现在谁的会籍都不动。</Notice>
      )}
      {found.problem !== undefined && <Notice tone="danger">{found.problem.message}</Notice>}
      <MainAction id="found-send" label="确认建会" busy={found.busy} onTap={() => void send()} />
    </>
  )
}
