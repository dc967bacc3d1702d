import type { PersonId } from '../../../shared/core/ids'
import { parsePersonId } from '../../../shared/identity/person-id'
import { identifierUnder, personLocks } from '../../_kernel/locks'
import { memberNumbers, memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { electors, type ElectorRecord, type ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf } from '../../_kernel/review/elector-of'
import { rosterOf } from '../../_kernel/roster'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'indexer' | 'today'>

export interface FoundElectors {
  /** Each with the person as they are on file today. */
  readonly electors: readonly ElectorRecord[]
  readonly searchedAll: boolean
}

/** Sealed names cannot be indexed: so many are opened, and then a number is asked for. */
const opened = 5_000
const together = 500
const mostFound = 50

/** 按证件号码、会员证号或姓名查找: a number finds its person in a list of any length. */
export async function findElectors(review: ReviewRecord, search: string, ports: Ports): Promise<FoundElectors> {
  const person = (await personOfNumber(search, ports)) ?? (await ports.store.get(memberNumbers, search))?.person
  if (person === undefined) return electorsNamed(review, search, ports)
  const elector = await electorOf(review._id, person, ports.store)
  return { electors: elector?.standing === 'elector' ? [{ ...elector, person }] : [], searchedAll: true }
}

async function personOfNumber(search: string, { store, indexer, today }: Ports): Promise<PersonId | undefined> {
  const read = parsePersonId(search, today)
  if (!read.ok || read.kind === 'passport') return undefined
  const number = { number: read.normalised, documentKind: read.kind }
  return (await identifierUnder(store, personLocks(number, '', indexer)))?.person
}

async function electorsNamed(review: ReviewRecord, name: string, ports: Ports): Promise<FoundElectors> {
  const found: ElectorRecord[] = []
  let seen = 0
  for (let cursor: string | undefined; ;) {
    const page = await ports.store.find(electors, {
      index: 'byReview',
      equals: { review: review._id, standing: 'elector' },
      limit: together,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const named = await Promise.all(page.documents.map((elector) => asNamed(elector, name, ports)))
    found.push(...named.flatMap((elector) => elector ?? []))
    seen += page.documents.length
    cursor = page.cursor
    if (cursor === undefined || found.length >= mostFound) break
    if (seen >= opened) return { electors: found, searchedAll: false }
  }
  return { electors: found.slice(0, mostFound), searchedAll: true }
}

/** Undefined where they are called otherwise. Whose record was merged into another since is found under that one’s name. */
async function asNamed(
  elector: ElectorRecord,
  name: string,
  { store, sealer }: Ports,
): Promise<ElectorRecord | undefined> {
  const person = (await store.get(persons, elector.person))?.mergedInto ?? elector.person
  const membership = await store.get(memberships, person)
  return membership !== undefined && rosterOf(membership, { sealer }).name.includes(name)
    ? { ...elector, person }
    : undefined
}
