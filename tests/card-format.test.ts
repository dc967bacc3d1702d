import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noon, shown, verifyWithNode } from '../shared/card/card.fixture'
import { verifyOffline } from '../shared/card/verify'

const docs = join(__dirname, '..', 'docs')
const text = readFileSync(join(docs, 'card-format.md'), 'utf8')
const [valid = '', stolen = ''] = text.match(/^GH1:.+$/gm) ?? []
const [, kid = '', publicKey = ''] = /Issuer `(\w+)`, public key `(\w+)`/.exec(text) ?? []

/** What the verifier in the documentation says: nothing but Node. */
function readByAnybody(card: string, at: number): string {
  const verifier = join(docs, 'card-verifier.mjs')
  return spawnSync(process.execPath, [verifier, card, String(at), `${kid}=${publicKey}`], { encoding: 'utf8' }).stdout
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
