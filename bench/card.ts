import { createPublicKey, randomBytes, verify as verifyByNode, type KeyObject } from 'node:crypto'
import { encode } from 'uqr'
import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase45, toBase45 } from '../shared/card/base45'
import { fromCbor, toCbor } from '../shared/core/cbor'
import { daysHeld, dayOfSeconds } from '../shared/card/days'
import { prefix, present } from '../shared/card/presentation'
import { verifyOffline } from '../shared/card/verify'
import { card as contract } from '../shared/contract/card'
import { chinaDay, isoTime } from '../shared/core/time'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { signingKey, verifyWithNode } from '../cloudfunctions/_kernel/card/ed25519'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { cardUses } from '../cloudfunctions/_kernel/records/cards'
import { memberships } from '../cloudfunctions/_kernel/records/memberships'
import { persons } from '../cloudfunctions/_kernel/records/persons'
import { cardFunction } from '../cloudfunctions/card/function'
import { castUnions } from '../local/demo/personas'
import type { LocalSystem } from '../local/runtime'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const perRound = 400
const rounds = 9
const scans = 150

/** 会员卡: verified without a network and with one, and what a phone does every thirty seconds. */
export async function cardRows(system: LocalSystem): Promise<BenchRow[]> {
  const holder = await memberWithCard(system)
  return [verifyRow(await verifying(holder, system)), onlineRow(await online(holder, system)), await codeRow(holder)]
}

interface HolderOfCard {
  readonly credential: Uint8Array
  readonly secret: Uint8Array
  /** What is shown now, with a nonce of its own. */
  show(nonce?: Uint8Array): string
}

async function memberWithCard({ runtime }: LocalSystem): Promise<HolderOfCard> {
  const openid = 'bench-card'
  const account = accountOf(openid, runtime)
  const ofFactory = { index: 'byUnion', equals: { union: castUnions.factory.id, state: 'active' }, limit: 1 } as const
  const [member] = (await runtime.store.find(memberships, ofFactory)).documents
  const person = member === undefined ? undefined : await runtime.store.get(persons, member._id)
  if (person === undefined) throw new Error('the world has no member')
  await runtime.store.transact(async (tx) => {
    await tx.put(persons, { ...person, account })
    await tx.put(accounts, { _id: account, createdAt: runtime.now(), person: person._id })
  })
  const secrets = Array.from({ length: daysHeld }, () => Uint8Array.from(randomBytes(32)))
  const keys = secrets.map((secret) => Buffer.from(signingKey(secret).publicKey).toString('base64url'))
  const input = { phone: randomBytes(16).toString('base64url'), keys }
  const event = { procedure: 'activate', input, requestId: 'bench-card-activate' }
  const answer = await cardFunction.answer(event, { openid, account }, runtime)
  const week = contract.procedures.activate.output.parse(answer.data)
  const today = chinaDay(runtime.now())
  const at = week.credentials.findIndex(({ day }) => day === today)
  const [held, secret] = [week.credentials[at], secrets[at]]
  if (held === undefined || secret === undefined) throw new Error('no credential for today')
  const credential = Uint8Array.from(Buffer.from(held.credential, 'base64url'))
  const signer = signingKey(secret)
  const show = (nonce = Uint8Array.from(randomBytes(8))) =>
    present({ credential, at: seconds(runtime.now()), nonce }, signer)
  return { credential, secret, show }
}

interface Rates {
  readonly ours: number
  readonly peer: number
}

/** Each presentation carries two signatures; the peer verifies those two, with keys at hand and nothing to read. */
function verifying({ show }: HolderOfCard, { runtime }: LocalSystem): Promise<Rates> {
  const now = seconds(runtime.now())
  const issuers = runtime.issuer.keys(dayOfSeconds(now))
  const shown = Array.from({ length: perRound }, () => show())
  const [first = ''] = shown
  const signatures = signaturesIn(first, issuers[0]?.publicKey ?? new Uint8Array())
  return sideBySide(
    async () => {
      for (const text of shown) {
        const { kind } = verifyOffline(text, { issuers, now, verify: verifyWithNode })
        if (kind !== 'genuine') throw new Error(`a sound card was ${kind}`)
      }
      return perRound
    },
    async () => {
      for (let index = 0; index < perRound; index++)
        for (const { message, key, signature } of signatures)
          if (!verifyByNode(null, message, key, signature)) throw new Error('a sound signature was refused')
      return perRound
    },
    rounds,
  )
}

/** The two signatures of a card by the letter of RFC 9052 §4.4, without our reader. */
function signaturesIn(text: string, issuer: Uint8Array) {
  const outer = parts(fromBase45(text.slice(prefix.length)))
  const [credential] = list(fromCbor(outer.payload))
  const inner = parts(bytes(credential))
  const claims = fromCbor(inner.payload)
  const confirmation: unknown = claims instanceof Map ? claims.get(8) : undefined
  const key: unknown = confirmation instanceof Map ? confirmation.get(1) : undefined
  const holder = bytes(key instanceof Map ? key.get(-2) : undefined)
  return [
    { ...inner, key: keyObject(issuer) },
    { ...outer, key: keyObject(holder) },
  ]
}

function parts(sign1: Uint8Array | undefined) {
  const [header, , payload, signature] = list(sign1 === undefined ? undefined : fromCbor(sign1))
  const message = toCbor(['Signature1', bytes(header), new Uint8Array(), bytes(payload)])
  return { payload: bytes(payload), signature: bytes(signature), message }
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a card')
  return value
}

function bytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('not a card')
  return value
}

function keyObject(publicKey: Uint8Array): KeyObject {
  const key = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return createPublicKey({ key, format: 'jwk' })
}

/** The whole procedure, single use included, against an insert of the same document. */
function online({ show }: HolderOfCard, { runtime }: LocalSystem): Promise<Rates> {
  // What phones do is done before the clock starts; all of it is good for a minute.
  const shown = Array.from({ length: (rounds + 1) * scans }, () => show())
  let count = 0
  const verify = async (shown: string) => {
    const input = { shown, attempt: randomBytes(16).toString('base64url') }
    const answer = await cardFunction.answer({ procedure: 'verify', input }, {}, runtime)
    if (Reflect.get(Object(answer.data), 'kind') !== 'valid') throw new Error(`refused: ${JSON.stringify(answer)}`)
  }
  const insert = async () => {
    const _id = runtime.indexer.lockId(`bench-card:${count++}`)
    const attempt = runtime.indexer.lockId(`bench-attempt:${count}`)
    await runtime.store.insert(cardUses, { _id, attempt, expiresAt: isoTime(Date.now()) })
  }
  return sideBySide(
    async () => {
      for (const text of shown.splice(0, scans)) await verify(text)
      return scans
    },
    async () => {
      for (let index = 0; index < scans; index++) await insert()
      return scans
    },
    rounds,
  )
}

/** What the phone does every half minute, with the app’s own library: sign, write, lay out the code. The peer signs once and lays out a code of as many letters. */
async function codeRow({ credential, secret, show }: HolderOfCard): Promise<BenchRow> {
  const signer = { sign: (message: Uint8Array) => ed25519.sign(message, secret) }
  const text = show()
  const filler = prefix + toBase45(Uint8Array.from(randomBytes(((text.length - prefix.length) * 2) / 3)))
  const times = 40
  const at = Math.floor(Date.now() / 1000)
  const rates = await sideBySide(
    async () => {
      for (let index = 0; index < times; index++)
        encode(present({ credential, at, nonce: Uint8Array.from(randomBytes(8)) }, signer), { ecc: 'L', border: 0 })
      return times
    },
    async () => {
      for (let index = 0; index < times; index++) {
        ed25519.sign(credential, secret)
        encode(filler, { ecc: 'L', border: 0 })
      }
      return times
    },
    rounds,
  )
  const ratio = rates.ours / rates.peer
  const { size } = encode(text, { ecc: 'L', border: 0 })
  return {
    name: 'the next code, against one signature and a code of as many letters',
    ours: 1e3 / rates.ours,
    peer: 1e3 / rates.peer,
    unit: 'ms',
    ratio: 1 / ratio,
    target: '≤ 1.3',
    ok: 1 / ratio <= 1.3,
    note: `${text.length} characters (${credential.length} bytes of credential), ${size} modules a side`,
  }
}

function verifyRow({ ours, peer }: Rates): BenchRow {
  const ratio = ours / peer
  const name = 'verify a card, against bare Ed25519 of its two signatures'
  return { name, ours, peer, unit: '/s', ratio, target: '≥ 0.5', ok: ratio >= 0.5 }
}

function onlineRow({ ours, peer }: Rates): BenchRow {
  const ratio = ours / peer
  const name = 'verify online, accepted once, against a bare insert'
  return { name, ours, peer, unit: '/s', ratio, target: '≥ 0.25', ok: ratio >= 0.25 }
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
