import { counters, newUnion } from './contract-letters'
import type { Store } from './port'

/** How an adapter with a connection can be made to lose it: at the next commit or insert, before it is carried out or after it, without an answer. */
export interface Losing {
  commit(moment: 'before' | 'after'): void
  insert(moment: 'before' | 'after'): void
}

export function describeLosses(open: () => Store, lose: Losing): void {
  describe.each(['before', 'after'] as const)('a connection lost %s', (moment) => {
    const add = (id: string) =>
      open().transact(async (tx) => {
        const value = ((await tx.get(counters, id))?.value ?? 0) + 1
        await tx.put(counters, { _id: id, value })
        return { ok: true, value } as const
      })

    test('the commit: its writes are kept once, and its work’s answer comes', async () => {
      const id = newUnion()
      lose.commit(moment)
      expect(await add(id)).toEqual({ ok: true, value: 1 })
      expect((await open().get(counters, id))?.value).toBe(1)
    })

    test('the commit of an insert: it is kept once and does not meet itself', async () => {
      const id = newUnion()
      lose.commit(moment)
      await open().transact((tx) => tx.insert(counters, { _id: id, value: 1 }))
      expect(await open().get(counters, id)).toEqual({ _id: id, value: 1 })
    })

    test('any of the commits of 8 writers: no addition is lost or made twice', async () => {
      const id = newUnion()
      const writer = async () => {
        for (let turn = 0; turn < 4; turn++) {
          if (turn % 2 === 0) lose.commit(moment)
          await add(id)
        }
      }
      await Promise.all(Array.from({ length: 8 }, writer))
      expect((await open().get(counters, id))?.value).toBe(32)
    })

    test('an insert: it is told ok, and the next one that the id is taken', async () => {
      const id = newUnion()
      lose.insert(moment)
      expect(await open().insert(counters, { _id: id, value: 1 })).toEqual({ ok: true })
      expect(await open().insert(counters, { _id: id, value: 2 })).toEqual({ ok: false, reason: 'DUPLICATE' })
      expect((await open().get(counters, id))?.value).toBe(1)
    })

    test('an insert of an id that is taken: that is told, and the first document stays', async () => {
      const id = newUnion()
      await open().insert(counters, { _id: id, value: 1 })
      lose.insert(moment)
      expect(await open().insert(counters, { _id: id, value: 2 })).toEqual({ ok: false, reason: 'DUPLICATE' })
      expect((await open().get(counters, id))?.value).toBe(1)
    })
  })
}
