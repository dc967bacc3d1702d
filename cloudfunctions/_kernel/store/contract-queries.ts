import {
  compareKeys,
  counters,
  everyPage,
  keep,
  letter,
  letters,
  newUnion,
  texts,
  type Letter,
} from './contract-letters'
import { BadCursor, type Query, type Store } from './port'

export function describeQueries(open: () => Store): void {
  const found = async (query: Query<Letter>) => texts((await open().find(letters, query)).documents)

  describe('an index', () => {
    test('finds what is equal in its first fields and nothing of anybody else', async () => {
      const [union, other] = [newUnion(), newUnion()]
      await keep(open(), [letter(union, 'a', { state: 'sent' }), letter(union, 'b', { state: 'left' })])
      await keep(open(), [letter(other, 'c', { state: 'sent' })])
      expect(await found({ index: 'byState', equals: { union, state: 'sent' } })).toEqual(['a'])
      expect(await found({ index: 'byState', equals: { union } })).toEqual(['b', 'a'])
      expect(await found({ index: 'byState', equals: { union: newUnion() } })).toEqual([])
    })

    test('orders by the fields that follow, ties by id, and backwards as the exact reverse', async () => {
      const union = newUnion()
      const fields = [{ rank: 10 }, { rank: 9 }, { rank: -1 }, { rank: 1.5 }, { rank: 9 }, {}]
      await keep(
        open(),
        fields.map((field, at) => letter(union, `${at}`, field)),
      )
      const expected = ['5', '2', '3', '1', '4', '0']
      expect(await found({ index: 'byRank', equals: { union } })).toEqual(expected)
      expect(await found({ index: 'byRank', equals: { union }, order: 'descending' })).toEqual([...expected].reverse())
    })

    test('orders text by code point', async () => {
      const union = newUnion()
      const states = ['b', '😀', '', 'B', '\uffee', 'ba', '中', 'a']
      await keep(
        open(),
        states.map((state, at) => letter(union, `${at}`, { state, text: state })),
      )
      expect(await found({ index: 'byState', equals: { union } })).toEqual([
        '',
        'B',
        'a',
        'b',
        'ba',
        '中',
        '\uffee',
        '😀',
      ])
    })

    test('puts the missing first, then false, then true, and finds each', async () => {
      const union = newUnion()
      await keep(open(), [
        letter(union, 'true', { urgent: true }),
        letter(union, 'false', { urgent: false }),
        letter(union, 'missing'),
      ])
      expect(await found({ index: 'byUrgency', equals: { union } })).toEqual(['missing', 'false', 'true'])
      expect(await found({ index: 'byUrgency', equals: { union, urgent: true } })).toEqual(['true'])
      expect(await found({ index: 'byUrgency', equals: { union, urgent: false } })).toEqual(['false'])
      expect(await found({ index: 'byUrgency', equals: { union, urgent: undefined } })).toEqual(['missing'])
    })

    test.each([
      [{ from: 2 }, ['2', '3', '4']],
      [{ until: 3 }, ['1', '2']],
      [{ from: 2, until: 4 }, ['2', '3']],
      [{ from: 1.5, until: 3.5 }, ['2', '3']],
      [{ from: 4, until: 2 }, []],
      [{ from: 5 }, []],
    ])('between %j lie %j: from inclusive, until exclusive, the missing left out', async (bounds, expected) => {
      const union = newUnion()
      await keep(open(), [letter(union, 'none'), ...[1, 2, 3, 4].map((rank) => letter(union, `${rank}`, { rank }))])
      expect(await found({ index: 'byRank', equals: { union }, ...bounds })).toEqual(expected)
      expect(await found({ index: 'byRank', equals: { union }, ...bounds, order: 'descending' })).toEqual(
        [...expected].reverse(),
      )
      expect(await open().count(letters, { index: 'byRank', equals: { union }, ...bounds })).toBe(expected.length)
    })

    test('bounds text that begins alike', async () => {
      const union = newUnion()
      const states = ['青岛', '青岛市南', '青岛港', '青州', '济南']
      await keep(
        open(),
        states.map((state) => letter(union, state, { state })),
      )
      const beginning = { index: 'byState', equals: { union }, from: '青岛', until: '青岛\u{10ffff}' }
      expect(await found(beginning)).toEqual(['青岛', '青岛市南', '青岛港'])
    })

    test('bounds the id once every field is equal', async () => {
      const union = newUnion()
      await keep(
        open(),
        ['a', 'b', 'c'].map((name) => letter(union, name, { rank: 1 })),
      )
      expect(await found({ index: 'byRank', equals: { union, rank: 1 }, from: `${union}:b` })).toEqual(['b', 'c'])
    })

    test('follows a document that changes or goes', async () => {
      const union = newUnion()
      await keep(open(), [letter(union, 'a', { state: 'sent' }), letter(union, 'b', { state: 'sent' })])
      await open().transact(async (tx) => {
        await tx.put(letters, letter(union, 'a', { state: 'left' }))
        await tx.remove(letters, `${union}:b`)
      })
      expect(await found({ index: 'byState', equals: { union, state: 'sent' } })).toEqual([])
      expect(await found({ index: 'byState', equals: { union, state: 'left' } })).toEqual(['a'])
    })

    test('refuses a question it cannot answer', async () => {
      const union = newUnion()
      await expect(open().find(letters, { index: 'byColour', equals: {} })).rejects.toThrow('byColour')
      await expect(open().find(letters, { index: 'constructor', equals: {} })).rejects.toThrow('constructor')
      await expect(open().find(letters, { index: 'byState', equals: { union, rank: 1 } })).rejects.toThrow('equals')
      await expect(open().find(letters, { index: 'byState', equals: { state: 'sent' } })).rejects.toThrow('equals')
      await expect(open().count(letters, { index: 'byRank', equals: { union, text: 'a' } })).rejects.toThrow('equals')
    })
  })

  describe('counting', () => {
    test('groups by the field that follows, in its order, the missing as undefined', async () => {
      const union = newUnion()
      const states = ['sent', undefined, 'sent', 'left', undefined, 'sent']
      await keep(
        open(),
        states.map((state, at) => letter(union, `${at}`, { state, urgent: at > 2 })),
      )
      expect(await open().group(letters, { index: 'byState', equals: { union }, by: 'state' })).toEqual([
        { value: undefined, count: 2 },
        { value: 'left', count: 1 },
        { value: 'sent', count: 3 },
      ])
      expect(await open().group(letters, { index: 'byUrgency', equals: { union }, by: 'urgent' })).toEqual([
        { value: false, count: 3 },
        { value: true, count: 3 },
      ])
      expect(await open().count(letters, { index: 'byState', equals: { union, state: 'sent' } })).toBe(3)
    })

    test('goes no further than it is told', async () => {
      const union = newUnion()
      await keep(
        open(),
        [1, 2, 2, 2, 3, undefined].map((rank, at) => letter(union, `${at}`, { rank, state: 'sent' })),
      )
      const counted = (counting: object) => open().count(letters, { index: 'byRank', equals: { union }, ...counting })
      expect(await Promise.all([1, 5, 6, 7].map((atMost) => counted({ atMost })))).toEqual([1, 5, 6, 6])
      expect(await counted({ from: 2, until: 3, atMost: 2 })).toBe(2)
      expect(await counted({ from: 2, until: 3, atMost: 9 })).toBe(3)
      expect(await counted({ from: 4, atMost: 9 })).toBe(0)
      for (const atMost of [0, -1, 1.5, Number.NaN]) await expect(counted({ atMost })).rejects.toThrow(RangeError)
    })

    test('of nothing is nothing', async () => {
      const union = newUnion()
      expect(await open().count(letters, { index: 'byState', equals: { union } })).toBe(0)
      expect(await open().group(letters, { index: 'byState', equals: { union }, by: 'state' })).toEqual([])
    })

    test('refuses to group by another field', async () => {
      const grouping = { index: 'byState', equals: { union: newUnion() }, by: 'rank' } as const
      await expect(open().group(letters, grouping)).rejects.toThrow('rank')
    })
  })

  describe('paging', () => {
    test('gives 50 unless told, at most 1000, and refuses what is no page', async () => {
      const union = newUnion()
      await keep(
        open(),
        Array.from({ length: 60 }, (_, at) => letter(union, `${at}`)),
      )
      expect(await found({ index: 'byRank', equals: { union } })).toHaveLength(50)
      expect(await found({ index: 'byRank', equals: { union }, limit: 1000 })).toHaveLength(60)
      for (const limit of [0, -1, 1.5, 1001, Number.NaN])
        await expect(open().find(letters, { index: 'byRank', equals: { union }, limit })).rejects.toThrow(RangeError)
    })

    test('ends without a cursor, also when the last page is full', async () => {
      const union = newUnion()
      await keep(open(), [letter(union, 'a'), letter(union, 'b')])
      const query = { index: 'byRank', equals: { union } }
      expect((await open().find(letters, { ...query, limit: 2 })).cursor).toBeUndefined()
      expect((await open().find(letters, { ...query, limit: 1 })).cursor).toBeDefined()
    })

    test('goes through 2,500 documents, each once and in order', async () => {
      const union = newUnion()
      const states = ['sent', undefined, 'left']
      const documents = Array.from({ length: 2500 }, (_, at) =>
        letter(union, `${at}`, { state: states[at % 3], rank: at % 2 === 0 ? at % 70 : undefined }),
      )
      await keep(open(), documents)
      const sorted = [...documents].sort(
        (a, b) => compareKeys(a.state, b.state) || compareKeys(a.rank, b.rank) || compareKeys(a._id, b._id),
      )
      const query = { index: 'byState', equals: { union }, limit: 1000 }
      expect(texts(await everyPage(open(), query))).toEqual(texts(sorted))
      expect(texts(await everyPage(open(), { ...query, order: 'descending' }))).toEqual(texts([...sorted].reverse()))
      expect(await open().count(letters, query)).toBe(2500)
    })

    test('keeps its place when documents come and go in between, the marked one included', async () => {
      const union = newUnion()
      const query = { index: 'byRank', equals: { union }, limit: 2 }
      await keep(
        open(),
        [10, 20, 30, 40].map((rank) => letter(union, `${rank}`, { rank })),
      )
      const { documents, cursor = '' } = await open().find(letters, query)
      expect(texts(documents)).toEqual(['10', '20'])
      await keep(open(), [letter(union, '5', { rank: 5 }), letter(union, '25', { rank: 25 })])
      await open().transact((tx) => tx.remove(letters, `${union}:20`))
      expect(await found({ ...query, cursor })).toEqual(['25', '30'])
    })

    test('stays within its bounds on every page', async () => {
      const union = newUnion()
      await keep(
        open(),
        Array.from({ length: 20 }, (_, rank) => letter(union, `${rank}`, { rank })),
      )
      const query = { index: 'byRank', equals: { union }, from: 3, until: 17, limit: 4 }
      const expected = Array.from({ length: 14 }, (_, at) => `${at + 3}`)
      expect(texts(await everyPage(open(), query))).toEqual(expected)
      expect(texts(await everyPage(open(), { ...query, order: 'descending' }))).toEqual(expected.reverse())
    })

    test('refuses a cursor that is made up or belongs to another query', async () => {
      const union = newUnion()
      await keep(open(), [letter(union, 'a'), letter(union, 'b')])
      const query = { index: 'byRank', equals: { union }, limit: 1 }
      const { cursor = '' } = await open().find(letters, query)
      const madeUp = Buffer.from('["byRank ascending",[{"$gt":""},null]]').toString('base64url')
      for (const wrong of ['', 'nonsense', cursor.slice(0, -4), madeUp, 'x'.repeat(100_000)])
        await expect(open().find(letters, { ...query, cursor: wrong })).rejects.toThrow(BadCursor)
      await expect(open().find(letters, { ...query, cursor, order: 'descending' })).rejects.toThrow(BadCursor)
      await expect(open().find(letters, { ...query, cursor, index: 'byState' })).rejects.toThrow(BadCursor)
    })

    test('walks a whole collection by its index without fields', async () => {
      await open().transact(async (tx) => {
        for (const name of ['c', 'a', 'b']) await tx.insert(counters, { _id: `walk-${name}`, value: 1 })
      })
      const query = { index: 'all', equals: {}, from: 'walk-', until: 'walk.' }
      const { documents } = await open().find(counters, query)
      expect(documents.map(({ _id }) => _id)).toEqual(['walk-a', 'walk-b', 'walk-c'])
      expect(await open().count(counters, query)).toBe(3)
    })
  })
}
