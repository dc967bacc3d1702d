import type { UnionId } from '../../../../../shared/core/ids'
import type { MeetingKind } from '../../../../../shared/home/meetings/facts'
import type { Draft, Step } from './draft'

/** What every question of a meeting’s form is given. */
export interface QuestionProps {
  readonly step: Exclude<Step, 'check'>
  readonly union: UnionId
  readonly meeting: MeetingKind
  readonly draft: Draft
  /** By the paths of the record. */
  readonly errors: Readonly<Record<string, string>>
  /** Which session it was stays as it is. */
  readonly fixed: boolean
  readonly onChange: (draft: Draft) => void
}
