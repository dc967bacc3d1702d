import { unreachable } from '../../../shared/core/unreachable'
import type { StepProps } from './step-screen'
import type { Question } from './steps'
import { JobsStep } from './steps/jobs'
import { EstablishmentStep, IndustryStep } from './steps/single-choice'
import { MonthsStep, NoteStep, PlaceStep } from './steps/small-questions'
import { StationStep } from './steps/station'
import { UnitStep } from './steps/unit'
import { WorkStep } from './steps/work'

/** 在哪儿工作: the page of one of the questions from which the route follows. */
export function QuestionPage({ step, ...props }: StepProps & { readonly step: Question }) {
  switch (step) {
    case 'work':
      return <WorkStep {...props} />
    case 'unit':
    case 'agency':
    case 'user-unit':
    case 'employer':
    case 'home':
    case 'host':
      return <UnitStep key={step} {...props} role={step} />
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
    default:
      return unreachable(step)
  }
}
