import { useState } from 'react'
import { UnitId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { back, useParams } from '../../services/route'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { stepsOf, type Draft, type Step, type StepProps } from './draft'
import { AskPapers, AskWhat, Check } from './what'
import { AskKind, AskPlace, AskUnit, AskUnits, SeeUnit } from './where'

/** 建会: one question a page; numbers are shown before anything happens. */
export default function FoundPage() {
  const union = useUnion()
  const given = UnitId.safeParse(useParams()['unit'])
  const [draft, setDraft] = useState<Draft>({
    units: [],
    name: '',
    reason: '',
    papers: {},
    ...(given.success ? { kind: 'alone', unit: { unit: given.data, name: '' } } : {}),
  })
  const [step, setStep] = useState<Step>(given.success ? 'unit' : 'kind')
  const [founded, setFounded] = useState(false)
  const steps = stepsOf[draft.kind ?? 'alone']
  const at = steps.indexOf(step)
  const go = (by: 1 | -1) => setStep(steps[at + by] ?? step)
  if (union === undefined) return <Screen title="建会" loading />
  if (founded)
    return (
      <Screen title="建会">
        <Empty
          title="建好了"
          note="联合工会已经可以接收会员。请到“干部与任期”任命主席。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      </Screen>
    )
  return (
    <Screen title="建会" progress={(at + 1) / steps.length}>
      <Question
        union={union}
        step={step}
        draft={draft}
        onChange={setDraft}
        onNext={() => go(1)}
        onFounded={() => setFounded(true)}
      />
      {at > 0 && <SideAction id="found-back" label="上一步" onTap={() => go(-1)} />}
    </Screen>
  )
}

function Question({ step, ...props }: StepProps & { readonly step: Step }) {
  switch (step) {
    case 'kind':
      return <AskKind {...props} />
    case 'unit':
      return props.draft.unit === undefined ? (
        <AskUnit {...props} />
      ) : (
        <SeeUnit {...props} unit={props.draft.unit.unit} />
      )
    case 'place':
      return <AskPlace {...props} />
    case 'units':
      return <AskUnits {...props} />
    case 'what':
      return <AskWhat {...props} />
    case 'papers':
      return <AskPapers {...props} />
    case 'check':
      return <Check {...props} />
  }
}
