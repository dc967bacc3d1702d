import {
  createCipheriv,
  createHmac,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto'
import { answerInfo } from '../shared/contract/sealed-answer'
import { keysFrom } from '../cloudfunctions/_kernel/seal/keys'
import { makeIndexer, makeSealer } from '../cloudfunctions/_kernel/seal/sealer'
import { sealingTo } from '../cloudfunctions/_kernel/answers/seal-answer'
import { answerKeysOf, openAnswer } from '../src/services/open-answer'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const perRound = 5_000
const rounds = 9

/** A roster row, as it is sealed for every member. */
const plain = JSON.stringify({ name: '王小明', maskedNumber: '3****************7', mobile: '138****0000' })
const number = 'person:card:370202199003070011'

/** 密封、证件锁、密封的回答, against the bare ciphers on the same bytes. */
export async function sealingRows(): Promise<BenchRow[]> {
  const keys = keysFrom({ seal: new Map([['a', randomBytes(32)]]), current: 'a', index: randomBytes(32) })
  const [sealer, indexer] = [makeSealer(keys), makeIndexer(keys)]
  const [sm4, hmac] = [createSecretKey(randomBytes(16)), createSecretKey(randomBytes(32))]
  const repeat = (work: (index: number) => unknown) => async () => {
    for (let index = 0; index < perRound; index++) work(index)
    return perRound
  }
  const bareSeal = () => {
    const iv = randomBytes(16)
    const cipher = createCipheriv('sm4-ctr', sm4, iv)
    const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()])
    return createHmac('sm3', hmac).update(sealed).digest()
  }

  const seals = await sideBySide(
    repeat((index) => sealer.seal({ collection: 'memberships', id: `m${index}`, field: 'roster' }, plain)),
    repeat(bareSeal),
    rounds,
  )
  const locks = await sideBySide(
    repeat((index) => indexer.locks(`${number}${index}`)),
    repeat((index) => createHmac('sm3', hmac).update(`${number}${index}`).digest('base64url')),
    rounds,
  )
  return [
    ratioRow('seal a roster row, against SM4-CTR + HMAC-SM3 of it', seals),
    ratioRow('lock a number, against HMAC-SM3 of it', locks),
    await answerRow(),
  ]
}

function ratioRow(name: string, { ours, peer }: { ours: number; peer: number }, least = 0.5): BenchRow {
  const ratio = ours / peer
  return { name, ours, peer, unit: '/s', ratio, target: `≥ ${least}`, ok: ratio >= least }
}

/** A page of the roster sealed by the function (0009), against bare X25519 and ChaCha20-Poly1305; and how long the app’s own code takes to open it. */
async function answerRow(): Promise<BenchRow> {
  const info = answerInfo('membership', 'roster')
  const device = answerKeysOf(randomBytes(32))
  const answer = JSON.stringify({ ok: true, data: { rows: Array.from({ length: 30 }, () => JSON.parse(plain)) } })
  const { publicKey } = generateKeyPairSync('x25519')
  const calls = 300
  const seal = () => {
    const sealing = sealingTo(device.answerKey, info)
    if (sealing === undefined) throw new Error('no key to seal to')
    return sealing(answer)
  }
  const bare = () => {
    const { privateKey } = generateKeyPairSync('x25519')
    const key = diffieHellman({ privateKey, publicKey })
    const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 })
    return Buffer.concat([cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }
  const repeat = (work: () => unknown) => async () => {
    for (let index = 0; index < calls; index++) work()
    return calls
  }
  const rates = await sideBySide(repeat(seal), repeat(bare), rounds)
  const sealed = { sealed: seal() }
  const begun = process.hrtime.bigint()
  for (let index = 0; index < calls; index++) openAnswer(sealed, device, info)
  const openingMs = Number(process.hrtime.bigint() - begun) / 1e6 / calls
  return {
    ...ratioRow('seal an answer of 30 rows, against bare X25519 + ChaCha20', rates, 0.4),
    note: `${Buffer.byteLength(answer)} bytes; the app opens it in ${openingMs.toFixed(1)} ms on this machine`,
  }
}
