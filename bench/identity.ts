import { createRequire } from 'node:module'
import { z } from 'zod'
import { IsoDate } from '../shared/core/time'
import { parsePersonId } from '../shared/identity/person-id'
import { checkCharacter } from '../shared/identity/resident'
import vectors from '../shared/vectors/identifiers.json'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

/** The peers ship no types: this is what of them is measured. */
const load = createRequire(__filename)
const IdValidator = z
  .custom<new (table?: unknown) => { isValid(id: string): boolean }>((value) => typeof value === 'function')
  .parse(load('id-validator'))
const gb2260Table: unknown = load('id-validator/src/GB2260')
const idcard = z
  .object({ verify: z.custom<(id: string) => boolean>((value) => typeof value === 'function') })
  .parse(load('idcard'))

const today = IsoDate.parse(new Date().toISOString().slice(0, 10))
const perRound = 100_000
const rounds = 9

/** 证件号码: right or wrong with the reason, against the npm packages that answer only whether. */
export async function identityRows(): Promise<BenchRow[]> {
  const peers: readonly Peer[] = [
    { name: 'id-validator with GB2260', fresh: () => answering(new IdValidator(gb2260Table)) },
    { name: 'idcard', fresh: () => (id) => idcard.verify(id) },
  ]
  const rows: BenchRow[] = []
  for (const peer of peers) {
    const rates = await sideBySide(
      run(() => (id) => parsePersonId(id, today).ok),
      run(peer.fresh),
      rounds,
    )
    const ratio = rates.ours / rates.peer
    rows.push({
      name: `identity number, against ${peer.name}`,
      ours: rates.ours / 1e6,
      peer: rates.peer / 1e6,
      unit: 'M/s',
      ratio,
      target: '≥ 2 ×',
      ok: ratio >= 2,
      note: mistakes(peer.fresh()),
    })
  }
  return [...rows, rightness(peers)]
}

interface Peer {
  readonly name: string
  /** A peer that has seen nothing yet: id-validator remembers every number it was asked, which no server that reads each number once gains by. */
  readonly fresh: () => (id: string) => boolean
}

/** Numbers nobody asked before, in a list of their own for every round; made before the clock starts. */
function run(fresh: Peer['fresh']) {
  let prepared = { isValid: fresh(), numbers: numbersTyped(perRound) }
  return async () => {
    const { isValid, numbers } = prepared
    let valid = 0
    for (const number of numbers) if (isValid(number)) valid++
    if (valid === 0) throw new Error('nothing was measured')
    prepared = { isValid: fresh(), numbers }
    return numbers.length
  }
}

function answering(validator: { isValid(id: string): boolean }) {
  return (id: string) => validator.isValid(id)
}

/** What people type: nine in ten right, the others with one digit wrong; no number twice. */
function numbersTyped(count: number): readonly string[] {
  const counties = ['370202', '370203', '110105', '310104', '440305', '510104']
  return Array.from({ length: count }, (_, index) => {
    const county = counties[index % counties.length] ?? '370202'
    const serial = Math.floor(index / counties.length)
    const birth = `${1955 + (serial % 50)}${two(1 + (Math.floor(serial / 50) % 12))}${two(1 + (Math.floor(serial / 600) % 28))}`
    const first17 = `${county}${birth}${String(1 + (Math.floor(serial / 16_800) % 998)).padStart(3, '0')}`
    const number = first17 + checkCharacter(first17)
    return index % 10 === 0
      ? number.slice(0, 16) + String((Number(number.charAt(16)) + 1) % 10) + number.charAt(17)
      : number
  })
}

const two = (value: number) => String(value).padStart(2, '0')

const Vector = z.object({ kind: z.string(), value: z.string(), valid: z.boolean() })
const withCheck = (first17: string) => first17 + checkCharacter(first17)

/** The classes on which packages differ; each with what is right. */
const classes: readonly { readonly what: string; readonly numbers: readonly string[]; readonly valid: boolean }[] = [
  { what: 'born in 1800', numbers: [withCheck('37020218000307002'), withCheck('11010518491231002')], valid: false },
  { what: 'born in 2099', numbers: [withCheck('37020220990307002')], valid: false },
  { what: 'residence permits', numbers: ['810000199112030012', '830000199112030016'], valid: true },
  { what: 'permanent resident cards', numbers: ['932682198501010017'], valid: true },
  { what: 'lower-case x', numbers: ['11010519491231002x'], valid: true },
  { what: 'revoked counties', numbers: ['37028419880515003X'], valid: true },
]

function mistakes(isValid: (id: string) => boolean): string {
  const wrong = classes
    .filter(({ numbers, valid }) => numbers.some((number) => judged(isValid, number) !== valid))
    .map(({ what }) => what)
  return wrong.length === 0 ? 'wrong on none of the classes' : `the peer is wrong on: ${wrong.join(', ')}`
}

/** A peer that throws has not judged rightly, whatever was right. */
function judged(isValid: (id: string) => boolean, number: string): boolean | 'threw' {
  try {
    return isValid(number)
  } catch {
    return 'threw'
  }
}

function rightness(peers: readonly Peer[]): BenchRow {
  const kinds = new Set(['resident18', 'resident15', 'hmt18', 'fpr18'])
  const cards = z
    .array(Vector)
    .parse(vectors.vectors)
    .filter(({ kind }) => kinds.has(kind))
  const right = (isValid: (id: string) => boolean) =>
    cards.filter(({ value, valid }) => judged(isValid, value) === valid).length
  const ours = right((id) => parsePersonId(id, today).ok)
  const best = Math.max(...peers.map((peer) => right(peer.fresh())))
  return {
    name: 'identity card vectors judged rightly, against the better peer',
    ours,
    peer: best,
    unit: `of ${cards.length}`,
    ratio: ours / best,
    target: 'all',
    ok: ours === cards.length,
  }
}
