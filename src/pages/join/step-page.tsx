import { unreachable } from '../../../shared/core/unreachable'
import type { Problem } from '../../services/problem'
import type { NotJoined } from './notices'
import type { StepProps } from './step-screen'
import { CheckStep } from './steps/check'
import { DetailsStep } from './steps/details'
import { IdentityStep } from './steps/identity'
import { JobsStep } from './steps/jobs'
import { LetterStep } from './steps/letter'
import { RouteStep } from './steps/route'
import { EstablishmentStep, IndustryStep, RetiredStep } from './steps/single-choice'
import { MonthsStep, NoteStep, PlaceStep } from './steps/small-questions'
import { StartStep } from './steps/start'
import { StationStep } from './steps/station'
import { UnitStep } from './steps/unit'
import { WorkStep } from './steps/work'

interface Props extends StepProps {
  readonly notice: NotJoined | undefined
  readonly submitting: { readonly busy: boolean; readonly problem: Problem | undefined; readonly onSubmit: () => void }
}

/** The page of the present step. */
export function StepPage({ flow, send, notice, submitting }: Props) {
  const props: StepProps = { flow, send }
  switch (flow.step) {
    case 'start':
      return <StartStep {...props} notice={notice} />
    case 'work':
      return <WorkStep {...props} />
    case 'unit':
    case 'agency':
    case 'user-unit':
    case 'employer':
    case 'home':
    case 'host':
      return <UnitStep key={flow.step} {...props} role={flow.step} />
    case 'establishment':
      return <EstablishmentStep {...props} />
    case 'months':
      return <MonthsStep {...props} />
    case 'jobs':
      return <JobsStep {...props} />
    case 'station':
      return <StationStep {...props} />
    case 'industry':
      return <IndustryStep {...props} />
    case 'note':
      return <NoteStep {...props} />
    case 'place':
      return <PlaceStep {...props} />
    case 'identity':
      return <IdentityStep {...props} />
    case 'retired':
      return <RetiredStep {...props} />
    case 'details':
      return <DetailsStep {...props} />
    case 'route':
      return <RouteStep {...props} />
    case 'letter':
      return <LetterStep {...props} />
    case 'check':
      return <CheckStep {...props} {...submitting} />
    default:
      return unreachable(flow.step)
  }
}
