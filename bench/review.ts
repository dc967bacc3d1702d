import {
  constants,
  createPrivateKey,
  privateDecrypt,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { verifyWithNode } from '../cloudfunctions/_kernel/card/ed25519'
import { blindSigner, newSigningKey } from '../cloudfunctions/_kernel/review/blind-signer'
import { boxOpener, newTallyKey, tokenVerifier } from '../cloudfunctions/_kernel/review/opening'
import { ascii } from '../shared/core/bytes'
import { writeBallot } from '../shared/review/ballot'
import { power, toInteger } from '../shared/review/blind/modular'
import { readSigningKey, type SigningPublic } from '../shared/review/blind/signing-key'
import { castBytes } from '../shared/review/cast'
import { ballotsIn, Grade } from '../shared/review/kinds'
import type { Opening } from '../shared/review/open-cast'
import { castWith, takeToken, tokenRandomness, wantToken } from '../shared/review/phone'
import { tallyBallots } from '../shared/review/tally'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const rounds = 9
const [signatures, tokens, ballots] = [300, 60, 500]

/** 会员评家: what signing blind costs beyond signing, what a phone computes, and how fast a close counts. */
export async function reviewRows(): Promise<BenchRow[]> {
  const { secret, publicKey } = await newSigningKey()
  const key = readSigningKey(publicKey)
  if (key === undefined) throw new Error('no key')
  const review = Uint8Array.from(randomBytes(32))
  return [await signingRow(secret, key), await phoneRow(secret, key, review), await tallyRow(secret, key, review)]
}

/** Against the private operation alone; ours proves each answer before it leaves. */
async function signingRow(secret: Uint8Array, key: SigningPublic): Promise<BenchRow> {
  const signer = blindSigner(secret)
  const bare = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
  const blinded = Array.from({ length: signatures }, () => below(key))
  const { ours, peer } = await sideBySide(
    async () => {
      for (const each of blinded) if ((await signer.sign(each)) === undefined) throw new Error('not signed')
      return signatures
    },
    async () => {
      for (const each of blinded) privateDecrypt({ key: bare, padding: constants.RSA_NO_PADDING }, each)
      return signatures
    },
    rounds,
  )
  const name = 'sign a token blind, against the bare private operation of RSA-2048'
  return { name, ours, peer, unit: '/s', ratio: ours / peer, target: '≥ 0.8', ok: ours / peer >= 0.8 }
}

/** Wanting and taking a token, by whole numbers and @noble/*; the peer is what both cannot do without: two powers to 65537 by whole numbers. */
async function phoneRow(secret: Uint8Array, key: SigningPublic, review: Uint8Array): Promise<BenchRow> {
  const signer = blindSigner(secret)
  const drawn = Array.from({ length: tokens }, () => Uint8Array.from(randomBytes(tokenRandomness(key))))
  const answered = await Promise.all(
    drawn.map(async (random) => {
      const made = wantToken('ballot', review, key, random)
      const blindSignature = made && (await signer.sign(made.blinded))
      if (blindSignature === undefined) throw new Error('not signed')
      return { random, blindSignature }
    }),
  )
  const numbers = drawn.map((random) => toInteger(random) % key.n)
  const { ours, peer } = await sideBySide(
    async () => {
      for (const { random, blindSignature } of answered) {
        const made = wantToken('ballot', review, key, random)
        if (made === undefined || !takeToken('ballot', review, key, { wanted: made.wanted, blindSignature }))
          throw new Error('no token')
      }
      return tokens
    },
    async () => {
      for (const each of numbers) power(power(each, key.e, key.n), key.e, key.n)
      return tokens
    },
    rounds,
  )
  const times = peer / ours
  return {
    name: 'a phone wants and takes a token, against two bare powers to 65537',
    ours: 1e3 / ours,
    peer: 1e3 / peer,
    unit: 'ms',
    ratio: times,
    target: '≤ 40',
    ok: times <= 40,
    note: 'blinding, one inverse, two Ed25519 keys from the seed, unblinding and verifying',
  }
}

/** A close reads casts one after the other; bare Ed25519 with the key at hand is one of the four things that each of them needs. */
async function tallyRow(secret: Uint8Array, key: SigningPublic, review: Uint8Array): Promise<BenchRow> {
  const signer = blindSigner(secret)
  const tally = newTallyKey()
  const casts: Uint8Array[] = []
  for (let number = 0; number < ballots; number++) casts.push(await castFor(number))
  const opening: Opening = {
    review,
    grades: Grade.options,
    isSigned: tokenVerifier(key.spki),
    open: boxOpener(tally),
    verify: verifyWithNode,
  }
  const ed25519 = bareEd25519()
  const { ours, peer } = await sideBySide(
    async () => {
      if (ballotsIn(tallyBallots(casts, opening).grades) !== ballots) throw new Error('a ballot was lost')
      return ballots
    },
    async () => {
      for (let number = 0; number < ballots; number++) if (!ed25519()) throw new Error('not signed')
      return ballots
    },
    rounds,
  )
  const ratio = ours / peer
  const name = 'count ballots at the close, against bare Ed25519 verify'
  const note = `100,000 ballots in ${(100_000 / ours).toFixed(0)} s on one core, ${castBytes.ballot} bytes each`
  return { name, ours, peer, unit: '/s', ratio, target: '≥ 0.2', ok: ratio >= 0.2, note }

  async function castFor(number: number): Promise<Uint8Array> {
    const made = wantToken('ballot', review, key, Uint8Array.from(randomBytes(tokenRandomness(key))))
    const blindSignature = made && (await signer.sign(made.blinded))
    const held = made && blindSignature && takeToken('ballot', review, key, { wanted: made.wanted, blindSignature })
    if (held === undefined) throw new Error('no token')
    const content = writeBallot({ review, grade: Grade.options[number % 3] ?? 'satisfied' })
    const sealedTo = { content, tallyKey: tally.publicKey, ephemeral: Uint8Array.from(randomBytes(32)) }
    return castWith('ballot', review, held, sealedTo)
  }
}

function bareEd25519(): () => boolean {
  const message = ascii('x'.repeat(100))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signature = sign(null, message, privateKey)
  return () => verify(null, message, publicKey, signature)
}

/** A number that the key can sign. */
function below(key: SigningPublic): Uint8Array {
  const bytes = Uint8Array.from(randomBytes(256))
  return toInteger(bytes) < key.n ? bytes : below(key)
}
