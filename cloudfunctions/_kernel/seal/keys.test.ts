import { randomBytes } from 'node:crypto'
import { environmentKeys } from './environment-keys'
import { KeyId, keysFrom, UnfitKeys } from './keys'

const base64 = () => randomBytes(32).toString('base64')
const sound = () => ({ SEAL_KEYS: `2026:${base64()},2027:${base64()}`, SEAL_CURRENT: '2027', INDEX_KEY: base64() })

describe('keys from the environment', () => {
  test('as a list and as JSON are the same keys', () => {
    const [old, young, index] = [base64(), base64(), base64()]
    const listed = environmentKeys({
      SEAL_KEYS: ` 2026:${old}, 2027:${young} `,
      SEAL_CURRENT: '2027',
      INDEX_KEY: index,
    })
    const json = environmentKeys({
      SEAL_KEYS: JSON.stringify({ 2026: old, 2027: young }),
      SEAL_CURRENT: '2027',
      INDEX_KEY: index,
    })
    expect(listed.current()).toBe('2027')
    for (const id of ['2026', '2027'].map((name) => KeyId.parse(name))) {
      const [one, other] = [listed.key(id), json.key(id)]
      expect(one?.encrypt.export()).toHaveLength(16)
      expect(one?.mac.export()).toHaveLength(32)
      expect(one?.encrypt.export()).toEqual(other?.encrypt.export())
      expect(one?.mac.export()).toEqual(other?.mac.export())
    }
    expect(listed.indexKey().export()).toEqual(json.indexKey().export())
    expect(listed.key(KeyId.parse('2025'))).toBeUndefined()
  })

  test.each([
    ['no SEAL_KEYS', { SEAL_KEYS: undefined }, 'SEAL_KEYS is not set'],
    ['an empty SEAL_KEYS', { SEAL_KEYS: ' ' }, 'SEAL_KEYS is not set'],
    ['no SEAL_CURRENT', { SEAL_CURRENT: undefined }, 'SEAL_CURRENT is not set'],
    ['no INDEX_KEY', { INDEX_KEY: undefined }, 'INDEX_KEY is not set'],
    ['keys without names', { SEAL_KEYS: base64() }, 'name:base64'],
    ['broken JSON', { SEAL_KEYS: '{"2027": ' }, 'JSON'],
    ['JSON of something else', { SEAL_KEYS: '{"2027": 5}' }, 'JSON'],
    ['an empty JSON object', { SEAL_KEYS: '{}' }, 'there is no seal key'],
    ['one name twice', { SEAL_KEYS: `2027:${base64()},2027:${base64()}` }, 'twice'],
    ['a name that is no name', { SEAL_KEYS: `键:${base64()}`, SEAL_CURRENT: '键' }, 'needs a name'],
    ['something else than base64', { SEAL_KEYS: `2027:${'§'.repeat(60)}` }, 'base64'],
    ['a short key', { SEAL_KEYS: `2027:${randomBytes(31).toString('base64')}` }, '31 bytes'],
    ['zeros', { SEAL_KEYS: `2027:${Buffer.alloc(32).toString('base64')}` }, 'pattern'],
    ['a repeated phrase', { SEAL_KEYS: `2027:${Buffer.from('geheim'.repeat(8)).toString('base64')}` }, 'pattern'],
    ['a current key that is not there', { SEAL_CURRENT: '2028' }, 'not among'],
    ['a lock key of no name', { LOCK_KEYS: base64() }, 'LOCK_KEYS must be name:base64'],
    ['one lock key twice', { LOCK_KEYS: `2027:${base64()},2027:${base64()}` }, 'LOCK_KEYS names a key twice'],
    ['a short lock key', { LOCK_KEYS: `index,2027:${randomBytes(31).toString('base64')}` }, '31 bytes'],
    ['an empty JSON object of lock keys', { LOCK_KEYS: '{}' }, 'there is no lock key'],
    ['a short index key', { INDEX_KEY: randomBytes(16).toString('base64') }, '16 bytes'],
  ])('with %s are refused in a sentence', (_what, change, sentence) => {
    const env = { ...sound(), ...change }
    expect(() => environmentKeys(env)).toThrow(UnfitKeys)
    expect(() => environmentKeys(env)).toThrow(sentence)
  })

  test('lock keys: one made from the index key, or those that are listed, among them that one by its name', () => {
    const [env, secret] = [sound(), base64()]
    const locksWith = (LOCK_KEYS: string | undefined) =>
      environmentKeys({ ...env, LOCK_KEYS })
        .lockKeys()
        .map(({ id, key }) => [id, key.export().toString('hex')])
    const [first] = locksWith(undefined)
    expect(first?.[0]).toBe('index')
    expect(locksWith(' ')).toEqual([first])
    expect(locksWith(`index, 2027:${secret}`)).toEqual([first, ['2027', expect.stringMatching(/^[0-9a-f]{64}$/)]])
    expect(locksWith(`2027:${secret}`)).toEqual(locksWith(`index,2027:${secret}`).slice(1))
    expect(locksWith(`{"2027": "${secret}"}`)).toEqual(locksWith(`2027:${secret}`))
    expect(() => locksWith(`2027:${env.INDEX_KEY}`)).toThrow('the same')
  })

  test('that are refused are not quoted', () => {
    const secret = `${base64()}§`
    const refused = () => environmentKeys({ ...sound(), SEAL_KEYS: `2027:${secret}` })
    expect(refused).toThrow(UnfitKeys)
    expect(refused).not.toThrow(secret.slice(0, 8))
  })

  test('must differ: one secret for two purposes is refused', () => {
    const secret = base64()
    expect(() => environmentKeys({ ...sound(), SEAL_KEYS: `2027:${secret}`, INDEX_KEY: secret })).toThrow('the same')
    expect(() => environmentKeys({ ...sound(), SEAL_KEYS: `2026:${secret},2027:${secret}` })).toThrow('the same')
  })
})

test('every purpose has a key of its own, and none is the secret itself', () => {
  const [seal, index] = [randomBytes(32), randomBytes(32)]
  const keys = keysFrom({ seal: new Map([['a', seal]]), current: 'a', index })
  const key = keys.key(keys.current())
  const hex = [key?.encrypt, key?.mac, keys.indexKey()].map((one) => one?.export().toString('hex') ?? '')
  const beginnings = [...hex, seal.toString('hex'), index.toString('hex')].map((text) => text.slice(0, 32))
  expect(new Set(beginnings).size).toBe(5)
})
