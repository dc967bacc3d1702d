import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Committees } from '../../components/election/Committees'
import { electionFacts } from '../../components/election/facts'
import { Leaders } from '../../components/election/Leaders'
import { Meeting } from '../../components/election/Meeting'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { pickedDayText, today } from '../../pages/today'
import { PaperFields } from '../parts/papers'
import { electionKind, needed, type Draft, type Errors, type Kind, type Step } from './draft'

interface Props {
  readonly step: Step
  readonly union: UnionId
  readonly kind: Kind
  readonly termYears: readonly number[]
  readonly draft: Draft
  readonly errors: Errors
  readonly onChange: (draft: Draft) => void
  readonly onEdit: (step: Step) => void
}

/** 一步一问. */
export function Question({ step, union, kind, termYears, draft, errors, onChange, onEdit }: Props) {
  const election = {
    draft: draft.election,
    errors,
    onChange: (changed: Draft['election']) => onChange({ ...draft, election: changed }),
  }
  switch (step) {
    case 'meeting':
      return <Meeting {...election} termYears={kind === 're-election' ? termYears : []} today={today()} />
    case 'committees':
      return <Committees {...election} kind={electionKind(kind)} />
    case 'leaders':
      return <Leaders {...election} />
    case 'ending':
      return <Ending draft={draft} errors={errors} onChange={onChange} />
    case 'papers':
      return (
        <PaperFields
          union={union}
          needed={needed}
          papers={draft.papers}
          onChange={(papers) => onChange({ ...draft, papers })}
          error={errors['papers']}
        />
      )
    case 'check':
      return <Summary kind={kind} draft={draft} onEdit={onEdit} />
  }
}

const employmentName = { 'goes-on': '还在', ended: '没了' } as const

function Ending({ draft, errors, onChange }: Pick<Props, 'draft' | 'errors' | 'onChange'>) {
  const { ending } = draft
  const set = (change: Partial<Draft['ending']>) => onChange({ ...draft, ending: { ...ending, ...change } })
  return (
    <>
      <DateField
        id="apply-day"
        label="哪天开的会员（代表）大会？"
        value={ending.heldOn}
        end={today()}
        onChange={(heldOn) => set({ heldOn })}
        error={errors['heldOn']}
      />
      <ChoiceList
        id="apply-employment"
        label="单位还在吗？"
        value={ending.employment}
        options={[
          { value: 'goes-on', label: employmentName['goes-on'], note: '会员归到合适的工会' },
          { value: 'ended', label: employmentName.ended, note: '会籍保留' },
        ]}
        onChange={(employment) => set({ employment })}
        error={errors['employment']}
      />
      <Field
        id="apply-reason"
        label="为什么撤销？"
        value={ending.reason}
        maxLength={200}
        multiline
        onInput={(reason) => set({ reason })}
        error={errors['reason']}
      />
    </>
  )
}

function Summary({ kind, draft, onEdit }: Pick<Props, 'kind' | 'draft' | 'onEdit'>) {
  const { ending } = draft
  const fact = (heading: string, text: string, step: Step) => ({
    heading,
    text,
    action: { id: `apply-edit-${heading}`, label: '修改', onTap: () => onEdit(step) },
  })
  const told =
    kind === 'dissolution'
      ? [
          fact('会员（代表）大会', pickedDayText(ending.heldOn), 'ending'),
          fact('单位', ending.employment === undefined ? '' : employmentName[ending.employment], 'ending'),
          fact('原因', ending.reason, 'ending'),
        ]
      : electionFacts(draft.election, pickedDayText).map(({ heading, text, step }) => fact(heading, text, step))
  return (
    <Card title="报上去以前，再看一遍">
      <FactList items={[...told, fact('材料', '报告、决议', 'papers')]} />
    </Card>
  )
}
