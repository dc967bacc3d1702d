import type { CloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { openDatabase } from '../../cloudfunctions/_kernel/store/cloudbase-database'
import { NoAnswer, OutcomeUnknown } from '../../cloudfunctions/_kernel/store/cloudbase-faults'
import {
  contractCollections,
  counters,
  letter,
  letters,
  newUnion,
} from '../../cloudfunctions/_kernel/store/contract-letters'
import { rowOf } from '../../cloudfunctions/_kernel/store/cloudbase-rows'
import { environmentOf, openOn } from './cloud'
import { openGateway, type Gateway, type Moment } from './gateway'

jest.setTimeout(600_000)

let gateway: Gateway
let store: CloudbaseStore
beforeAll(async () => {
  gateway = await openGateway()
  store = await openOn(gateway, contractCollections)
})
afterAll(async () => {
  await store.close()
  await gateway.close()
})

const commit = 'database.commitTransaction'
const insert = 'database.insertDocument'
const valueOf = async (id: string) => (await store.get(counters, id))?.value

/** Reads, writes, inserts and removes: one of each request that a transaction can make. */
async function move(id: string): Promise<void> {
  await store.transact(async (tx) => {
    const before = await tx.get(counters, id)
    await tx.put(counters, { _id: id, value: (before?.value ?? 0) + 1 })
    await tx.insert(letters, letter(id, `${before?.value ?? 0}`))
    await tx.remove(letters, `${id}:old`)
  })
}

describe('a connection lost at any request of a transaction', () => {
  const moments: readonly Moment[] = ['before', 'after', 'late']
  const requests: readonly (readonly [string, number])[] = [
    ['database.startTransaction', 1],
    ['database.getDocument', 1],
    ['database.modifyDocument', 1],
    [insert, 1],
    ['database.removeDocument', 1],
    // The note under which the commit can be asked for.
    [insert, 2],
    [commit, 1],
  ]
  const table = requests.flatMap(([action, nth]) => moments.map((moment) => [action, nth, moment] as const))

  test.each(table)('%s (%d), %s it was carried out: everything once', async (action, nth, moment) => {
    const id = newUnion()
    await store.insert(letters, letter(id, 'old'))
    gateway.lose(action, moment, nth)
    await move(id)
    await gateway.deliver()
    expect(await valueOf(id)).toBe(1)
    const { documents } = await store.find(letters, { index: 'byRank', equals: { union: id } })
    expect(documents).toEqual([letter(id, '0')])
  })
})

test('a write that was lost and that the work does not care about is not left out: the work runs again', async () => {
  const id = newUnion()
  gateway.lose('database.modifyDocument', 'before')
  await store.transact(async (tx) => {
    await tx.put(counters, { _id: id, value: 1 }).catch(() => {})
    await tx.insert(letters, letter(id, 'beside')).catch(() => {})
  })
  expect(await valueOf(id)).toBe(1)
  expect(await store.get(letters, `${id}:beside`)).toEqual(letter(id, 'beside'))
})

describe('a commit whose answer is lost', () => {
  test.each(['before', 'after'] as const)('is asked for again when the question is lost %s, too', async (moment) => {
    const id = newUnion()
    gateway.lose(commit, 'after')
    // Move’s own insert, the note, and then the question.
    gateway.lose(insert, moment, 3)
    await move(id)
    expect(await valueOf(id)).toBe(1)
  })

  test('and that arrives after the question was answered no longer counts', async () => {
    const id = newUnion()
    gateway.lose(commit, 'late')
    await move(id)
    expect(await valueOf(id)).toBe(1)
    await gateway.deliver()
    expect(await valueOf(id)).toBe(1)
  })

  test('and that arrives while the question is waiting is the one that counts', async () => {
    const id = newUnion()
    const [commits, inserts] = [gateway.received(commit), gateway.received(insert)]
    gateway.lose(commit, 'late')
    // The transaction cannot be ended, so it still holds its note, and the question waits for it, as on the platform.
    for (let nth = 1; nth <= 30; nth++) gateway.lose('database.abortTransaction', 'before', nth)
    const moving = move(id)
    await until(() => gateway.received(insert) === inserts + 3)
    await gateway.deliver()
    await moving
    expect(await valueOf(id)).toBe(1)
    expect(gateway.received(commit)).toBe(commits + 1)
  })

  test('is told as unknown when nobody answers any more, and not as done or failed', async () => {
    const other = await openGateway()
    const short = { deadlineMs: 200, firstPauseMs: 5, longestPauseMs: 20 }
    const impatient = await openOn(other, contractCollections, { patience: short })
    other.lose(commit, 'before')
    const writing = impatient.transact(async (tx) => tx.put(counters, { _id: 'a', value: 1 }))
    const told = expect(writing).rejects.toThrow(OutcomeUnknown)
    await until(() => other.received(commit) === 1)
    await other.close()
    await told
    await expect(impatient.get(counters, 'a')).rejects.toThrow(NoAnswer)
    await impatient.close()
  })

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
  }
})

describe('an insert whose answer is lost', () => {
  test('is told as unknown where another has written over the document meanwhile', async () => {
    const id = newUnion()
    // Lost once it is done, and then often enough that another has the time to write.
    gateway.lose(insert, 'after')
    for (let nth = 2; nth <= 8; nth++) gateway.lose(insert, 'before', nth)
    const inserting = store.insert(counters, { _id: id, value: 1 })
    const told = expect(inserting).rejects.toThrow(OutcomeUnknown)
    const database = openDatabase(environmentOf(gateway))
    while ((await database.get(counters.name, id)) === undefined);
    const session = await database.begin()
    await session.put(counters.name, rowOf(counters, { _id: id, value: 5 }))
    await session.commit()
    await told
    expect(await valueOf(id)).toBe(5)
  })
})

test('a read whose connection is lost is asked again', async () => {
  const union = newUnion()
  await store.insert(letters, letter(union, 'a', { state: 'sent' }))
  const selection = { index: 'byState', equals: { union } } as const
  for (const action of ['getDocument', 'calculateDocument', 'aggregateDocuments'])
    gateway.lose(`database.${action}`, 'after')
  expect((await store.find(letters, selection)).documents).toHaveLength(1)
  expect(await store.count(letters, selection)).toBe(1)
  expect(await store.group(letters, { ...selection, by: 'state' })).toEqual([{ value: 'sent', count: 1 }])
})
