import type { PersonId } from '../../../shared/core/ids'
import { parsePersonId } from '../../../shared/identity/person-id'
import { identifierUnder, personLocks } from '../../_kernel/locks'
import { memberNumbers, memberships } from '../../_kernel/records/memberships'
import { electorId, electors, type ElectorRecord, type ReviewRecord } from '../../_kernel/records/reviews'
import { rosterOf } from '../../_kernel/roster'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'indexer' | 'today'>

export interface FoundElectors {
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
  const elector = await ports.store.get(electors, electorId(review._id, person))
  return { electors: elector?.standing === 'elector' ? [elector] : [], searchedAll: true }
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
    const named = await Promise.all(page.documents.map((elector) => isNamed(elector, name, ports)))
    found.push(...page.documents.filter((_, at) => named[at]))
    seen += page.documents.length
    cursor = page.cursor
    if (cursor === undefined || found.length >= mostFound) break
    if (seen >= opened) return { electors: found, searchedAll: false }
  }
  return { electors: found.slice(0, mostFound), searchedAll: true }
}

async function isNamed({ person }: ElectorRecord, name: string, { store, sealer }: Ports): Promise<boolean> {
  const membership = await store.get(memberships, person)
  return membership !== undefined && rosterOf(membership, { sealer }).name.includes(name)
}
