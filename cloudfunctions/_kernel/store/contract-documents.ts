import { InvalidDocument } from './documents'
import { counters, letter, letters, newUnion } from './contract-letters'
import type { Store } from './port'

export function describeDocuments(open: () => Store): void {
  describe('documents', () => {
    test('come back as they were inserted', async () => {
      const document = letter(newUnion(), 'whole', { state: 'sent', rank: 2, urgent: false })
      expect(await open().insert(letters, document)).toEqual({ ok: true })
      expect(await open().get(letters, document._id)).toStrictEqual(document)
    })

    test('nobody is found under an unknown id', async () => {
      expect(await open().get(letters, `${newUnion()}:nobody`)).toBeUndefined()
    })

    test('an id that is taken is told, and the first document stays', async () => {
      const first = letter(newUnion(), 'one', { text: 'first' })
      await open().insert(letters, first)
      expect(await open().insert(letters, { ...first, text: 'second' })).toEqual({ ok: false, reason: 'DUPLICATE' })
      expect(await open().get(letters, first._id)).toStrictEqual(first)
    })

    test('the same id in two collections is two documents', async () => {
      const document = letter(newUnion(), 'here')
      const counter = { _id: document._id, value: 1 }
      expect(await open().insert(letters, document)).toEqual({ ok: true })
      expect(await open().insert(counters, counter)).toEqual({ ok: true })
      expect(await open().get(letters, document._id)).toStrictEqual(document)
      expect(await open().get(counters, document._id)).toStrictEqual(counter)
    })

    test.each([
      ['Chinese, emoji and rare characters', '中文 😀 𠮷 e\u0301'],
      ['control characters', 'a\u0000b\n\t\u001f\u007f'],
      ['quotes and markup', `'"\`\\; DROP TABLE x; -- <b>{{}}`],
      ['halves of surrogate pairs', '\ud800 and \udc00'],
      ['none at all', ''],
    ])('text comes back unchanged: %s', async (_what, text) => {
      const document = letter(newUnion(), 'text', { text })
      await open().insert(letters, document)
      expect((await open().get(letters, document._id))?.text).toBe(text)
    })

    test.each(['constructor', '__proto__', "it's", 'a"b', '工会:1', 'x%y_z', '😀'])('%s can be an id', async (name) => {
      const document = letter(newUnion(), name)
      const plain = { ...document, _id: `${name}${document._id}` }
      await open().insert(letters, plain)
      expect(await open().get(letters, plain._id)).toStrictEqual(plain)
    })

    test('a property that is undefined is not stored', async () => {
      const document = letter(newUnion(), 'sparse', { state: undefined })
      await open().insert(letters, document)
      expect(await open().get(letters, document._id)).not.toHaveProperty('state')
    })

    test('what the caller does to an object afterwards does not reach the store', async () => {
      const document = letter(newUnion(), 'mine')
      await open().insert(letters, document)
      document.text = 'changed'
      const read = await open().get(letters, document._id)
      expect(read?.text).toBe('mine')
      if (read !== undefined) read.text = 'changed'
      expect((await open().get(letters, document._id))?.text).toBe('mine')
    })

    test('one that its schema refuses is not stored, and the fault quotes no value', async () => {
      const wrong = Object.assign(letter(newUnion(), 'wrong'), { idNumber: '110101199003070038' })
      const fault: unknown = await open()
        .insert(letters, wrong)
        .catch((thrown: unknown) => thrown)
      expect(fault).toBeInstanceOf(InvalidDocument)
      expect(String(fault)).not.toContain('110101199003070038')
      await expect(open().transact((tx) => tx.put(letters, wrong))).rejects.toThrow(InvalidDocument)
      expect(await open().get(letters, wrong._id)).toBeUndefined()
    })

    test.each([
      ['an empty id', { _id: '' }],
      ['an endless id', { _id: 'x'.repeat(10_000) }],
      ['half a surrogate pair in an id', { _id: 'x\ud800' }],
      ['half a surrogate pair in an indexed field', { state: 'x\ud800' }],
    ])('%s is refused', async (_what, part) => {
      await expect(open().insert(letters, { ...letter(newUnion(), 'odd'), ...part })).rejects.toThrow(InvalidDocument)
    })
  })
}
