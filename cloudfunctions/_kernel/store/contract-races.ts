import fc from 'fast-check'
import { counters, letter, letters, newUnion } from './contract-letters'
import type { Store, Transaction } from './port'

export function describeRaces(open: () => Store): void {
  describe('at once', () => {
    test('8 writers add to one number five times each, and no addition is lost', async () => {
      const id = newUnion()
      const writer = async () => {
        for (let turn = 0; turn < 5; turn++) await open().transact((tx) => add(tx, id))
      }
      await Promise.all(Array.from({ length: 8 }, writer))
      expect(await open().get(counters, id)).toEqual({ _id: id, value: 40 })
    })

    test('12 insert one id: one is told ok, and it is the one who is kept', async () => {
      const union = newUnion()
      const contenders = Array.from({ length: 12 }, (_, at) => letter(union, 'place', { text: `contender ${at}` }))
      const answers = await Promise.all(contenders.map((one) => open().insert(letters, one)))
      const winners = contenders.filter((_, at) => answers[at]?.ok)
      expect(winners).toHaveLength(1)
      expect(await open().get(letters, `${union}:place`)).toEqual(winners[0])
    })

    test('12 claim one id inside transactions: one keeps it together with all it wrote', async () => {
      const union = newUnion()
      const claim = (at: number) =>
        open().transact(async (tx) => {
          await tx.insert(letters, letter(union, `own ${at}`))
          await tx.insert(counters, { _id: union, value: at })
        })
      const answers = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => claim(at)))
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const winner = (await open().get(counters, union))?.value
      const { documents } = await open().find(letters, { index: 'byRank', equals: { union } })
      expect(documents).toEqual([letter(union, `own ${winner}`)])
    })

    test('failing neighbours take nobody with them', async () => {
      const union = newUnion()
      const write = (at: number) =>
        open().transact(async (tx) => {
          await tx.insert(letters, letter(union, `${at}`, { rank: at }))
          if (at % 3 === 0) throw new Error(`${at} fails`)
          return { ok: at % 3 === 1 }
        })
      const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, at) => write(at)))
      expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(10)
      const { documents } = await open().find(letters, { index: 'byRank', equals: { union } })
      expect(documents.map(({ rank }) => rank)).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25, 28])
    })

    test('whatever the order of their steps, transactions add up to those that were kept', async () => {
      const step = fc.integer({ min: 0, max: 2 })
      const end = fc.constantFrom('keeps', 'refuses', 'throws')
      const writers = fc.array(fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), end }), {
        minLength: 2,
        maxLength: 6,
      })
      const race = fc.asyncProperty(fc.scheduler(), writers, async (scheduler, plans) => {
        const union = newUnion()
        const runs = plans.map(({ steps, end }) =>
          open().transact(async (tx) => {
            for (const counter of steps) {
              await add(tx, `${union}:${counter}`, () => scheduler.schedule(Promise.resolve()))
            }
            if (end === 'throws') throw new Error('as planned')
            return { ok: end === 'keeps' }
          }),
        )
        await scheduler.waitFor(Promise.allSettled(runs))
        for (const counter of [0, 1, 2]) {
          const kept = plans.filter(({ end }) => end === 'keeps').flatMap(({ steps }) => steps)
          const value = (await open().get(counters, `${union}:${counter}`))?.value ?? 0
          expect(value).toBe(kept.filter((one) => one === counter).length)
        }
      })
      await fc.assert(race, { numRuns: 40 })
    })
  })
}

/** Reads, lets others have a turn, writes: the shape in which updates get lost. */
async function add(
  tx: Transaction,
  id: string,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const before = await tx.get(counters, id)
  await pause()
  await tx.put(counters, { _id: id, value: (before?.value ?? 0) + 1 })
}
