import { openCloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { commitLog, commitsName } from '../../cloudfunctions/_kernel/store/cloudbase-commits'
import { openDatabase } from '../../cloudfunctions/_kernel/store/cloudbase-database'
import { Conflict } from '../../cloudfunctions/_kernel/store/cloudbase-faults'
import { defaultPatience } from '../../cloudfunctions/_kernel/store/cloudbase-retry'
import {
  contractCollections,
  counters,
  keep,
  letter,
  letters,
  type Letter,
} from '../../cloudfunctions/_kernel/store/contract-letters'
import { collection, DuplicateId } from '../../cloudfunctions/_kernel/store/port'
import { environmentOf, openOn } from './cloud'
import { openGateway, type Gateway } from './gateway'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())
jest.setTimeout(600_000)

describe('opening and closing', () => {
  test('makes the collections, also when they are there already; the prefix keeps two stores apart', async () => {
    const [one, other] = [
      await openOn(gateway, [counters], { prefix: 'a' }),
      await openOn(gateway, [counters], { prefix: 'b' }),
    ]
    await one.prepare()
    await one.insert(counters, { _id: 'x', value: 1 })
    expect(await other.get(counters, 'x')).toBeUndefined()
    await expect(one.get(letters, 'x')).rejects.toThrow(letters.name)
    await Promise.all([one.close(), other.close()])
  })

  test('fills an index that is declared later', async () => {
    const bare = collection<Letter>({ ...letters, indexes: {} })
    const first = await openOn(gateway, [bare], { prefix: 'later' })
    const old = ['b', 'a'].map((name) => letter('u', name, { rank: 1 }))
    for (const one of old) await first.insert(bare, one)
    const second = await openOn(gateway, [letters], { prefix: 'later' })
    const { documents } = await second.find(letters, { index: 'byRank', equals: { union: 'u' } })
    expect(documents).toEqual(old.reverse())
    await Promise.all([first.close(), second.close()])
  })

  test('a collection of the store’s own name is refused', () => {
    const collections = [{ ...counters, name: commitsName }]
    expect(() => openCloudbaseStore({ environment: environmentOf(gateway), collections })).toThrow(commitsName)
  })

  test('closing lets what is under way finish, and refuses every later call', async () => {
    const store = await openOn(gateway, [counters])
    const writes = Array.from({ length: 10 }, (_, at) => store.insert(counters, { _id: `closing-${at}`, value: at }))
    await store.close()
    expect(await Promise.all(writes)).toEqual(writes.map(() => ({ ok: true })))
    await expect(store.get(counters, 'closing-1')).rejects.toThrow('closed')
    await expect(store.transact(async () => 1)).rejects.toThrow('closed')
  })
})

describe('a transaction', () => {
  test('that only reads leaves no note', async () => {
    const store = await openOn(gateway, contractCollections, { prefix: 'reading' })
    await store.transact((tx) => tx.get(counters, 'nobody'))
    expect(await openDatabase(environmentOf(gateway)).count(`reading${commitsName}`, { field: '_id' })).toBe(0)
    await store.close()
  })

  test('that hangs is given up, and what it held is free at once', async () => {
    const store = await openOn(gateway, [counters], { prefix: 'hanging', transactionLimitMs: 50 })
    const hanging = store.transact(async (tx) => {
      await tx.insert(counters, { _id: 'held', value: 1 })
      await new Promise(() => {})
    })
    await expect(hanging).rejects.toThrow('given up')
    expect(await store.insert(counters, { _id: 'held', value: 2 })).toEqual({ ok: true })
    await store.close()
  })

  test('that meets a holder who does not let go fails with a conflict at its deadline, and not before', async () => {
    const patience = { deadlineMs: 300, firstPauseMs: 5, longestPauseMs: 20 }
    const store = await openOn(gateway, [counters], { prefix: 'contending', patience })
    const holder = await openDatabase(environmentOf(gateway)).begin()
    await holder.put(`contending${counters.name}`, { _id: 'held' })
    let runs = 0
    const contending = store.transact((tx) => {
      runs++
      return tx.put(counters, { _id: 'held', value: 1 })
    })
    await expect(contending).rejects.toThrow(Conflict)
    expect(runs).toBeGreaterThan(1)
    await holder.abort()
    await store.transact((tx) => tx.put(counters, { _id: 'held', value: 2 }))
    expect((await store.get(counters, 'held'))?.value).toBe(2)
    await store.close()
  })

  test('whose work hides a duplicate keeps nothing, and tells the duplicate', async () => {
    const store = await openOn(gateway, [counters], { prefix: 'hiding' })
    await store.insert(counters, { _id: 'taken', value: 1 })
    const work = store.transact(async (tx) => {
      await tx.put(counters, { _id: 'beside', value: 1 })
      await tx.insert(counters, { _id: 'taken', value: 2 }).catch(() => {})
    })
    await expect(work).rejects.toThrow(DuplicateId)
    expect(await store.get(counters, 'beside')).toBeUndefined()
    await store.close()
  })

  test('of more than the service takes is a fault, and keeps nothing', async () => {
    const store = await openOn(gateway, contractCollections, { prefix: 'large' })
    const work = store.transact(async (tx) => {
      for (let at = 0; at <= 100; at++) await tx.put(counters, { _id: `${at}`, value: at })
    })
    await expect(work).rejects.toThrow('100 operations')
    expect(await store.count(counters, { index: 'all', equals: {} })).toBe(0)
    await store.close()
  })
})

test('a page of 1000 that has a next one takes a second request, and nothing is missing or double', async () => {
  const store = await openOn(gateway, contractCollections, { prefix: 'pages' })
  await keep(
    store,
    Array.from({ length: 1001 }, (_, at) => letter('u', `${at}`.padStart(4, '0'))),
  )
  const query = { index: 'byRank', equals: { union: 'u' }, limit: 1000 } as const
  const before = gateway.received('database.getDocument')
  const first = await store.find(letters, query)
  expect(gateway.received('database.getDocument') - before).toBe(2)
  expect(first.documents).toHaveLength(1000)
  const second = await store.find(letters, { ...query, cursor: first.cursor ?? '' })
  expect(second).toEqual({ documents: [letter('u', '1000')] })
  await store.close()
})

test('groups past 1000 are all counted', async () => {
  const store = await openOn(gateway, contractCollections, { prefix: 'groups' })
  await keep(
    store,
    Array.from({ length: 1200 }, (_, at) => letter('u', `${at}`, { rank: at % 1100 })),
  )
  const groups = await store.group(letters, { index: 'byRank', equals: { union: 'u' }, by: 'rank' })
  expect(groups.map(({ value }) => value)).toEqual(Array.from({ length: 1100 }, (_, at) => at))
  expect(groups.map(({ count }) => count)).toEqual(groups.map((_, at) => (at < 100 ? 2 : 1)))
  await store.close()
})

test('notes of commits are swept once nobody can ask for them any more', async () => {
  const database = openDatabase(environmentOf(gateway))
  let now = Date.now()
  const log = commitLog(database, 'sweptNotes', defaultPatience, () => now)
  await database.create('sweptNotes')
  const notes = () => database.count('sweptNotes', { field: '_id' })
  for (const id of ['old', 'older']) expect(await log.arrived(id)).toBe(false)
  now += 599_000
  await log.sweep()
  expect(await notes()).toBe(2)
  expect(await log.arrived('young')).toBe(false)
  now += 2_000
  await log.sweep()
  expect(await notes()).toBe(1)
})
