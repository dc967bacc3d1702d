import type { Problem } from '../../services/problem'
import { QuestionPage } from './question-page'
import type { NotJoined } from './notices'
import type { StepProps } from './step-screen'
import { CheckStep } from './steps/check'
import { DetailsStep } from './steps/details'
import { ElsewhereStep } from './steps/elsewhere'
import { IdentityStep } from './steps/identity'
import { LetterStep } from './steps/letter'
import { RouteStep } from './steps/route'
import { RetiredStep } from './steps/single-choice'
import { StartStep } from './steps/start'

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
    case 'identity':
      return <IdentityStep {...props} />
    case 'retired':
      return <RetiredStep {...props} />
    case 'details':
      return <DetailsStep {...props} />
    case 'elsewhere':
      return <ElsewhereStep {...props} />
    case 'route':
      return <RouteStep {...props} />
    case 'letter':
      return <LetterStep {...props} />
    case 'check':
      return <CheckStep {...props} {...submitting} />
    default:
      return <QuestionPage {...props} step={flow.step} />
  }
}
