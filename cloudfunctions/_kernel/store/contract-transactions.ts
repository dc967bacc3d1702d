import { counters, letter, letters, newUnion } from './contract-letters'
import { DuplicateId, type Store, type Transaction } from './port'

export function describeTransactions(open: () => Store): void {
  describe('a transaction', () => {
    test('keeps all of its writes and hands back what its work answered', async () => {
      const union = newUnion()
      await open().insert(letters, letter(union, 'old'))
      const answer = await open().transact(async (tx) => {
        await tx.insert(letters, letter(union, 'new'))
        await tx.put(counters, { _id: union, value: 1 })
        await tx.remove(letters, `${union}:old`)
        await tx.remove(letters, `${union}:never`)
        return { ok: true, data: 'done' } as const
      })
      expect(answer).toEqual({ ok: true, data: 'done' })
      expect(await open().get(letters, `${union}:new`)).toEqual(letter(union, 'new'))
      expect(await open().get(counters, union)).toEqual({ _id: union, value: 1 })
      expect(await open().get(letters, `${union}:old`)).toBeUndefined()
    })

    async function writeAll(tx: Transaction, union: string): Promise<void> {
      await tx.insert(letters, letter(union, 'new'))
      await tx.put(letters, letter(union, 'old', { text: 'changed' }))
      await tx.remove(letters, `${union}:other`)
    }

    async function expectUntouched(union: string): Promise<void> {
      const page = await open().find(letters, { index: 'byRank', equals: { union } })
      expect(page.documents).toEqual([letter(union, 'old'), letter(union, 'other')])
    }

    async function prepared(): Promise<string> {
      const union = newUnion()
      await open().insert(letters, letter(union, 'old'))
      await open().insert(letters, letter(union, 'other'))
      return union
    }

    test('that throws leaves nothing behind', async () => {
      const union = await prepared()
      const work = open().transact(async (tx) => {
        await writeAll(tx, union)
        throw new Error('the disk of the rule is full')
      })
      await expect(work).rejects.toThrow('the disk of the rule is full')
      await expectUntouched(union)
    })

    test('that answers a refusal leaves nothing behind and hands the refusal back', async () => {
      const union = await prepared()
      const refusal = await open().transact(async (tx) => {
        await writeAll(tx, union)
        return { ok: false, code: 'ALREADY_MEMBER' } as const
      })
      expect(refusal).toEqual({ ok: false, code: 'ALREADY_MEMBER' })
      await expectUntouched(union)
    })

    test('that inserts an id which is taken throws where it was, and leaves nothing behind', async () => {
      const union = await prepared()
      const fault: unknown = await open()
        .transact(async (tx) => {
          await writeAll(tx, union)
          await tx.insert(letters, letter(union, 'old'))
        })
        .catch((thrown: unknown) => thrown)
      expect(fault).toBeInstanceOf(DuplicateId)
      expect(fault).toMatchObject({ collection: letters.name, id: `${union}:old` })
      await expectUntouched(union)
    })

    test('reads what it wrote', async () => {
      const union = newUnion()
      await open().transact(async (tx) => {
        await tx.insert(letters, letter(union, 'a', { rank: 1 }))
        expect((await tx.get(letters, `${union}:a`))?.rank).toBe(1)
        await tx.put(letters, letter(union, 'a', { rank: 2 }))
        expect((await tx.get(letters, `${union}:a`))?.rank).toBe(2)
        await tx.remove(letters, `${union}:a`)
        expect(await tx.get(letters, `${union}:a`)).toBeUndefined()
        await tx.insert(letters, letter(union, 'a', { rank: 3 }))
      })
      expect((await open().get(letters, `${union}:a`))?.rank).toBe(3)
    })

    test('is invisible to every reader until it is committed', async () => {
      const union = await prepared()
      const begun = signal()
      const looked = signal()
      const writing = open().transact(async (tx) => {
        await writeAll(tx, union)
        begun.give()
        await looked.given
      })
      await begun.given
      await expectUntouched(union)
      expect(await open().get(letters, `${union}:new`)).toBeUndefined()
      expect(await open().count(letters, { index: 'byRank', equals: { union } })).toBe(2)
      looked.give()
      await writing
      expect((await open().get(letters, `${union}:old`))?.text).toBe('changed')
      expect(await open().get(letters, `${union}:new`)).toBeDefined()
      expect(await open().get(letters, `${union}:other`)).toBeUndefined()
    })

    test('takes parallel calls', async () => {
      const union = newUnion()
      const names = Array.from({ length: 20 }, (_, at) => `${at}`)
      const read = await open().transact(async (tx) => {
        await Promise.all(names.map((name) => tx.insert(letters, letter(union, name))))
        return Promise.all(names.map((name) => tx.get(letters, `${union}:${name}`)))
      })
      expect(read.map((document) => document?.text)).toEqual(names)
      expect(await open().count(letters, { index: 'byRank', equals: { union } })).toBe(20)
    })

    test('is over when its work is over', async () => {
      const union = newUnion()
      const kept: Transaction[] = []
      await open().transact(async (tx) => {
        kept.push(tx)
      })
      for (const tx of kept) {
        await expect(tx.insert(letters, letter(union, 'late'))).rejects.toThrow()
        await expect(tx.get(letters, `${union}:late`)).rejects.toThrow()
      }
      expect(kept).toHaveLength(1)
      expect(await open().get(letters, `${union}:late`)).toBeUndefined()
    })
  })
}

interface Signal {
  readonly given: Promise<void>
  give(): void
}

function signal(): Signal {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}
