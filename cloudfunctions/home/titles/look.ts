import { titleProcedures } from '../../../shared/contract/home-titles'
import { refuse, succeed } from '../../../shared/core/outcome'
import { keeperOf } from '../../../shared/home/titles/keeper'
import { TitleLevel } from '../../../shared/home/titles/title'
import { documents } from '../../../shared/policy/documents'
import { holdsRight } from '../../_kernel/access'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions } from '../../_kernel/records/registry'
import { honourProposals, titles as titleRecords, type HonourProposalRecord } from '../../_kernel/records/titles'
import { implement } from '../../_kernel/serve'
import { isTheirOwn, lineAbove, titleAt, viewOf } from './keeping'

const pageSize = 50

/** 本会的称号. */
export const titles = implement(titleProcedures.titles, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const equals = { union: union._id }
  const [steps, above, policy, known, proposed] = await Promise.all([
    holdsRight(call.store, call.account, [union._id], 'officers', call.now),
    lineAbove(union, call.store),
    policyOfUnion(union, call),
    call.store.find(titleRecords, { index: 'byUnion', equals }),
    call.store.find(honourProposals, { index: 'byUnion', equals, order: 'descending', limit: pageSize }),
  ])
  const rows = TitleLevel.options.map((level) => {
    const record = known.documents.find((one) => one.level === level)
    const keeper = record?.state === 'none' ? undefined : record?.keeper
    const keeperId = keeper ?? keeperOf(above, level)
    const name = above.find(({ _id }) => _id === keeperId)?.name
    return {
      ...(record === undefined ? { level, state: 'none' as const, past: [] } : viewOf(record)),
      ...(name === undefined ? {} : { keeperName: name }),
    }
  })
  const source = policy.provenance.get('honourRule')
  return succeed({
    name: union.name,
    steps,
    titles: rows,
    proposals: proposed.documents.map(proposalOf),
    needsTitle: policy.values.honourRule === 'needs-title',
    clause: source === undefined ? '' : `${documents[source.source].short} ${source.clause}`,
  })
})

/** 登记册. */
export const titleRegister = implement(titleProcedures.titleRegister, async ({ store, input }) => {
  const page = await store.find(titleRecords, {
    index: 'byKeeper',
    equals: { keeper: input.union, state: input.show },
    limit: pageSize,
    ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
  })
  return succeed({
    rows: page.documents.map(({ union: of, unionName: name, level, state, next: day }) => ({
      of,
      name,
      level,
      state,
      day,
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

/** 看一个称号. */
export const titleCase = implement(titleProcedures.titleCase, async (call) => {
  const { store, input, account, now } = call
  const seen = await titleAt(input, store)
  if (seen === undefined) return refuse('NOT_FOUND')
  const [decides, own] = await Promise.all([
    holdsRight(store, account, [input.union], 'found', now),
    isTheirOwn(input.of, call),
  ])
  const { record, may } = seen
  return succeed({ name: record.unionName, title: viewOf(record), may: decides && !own ? may : 'look' })
})

/** 推荐来的荣誉. */
export const honoursProposed = implement(titleProcedures.honoursProposed, async ({ store, input }) => {
  const page = await store.find(honourProposals, {
    index: 'byKeeper',
    equals: { keeper: input.union },
    order: 'descending',
    limit: pageSize,
    ...(input.cursor === undefined ? {} : { cursor: input.cursor }),
  })
  return succeed({
    rows: page.documents.map((one) => ({ ...proposalOf(one), of: one.union, name: one.unionName })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

function proposalOf({ _id, level, honour, held, on }: HonourProposalRecord) {
  return { proposal: _id, level, honour, held, on }
}
