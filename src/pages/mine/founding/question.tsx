import type { HandedCode } from '../../../../shared/core/ids'
import type { IsoDate } from '../../../../shared/core/time'
import { foundableAlone } from '../../../../shared/org/founding'
import { unionTypeName } from '../../../../shared/org/union'
import { Card } from '../../../components/Card'
import { ChoiceList } from '../../../components/ChoiceList'
import { Committees } from '../../../components/election/Committees'
import { electionFacts } from '../../../components/election/facts'
import { Leaders } from '../../../components/election/Leaders'
import { Meeting } from '../../../components/election/Meeting'
import { FactList } from '../../../components/FactList'
import { Field } from '../../../components/Field'
import { pickedDayText } from '../../today'
import { neededOf, type Draft, type Errors, type Step } from './draft'
import { Founders } from './founders'
import { PaperParts, paperTitle } from './papers'

interface Props {
  readonly step: Step
  readonly code: HandedCode
  readonly termYears: readonly number[]
  readonly today: IsoDate
  readonly draft: Draft
  readonly errors: Errors
  readonly onChange: (draft: Draft) => void
  readonly onEdit: (step: Step) => void
  /** Which of the first members is being written, if one is. */
  readonly founder: number | undefined
  readonly onFounder: (at: number | undefined) => void
}

/** 一步一问. */
export function Question({ step, code, termYears, today, draft, errors, onChange, ...props }: Props) {
  const election = {
    draft: draft.election,
    errors,
    onChange: (changed: Draft['election']) => onChange({ ...draft, election: changed }),
  }
  switch (step) {
    case 'name':
      return (
        <>
          <Field
            id="founding-name"
            label="工会全称"
            value={draft.name}
            maxLength={60}
            onInput={(name) => onChange({ ...draft, name })}
            error={errors['name']}
          />
          <ChoiceList
            id="founding-type"
            label="什么类型？"
            value={draft.type}
            options={foundableAlone.map((value) => ({ value, label: unionTypeName[value] }))}
            onChange={(type) => onChange({ ...draft, type })}
            error={errors['type']}
          />
        </>
      )
    case 'meeting':
      return <Meeting {...election} termYears={termYears} today={today} />
    case 'committees':
      return <Committees {...election} kind="whole" />
    case 'leaders':
      return <Leaders {...election} />
    case 'founders':
      return (
        <Founders
          draft={draft}
          errors={errors}
          today={today}
          onChange={onChange}
          open={props.founder}
          onOpen={props.onFounder}
        />
      )
    case 'papers':
      return (
        <PaperParts
          code={code}
          needed={neededOf(draft)}
          taken={draft.taken}
          errors={errors}
          onChange={(taken) => onChange({ ...draft, taken })}
        />
      )
    case 'check':
      return <Summary draft={draft} onEdit={props.onEdit} />
  }
}

function Summary({ draft, onEdit }: Pick<Props, 'draft' | 'onEdit'>) {
  const fact = (heading: string, text: string, step: Step) => ({
    heading,
    text,
    action: { id: `founding-edit-${heading}`, label: '修改', onTap: () => onEdit(step) },
  })
  return (
    <Card title="报上去以前，再看一遍">
      <FactList
        items={[
          fact('工会全称', draft.name, 'name'),
          fact('类型', draft.type === undefined ? '' : unionTypeName[draft.type], 'name'),
          ...electionFacts(draft.election, pickedDayText).map(({ heading, text, step }) => fact(heading, text, step)),
          fact('首批会员', `${draft.founders.length} 人`, 'founders'),
          fact(
            '材料',
            neededOf(draft)
              .map((paper) => paperTitle[paper])
              .join('、'),
            'papers',
          ),
        ]}
      />
    </Card>
  )
}
