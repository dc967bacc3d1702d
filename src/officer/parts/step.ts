import type { ApplicationView } from '../../../shared/contract/membership-views'

/** What every act on an application is given. */
export interface StepProps {
  readonly view: ApplicationView
  readonly reload: () => void
  readonly onDecided: () => void
  readonly onCancel: () => void
}
