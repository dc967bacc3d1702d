import type { TaskRow } from '../../../shared/contract/membership-tasks'
import type { UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import { assessmentNamed } from '../../../shared/home/standards/assessment'
import { askedAbout } from '../../../shared/membership/task'
import { inPlace, type Way } from '../parts/in-place'

/** Which page does this task. */
export function wayTo(
  { kind, subject, task, raised }: Pick<TaskRow, 'kind' | 'subject' | 'task' | 'raised'>,
  union: UnionId,
): Way {
  switch (kind) {
    case 'transfer-out':
    case 'transfer-in':
    case 'transfer-dispute':
      return { path: 'officer/transfer/index', params: { union, transfer: subject } }
    case 'union-event':
      return { path: 'officer/event/index', params: { union, event: subject } }
    case 'event-objection':
      return { path: 'officer/objection/index', params: { union, task } }
    case 'review-objection':
      return { path: 'officer/list-objection/index', params: { union, task } }
    case 'review-papers':
      return raised
        ? { path: 'officer/reviews-below/index', params: { union } }
        : { path: 'officer/paper-count/index', params: { union, review: subject } }
    case 'leave-request':
      return { path: 'officer/leaving/index', params: { union, task } }
    case 'expulsion-filing':
      return { path: 'officer/filing/index', params: { union, task } }
    case 'contract-end':
    case 'secondment-end':
    case 'workplace-change':
      return { path: 'officer/contract/index', params: { union, task } }
    case 'own-committee':
    case 'joint-too-many':
    case 'assist-founding':
      return { path: 'officer/assist/index', params: { union, task } }
    case 'union-application':
      return { path: 'officer/union-application/index', params: { union, application: askedAbout(subject) } }
    case 'reaffiliation':
      return { path: 'officer/reaffiliation/index', params: { union, reaffiliation: subject } }
    case 'title':
      return { path: 'officer/home/titles/one/index', params: titleParams(union, askedAbout(subject)) }
    case 'home-assessment':
      return { path: 'officer/home/standards/check/index', params: { union, ...assessmentNamed(askedAbout(subject)) } }
    case 'assessment-called':
      return { path: 'officer/home/standards/index', params: { union: askedAbout(subject) } }
    case 'home-report':
      return {
        path: 'officer/home/above/report/index',
        params: { union: askedAbout(subject), year: subject.slice(-4) },
      }
    case 'term-end':
      return { path: 'officer/registry/index', params: { union: askedAbout(subject) } }
    case 'yearly-duties':
      return { path: 'officer/home/management/index', params: { union: askedAbout(subject) } }
    case 'half-year-filing':
      return { path: 'officer/home/archive/index', params: { union: askedAbout(subject) } }
    case 'half-year-round':
      return raised ? inPlace(union, task) : { path: 'officer/round/index', params: { union } }
    case 'hanging-membership':
      return raised ? inPlace(union, task) : { path: 'officer/clean/index', params: { union, task } }
    case 'same-person-twice':
    case 'same-unit-twice':
      return { path: 'officer/clean/index', params: { union, task } }
    default:
      return unreachable(kind)
  }
}

/** Its id is the union’s and the level. */
function titleParams(union: UnionId, title: string) {
  const cut = title.lastIndexOf(':')
  return { union, of: title.slice(0, cut), level: title.slice(cut + 1) }
}
