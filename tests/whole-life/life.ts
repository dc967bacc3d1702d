import { castUnions } from '../../local/demo/personas'
import { chinaDay } from '../../shared/core/time'
import type { PersonId, UnionId } from '../../shared/core/ids'
import { joinedLongAgo } from '../faults/of-rounds'
import { inOffice } from '../faults/ready'
import { sent, situations, somebody } from '../forms'
import { granted, type TestSystem } from '../system'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { employed, found, newUnit } from '../../cloudfunctions/membership/events/events.fixture'

/** Where lives are lived. */
export interface World {
  readonly system: TestSystem
  /** Commands that were ever granted: a property over refusals alone would say nothing. */
  readonly done: Set<string>
  /** Whoever acts for a union: somebody in office there, once per union. */
  readonly chairOf: (union: UnionId) => Promise<string>
}

export function worldOf(system: TestSystem): World {
  const chairs = new Map<string, Promise<string>>()
  return {
    system,
    done: new Set(),
    chairOf: (union) => {
      const known = chairs.get(union) ?? inOffice(system, union, 'chair').then(({ as }) => as)
      chairs.set(union, known)
      return known
    },
  }
}

export const today = ({ runtime }: Pick<TestSystem, 'runtime'>) => chinaDay(runtime.now())

/** One human being in this test: two records under two numbers, as a permit and a card would be, and one phone. */
export interface Life {
  readonly people: readonly PersonId[]
  readonly accounts: readonly string[]
  readonly workers: readonly ReturnType<typeof somebody>[]
  readonly pair: string
  /** A union with a unit of its own, which may be merged or dissolved. */
  readonly own: { union: UnionId; unit: ReturnType<typeof employed> }
}

let names = 0
export async function begin(system: TestSystem): Promise<Life> {
  const name = `命中${String.fromCodePoint(0x4e00 + ++names)}`
  const one = { ...somebody(), name }
  const other = { ...somebody(), name, mobile: one.mobile }
  const unit = await newUnit(system)
  const { union } = await found(system, unit)
  const workers = [one, other]
  const accountsOf = workers.map(() => system.newcomer())
  const people: PersonId[] = []
  for (const [at, worker] of workers.entries()) {
    const as = accountsOf[at] ?? ''
    const { application } = await sent(system, as, worker, situations.workshop)
    const verdict = { kind: 'approve', committee: { decidedOn: today(system) } }
    const decision = { union: castUnions.factory.id, application, seen: 1, verdict }
    granted(await system.ask('demo-factory-chair', 'membership', 'decide', decision))
    const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
    if (person === undefined) throw new Error('the approval tied nobody')
    await joinedLongAgo(system, person)
    people.push(person)
  }
  const pair = `same-person-twice:${[...people].sort().join('+')}`
  return { people, accounts: accountsOf, workers, pair, own: { union, unit: employed(unit) } }
}

export const identity = ({ name, number, mobile }: ReturnType<typeof somebody>) => ({
  name,
  document: 'resident',
  number,
  mobile,
})

export async function personOf(system: TestSystem, as: string): Promise<PersonId | undefined> {
  return (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
}
