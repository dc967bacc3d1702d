import { castUnions } from '../../local/demo/personas'
import { reportedUnion } from '../faults/of-figures'
import type { Asking } from './asking'

/** Numbers and names of unions only: nobody is named. */
export async function countedAndReported({ system, call }: Asking): Promise<void> {
  const { above, below, period, checker, as } = await reportedUnion(system)
  await call(checker, 'membership', 'reportsBelow', { union: above })
  const verdict = { kind: 'return', reason: '人数不对' }
  await call(checker, 'membership', 'checkReport', { union: above, below, period, seen: 1, verdict })
  await call(as, 'membership', 'sendReport', { union: below, period })
  const street = { union: castUnions.street.id }
  await call('demo-street', 'membership', 'figures', street)
  await call('demo-street', 'membership', 'figuresBelow', { ...street, show: 'all' })
  await call('demo-street', 'membership', 'figuresByReason', street)
  await call('demo-street', 'membership', 'monthTable', street)
  await call('demo-street', 'membership', 'subsidies', street)
  await call(as, 'membership', 'tellRuralStaff', { union: below, count: 2 })
}
