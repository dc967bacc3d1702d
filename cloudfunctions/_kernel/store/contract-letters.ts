import { z } from 'zod'
import { collection, type Page, type Query, type Scalar, type Store } from './port'

/** The documents of the contract tests: one field of each kind that an index can hold, all of them optional. */
export const Letter = z.strictObject({
  _id: z.string(),
  union: z.string(),
  state: z.string().optional(),
  rank: z.number().optional(),
  urgent: z.boolean().optional(),
  text: z.string(),
})
export type Letter = z.infer<typeof Letter>

export const letters = collection<Letter>({
  name: 'contractLetters',
  schema: Letter,
  indexes: { byState: ['union', 'state', 'rank'], byRank: ['union', 'rank'], byUrgency: ['union', 'urgent'] },
})

export const Counter = z.strictObject({ _id: z.string(), value: z.number().int() })
export type Counter = z.infer<typeof Counter>

export const counters = collection<Counter>({ name: 'contractCounters', schema: Counter, indexes: { all: [] } })

/** What an adapter’s `open` must create. */
export const contractCollections = [letters, counters] as const

let made = 0

/** A union that no other test has written to, so that tests share a store and see nothing of each other. */
export function newUnion(): string {
  return `union${++made}`
}

export function letter(union: string, name: string, fields: Partial<Omit<Letter, '_id' | 'union'>> = {}): Letter {
  return { _id: `${union}:${name}`, union, text: name, ...fields }
}

/** As many as every adapter takes in one transaction: CloudBase counts 100 operations. */
const together = 50

export async function keep(store: Store, documents: readonly Letter[]): Promise<void> {
  for (let from = 0; from < documents.length; from += together)
    await store.transact(async (tx) => {
      for (const document of documents.slice(from, from + together)) await tx.insert(letters, document)
    })
}

/** All documents of a query, page by page. */
export async function everyPage(store: Store, query: Query<Letter>): Promise<readonly Letter[]> {
  const documents: Letter[] = []
  let page: Page<Letter> = await store.find(letters, query)
  documents.push(...page.documents)
  while (page.cursor !== undefined) {
    page = await store.find(letters, { ...query, cursor: page.cursor })
    documents.push(...page.documents)
  }
  return documents
}

export function texts(found: readonly Letter[]): readonly string[] {
  return found.map(({ text }) => text)
}

/** The port’s order of keys: missing, then false and true, numbers, text by code point. */
export function compareKeys(one: Scalar | undefined, other: Scalar | undefined): number {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other))
  const [first, second] = [weight(one), weight(other)]
  return first === second ? 0 : first < second ? -1 : 1
}

function weight(key: Scalar | undefined): number {
  if (key === undefined) return -Infinity
  return typeof key === 'string' ? Infinity : Number(key)
}
