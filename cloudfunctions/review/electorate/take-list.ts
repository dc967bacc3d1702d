import { monthsAfter } from '../../../shared/core/calendar'
import type { PersonId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { listDue } from '../../../shared/review/days'
import { electorate } from '../../../shared/review/electorate'
import { dueOf } from '../../../shared/review/next-step'
import { auditing } from '../../_kernel/audit'
import { electorLists, emptyList, listParts, type ElectorListRecord } from '../../_kernel/records/elector-lists'
import { memberships } from '../../_kernel/records/memberships'
import { electorId, electors, reviews, type ElectorRecord, type ReviewRecord } from '../../_kernel/records/reviews'
import type { Runtime } from '../../_kernel/runtime'
import type { Transaction } from '../../_kernel/store/port'
import { candidateOf, movedAway } from './candidates'

type Ports = Pick<Runtime, 'store' | 'now' | 'random' | 'indexer'>

/** People in one transaction, which looks for each and writes each. */
const together = 40
/** Whoever ended longer ago is looked for on no list. */
const endedWithinMonths = 12

/**
 * 选民名单, one stretch: the next forty people, read before the transaction and written in it together with how far it is. Killed anywhere it goes on there; of two
 * clocks at one place the second writes nothing. True once the list is whole.
 */
export async function takeStretch(review: ReviewRecord, ports: Ports): Promise<boolean> {
  const { store } = ports
  const list = (await store.get(electorLists, review._id)) ?? emptyList(review._id)
  if (list.part === 'whole') return finish(review, ports)
  const page = await peopleOf(list, review, ports)
  const found = await Promise.all(page.people.map((person) => candidateOf(person, review, ports)))
  const candidates = found.filter((each) => each !== undefined)
  const listed = recordsOf(review, electorate(candidates, review))
  await store.transact(async (tx) => {
    const here = (await tx.get(electorLists, review._id)) ?? emptyList(review._id)
    if (here.part !== list.part || here.cursor !== list.cursor) return
    const added = await onlyNew(tx, listed)
    for (const elector of added) await tx.put(electors, elector)
    await tx.put(electorLists, moved(counted(here, added), page.cursor))
  })
  return false
}

interface PeoplePage {
  readonly people: readonly PersonId[]
  readonly cursor?: string
}

/** 一段人: of whom the list of the cut-off day is made, those of this union who may have been active then. */
export async function peopleOf(
  { part, cursor }: Pick<ElectorListRecord, 'part' | 'cursor'>,
  review: Pick<ReviewRecord, 'union' | 'cutoff'>,
  ports: Pick<Ports, 'store'>,
  limit = together,
): Promise<PeoplePage> {
  const { union, cutoff } = review
  const page = { limit, ...(cursor === undefined ? {} : { cursor }) }
  switch (part) {
    case 'active':
    case 'retained':
      return idsOf(await ports.store.find(memberships, { index: 'byUnion', equals: { union, state: part }, ...page }))
    case 'left':
    case 'expelled':
    case 'deceased': {
      const since = monthsAfter(cutoff, -endedWithinMonths)
      const ended = { index: 'byChange', equals: { union, state: part }, from: since, ...page } as const
      return idsOf(await ports.store.find(memberships, ended))
    }
    case 'moved-away':
      return movedAway(union, { from: listDue(review), ...page }, ports.store)
    case 'whole':
      return { people: [] }
    default:
      return unreachable(part)
  }
}

function idsOf({ documents, cursor }: { documents: readonly { _id: PersonId }[]; cursor?: string }): PeoplePage {
  return { people: documents.map(({ _id }) => _id), ...(cursor === undefined ? {} : { cursor }) }
}

/** 选民的记录, as the rule has it. */
export function recordsOf(
  { _id: review }: Pick<ReviewRecord, '_id'>,
  { electors: voting, excluded }: ReturnType<typeof electorate>,
): readonly ElectorRecord[] {
  return [
    ...voting.map(({ person, account, paperOnly }) => ({
      ...idOf(review, person),
      standing: 'elector' as const,
      ...(account === undefined ? {} : { account }),
      ...(paperOnly === undefined ? {} : { paperOnly }),
    })),
    ...excluded.map(({ person, because }) => ({
      ...idOf(review, person),
      standing: 'excluded' as const,
      because,
    })),
  ]
}

function idOf(review: ReviewRecord['_id'], person: PersonId) {
  return { _id: electorId(review, person), review, person }
}

/** Whoever changed while the list was taken is met twice. */
async function onlyNew(tx: Transaction, listed: readonly ElectorRecord[]): Promise<readonly ElectorRecord[]> {
  const added: ElectorRecord[] = []
  for (const elector of listed) if ((await tx.get(electors, elector._id)) === undefined) added.push(elector)
  return added
}

function counted(list: ElectorListRecord, added: readonly ElectorRecord[]): ElectorListRecord {
  return added.reduce((sum, elector) => withElector(sum, elector, 1), list)
}

/** 人数, with one elector more or less. */
export function withElector(
  list: ElectorListRecord,
  { standing, because, paperOnly }: Pick<ElectorRecord, 'standing' | 'because' | 'paperOnly'>,
  change: 1 | -1,
): ElectorListRecord {
  const { out, onPaper } = list
  return {
    ...list,
    electors: list.electors + (standing === 'elector' ? change : 0),
    out: because === undefined ? out : { ...out, [because]: out[because] + change },
    onPaper: paperOnly === undefined ? onPaper : { ...onPaper, [paperOnly]: onPaper[paperOnly] + change },
  }
}

function moved({ cursor: _, ...list }: ElectorListRecord, cursor: string | undefined): ElectorListRecord {
  if (cursor !== undefined) return { ...list, cursor }
  return { ...list, part: partAfter(list.part) }
}

export function partAfter(part: ElectorListRecord['part']): ElectorListRecord['part'] {
  return listParts[listParts.indexOf(part) + 1] ?? 'whole'
}

/** The list is whole: from now on it lies open, and whoever is wronged by it objects. */
async function finish({ _id, union }: ReviewRecord, { store, now, random, indexer }: Ports): Promise<boolean> {
  const ports = { now: now(), random, indexer, account: 'clock' as const }
  const list = await store.get(electorLists, _id)
  const audit = auditing(ports, { action: 'review.list', subject: _id, union, content: list })
  await store.transact(async (tx) => {
    const review = await tx.get(reviews, _id)
    const whole = await tx.get(electorLists, _id)
    if (review?.phase !== 'announced' || review.electors !== undefined || whole?.part !== 'whole') return succeed(false)
    const listed = { ...review, electors: whole.electors, updatedAt: ports.now }
    await tx.put<ReviewRecord>(reviews, { ...listed, due: dueOf(listed) })
    await audit(tx)
    return succeed(true)
  })
  return true
}
