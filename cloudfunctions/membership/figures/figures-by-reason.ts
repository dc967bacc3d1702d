import { figureProcedures } from '../../../shared/contract/membership-figures'
import { refuse, succeed } from '../../../shared/core/outcome'
import { lessFigures, lessFlows, noFigures, noFlows, type Figures, type Flows } from '../../../shared/org/figures'
import { protectedParts } from '../../../shared/org/small-counts'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { figureMonths } from '../../_kernel/records/figures'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/**
 * 分原因、分类别: of the last closed month, and of nothing that still moves, so that nobody learns from two looks what changed between them. Only for the union of
 * one’s own office, so that nobody subtracts one union from another (docs/rules/figures.md, S5–S6). Its own people its officers know by name; those below are protected.
 */
export const figuresByReason = implement(figureProcedures.figuresByReason, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const [policy, closed] = await Promise.all([
    policyOfUnion(union, call),
    call.store.find(figureMonths, { index: 'byUnion', equals: { union: union._id }, order: 'descending', limit: 1 }),
  ])
  const { smallCount: limit } = policy.values
  const [last] = closed.documents
  const own = { figures: last?.own ?? noFigures, flows: last?.ownFlows ?? noFlows }
  const below = {
    figures: lessFigures(last?.figures ?? noFigures, own.figures),
    flows: lessFlows(last?.flows ?? noFlows, own.flows),
  }
  const parts = <Key extends string>(of: (counted: typeof own) => Readonly<Record<Key, number>>) =>
    partsOf(of(own), of(below), limit)
  return succeed({
    ...(last === undefined ? {} : { month: last.month }),
    limit,
    leaving: parts(({ flows }) => leavingOf(flows)),
    kinds: parts(({ figures }) => kindsOf(figures)),
    sexes: parts(({ figures }) => sexesOf(figures)),
  })
})

function partsOf<Key extends string>(
  own: Readonly<Record<Key, number>>,
  below: Readonly<Record<Key, number>>,
  limit: number,
) {
  const shown = protectedParts(below, limit)
  return (Object.keys(own) as Key[]).map((key) => ({ key, own: own[key], below: shown[key] }))
}

const leavingOf = ({ movedOut, retained, left, expelled, deceased }: Flows) => ({
  movedOut,
  retained,
  left,
  expelled,
  deceased,
})
const kindsOf = ({ roundMembers, roundDispatched, roundNewForm }: Figures) => ({
  regular: Math.max(0, roundMembers - roundDispatched - roundNewForm),
  dispatched: roundDispatched,
  newForm: roundNewForm,
})
const sexesOf = ({ roundMembers, roundWomen }: Figures) => ({ women: roundWomen, men: roundMembers - roundWomen })
