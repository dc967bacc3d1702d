import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase45, toBase45 } from '../shared/card/base45'
import { keyOf, noon, shown, verifyWithNode } from '../shared/card/card.fixture'
import { prefix } from '../shared/card/presentation'
import { verifyOffline } from '../shared/card/verify'

const docs = join(__dirname, '..', 'docs')
const verifier = join(docs, 'card-verifier.mjs')
const text = readFileSync(join(docs, 'card-format.md'), 'utf8')
const [valid = '', stolen = ''] = text.match(/^GH1:.+$/gm) ?? []
const [, kid = '', publicKey = ''] = /Issuer `(\w+)`, public key `(\w+)`/.exec(text) ?? []

/** What the verifier in the documentation says: nothing but Node. */
function readByAnybody(card: string, at: number): string {
  return spawnSync(process.execPath, [verifier, card, String(at), `${kid}=${publicKey}`], { encoding: 'utf8' }).stdout
}

/** The same card with other bytes. */
function rewritten(change: (hex: string) => string, text = valid): string {
  const bytes = fromBase45(text.slice(prefix.length)) ?? new Uint8Array()
  return prefix + toBase45(Uint8Array.from(Buffer.from(change(Buffer.from(bytes).toString('hex')), 'hex')))
}

/** S and S + L verify alike where nobody looks (RFC 8032 §5.1.7). */
function withTheOtherS(hex: string): string {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const s = BigInt(`0x${reversed(hex.slice(-64))}`) + order
  return hex.slice(0, -64) + reversed(s.toString(16).padStart(64, '0'))
}

const reversed = (hex: string) => Buffer.from(hex, 'hex').reverse().toString('hex')

/** Every y of a point of small order (RFC 8032 §8.4). */
const weakKeys = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `01${'00'.repeat(30)}80`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]

/** A card under a key of small order: one in at most eight messages fits this signature, and nothing but the key tells that it is worth nothing. */
function shownUnder(key: string): string {
  const holder = Uint8Array.from(Buffer.from(key, 'hex'))
  const signature = Uint8Array.from([1, ...Array.from({ length: 63 }, () => 0)])
  for (let tries = 0; tries < 200; tries++) {
    let addsUp = false
    const sign = (message: Uint8Array) => {
      addsUp = verifyWithNode(signature, message, holder)
      return signature
    }
    const reference = Uint8Array.from({ length: 16 }, () => tries)
    const card = shown({ change: { holder, reference }, shownBy: { sign } })
    if (addsUp) return card
  }
  throw new Error(`no signature adds up under ${key}`)
}

describe('the test cards of docs/card-format.md', () => {
  test('are read by a program of one page that knows only the document', () => {
    expect(readByAnybody(valid, noon)).toBe('valid: 王*平, 青岛澜屿海洋装备有限公司工会, active\n')
    expect(readByAnybody(stolen, noon)).toBe('not the holder’s phone\n')
    expect(readByAnybody(valid, noon + 61)).toBe('shown too long ago\n')
    expect(readByAnybody(valid, noon + 86_400)).toBe('not its day\n')
  })

  test('are read by us alike', () => {
    const issuers = [{ kid: Buffer.from(kid, 'hex'), publicKey: Buffer.from(publicKey, 'hex'), until: noon + 1e6 }]
    const ours = (card: string) => verifyOffline(card, { issuers, now: noon, verify: verifyWithNode })
    expect(ours(valid)).toMatchObject({ kind: 'genuine', name: '王*平' })
    expect(ours(stolen)).toEqual({ kind: 'forged', because: 'holder' })
  })

  test('are what our own code makes today', () => {
    expect(valid).toBe(shown())
  })
})

describe('the verifier of docs/card-verifier.mjs', () => {
  test('is at most forty lines of code, and needs nothing but node:crypto', () => {
    const code = readFileSync(verifier, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'))
    expect(code.length).toBeLessThanOrEqual(40)
    expect(code.filter((line) => /\b(import|require)\b/.test(line))).toEqual([
      "import { createPublicKey, verify } from 'node:crypto'",
    ])
  })

  test('tells whose membership is retained', () => {
    expect(readByAnybody(shown({ change: { status: 'retained' } }), noon)).toContain(', retained')
  })

  test.each([
    ['a card of an issuer nobody named', shown({ under: Uint8Array.from([1]) }), 'unknown issuer'],
    ['one that another key issued', shown({ issuedBy: keyOf(3) }), 'credential forged'],
    ['a changed name', rewritten((hex) => hex.replace('e78e8b', 'e78e8c')), 'credential forged'],
    ['a changed signature', rewritten((hex) => `${hex.slice(0, -2)}00`), 'not the holder’s phone'],
    ['a signature with S + L', rewritten(withTheOtherS), 'not the holder’s phone'],
    ['a byte more', rewritten((hex) => `${hex}00`), 'no card'],
    ['a byte less', rewritten((hex) => hex.slice(0, -2)), 'no card'],
    ['a length in a longer spelling', rewritten((hex) => hex.replace('5840', '590040')), 'no card'],
    ['a text in small letters', valid.toLowerCase(), 'no card'],
    ['three letters beyond two bytes', `${valid.slice(0, 4)}:::${valid.slice(7)}`, 'no card'],
    ['a letter alone at the end', `${valid.slice(0, valid.length - ((valid.length - 4) % 3))}0`, 'no card'],
    ['something else', 'https://example.com', 'no card'],
  ])('refuses %s', (_, card, because) => {
    expect(readByAnybody(card, noon)).toBe(`${because}\n`)
  })

  test('refuses what is shown a minute too early', () => {
    expect(readByAnybody(valid, noon - 61)).toBe('shown too long ago\n')
    expect(readByAnybody(valid, NaN)).toBe('not its day\n')
  })

  test.each(weakKeys)('refuses a phone’s key %s, though its signature adds up', (key) => {
    expect(readByAnybody(shownUnder(key), noon)).toBe('not the holder’s phone\n')
  })
})
