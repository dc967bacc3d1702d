import { createPublicKey, diffieHellman, createPrivateKey, type KeyObject } from 'node:crypto'
import { power, toInteger } from '../../shared/review/blind/modular'
import type { Disk, Trace } from './disk'

/** Who belongs to what, as somebody guesses who has nothing but the disk. */
export type Guesses = readonly (readonly [one: string, other: string])[]
type Attacker = (disk: Disk) => Guesses

/** The same place in two orders. */
function sideBySide(ones: readonly Trace[], others: readonly Trace[], by: (trace: Trace) => number | string): Guesses {
  const ordered = (traces: readonly Trace[]) => [...traces].sort((one, other) => (by(one) < by(other) ? -1 : 1))
  const left = ordered(ones)
  return ordered(others).flatMap(({ id }, at) => {
    const one = left[at]
    return one === undefined ? [] : [[one.id, id] as const]
  })
}

const window = 8

/** Whoever has so many bytes in common: by chance nobody has. */
function sharing(ones: readonly Trace[], others: readonly Trace[]): Guesses {
  const seen = new Map<string, string>()
  for (const { id, bytes } of ones) for (const each of bytes) for (const part of windows(each)) seen.set(part, id)
  return others.flatMap(({ id, bytes }) => {
    const found = new Set(bytes.flatMap((each) => windows(each).flatMap((part) => seen.get(part) ?? [])))
    return [...found].map((one) => [one, id] as const)
  })
}

export function windows(bytes: Buffer): readonly string[] {
  return Array.from({ length: Math.max(0, bytes.length - window + 1) }, (_, at) =>
    bytes.toString('latin1', at, at + window),
  )
}

function byTime(ones: readonly Trace[], others: readonly Trace[]): Guesses {
  const timed = (traces: readonly Trace[]) => traces.filter(({ times }) => times.length > 0)
  return sideBySide(timed(ones), timed(others), ({ times }) => times[0] ?? '')
}

/** Against electors: to whom a ballot belongs. */
export const attackers: Readonly<Record<string, Attacker>> = {
  'by id': ({ electors, ballots }) => sideBySide(electors, ballots, ({ id }) => id),
  'by time': ({ electors, ballots }) => byTime(electors, ballots),
  'by order of rows': ({ electors, ballots }) => sideBySide(electors, ballots, ({ row }) => row),
  'by place in the file, free pages and the log': ({ electors, ballots }) =>
    sideBySide(electors, ballots, ({ place }) => place),
  'by what both have in common': ({ electors, ballots }) => sharing(electors, ballots),
  'by the blinded value': byBlindedValue,
}

/** Against remarks: which ballot is of the same voter. */
export const remarkAttackers: Readonly<Record<string, Attacker>> = {
  'by id': ({ remarks, ballots }) => sideBySide(remarks, ballots, ({ id }) => id),
  'by time': ({ remarks, ballots }) => byTime(remarks, ballots),
  'by order of rows': ({ remarks, ballots }) => sideBySide(remarks, ballots, ({ row }) => row),
  'by place in the file, free pages and the log': ({ remarks, ballots }) =>
    sideBySide(remarks, ballots, ({ place }) => place),
  'by what both have in common': ({ remarks, ballots }) => sharing(remarks, ballots),
}

/** Whose message is the one that was signed, where nothing, or the same for everybody, hides it. */
function byBlindedValue({ blinded, ballots, keys }: Disk): Guesses {
  const { n, e } = publicNumbers(keys)
  const asked = new Map([...blinded].map(([id, bytes]) => [toInteger(bytes), id]))
  return ballots.flatMap(({ id, bytes }) => {
    const cast = bytes.find(({ length }) => length > 400)
    const elector = cast && asked.get(power(toInteger(signatureOf(cast)), e, n))
    return elector === undefined ? [] : [[elector, id] as const]
  })
}

export function signatureOf(cast: Buffer): Buffer {
  return cast.subarray(64, 320)
}

export function publicNumbers(keys: string): { readonly n: bigint; readonly e: bigint } {
  const { ballotKey }: { ballotKey: string } = JSON.parse(keys)
  const spki = createPublicKey({ key: Buffer.from(ballotKey, 'base64url'), format: 'der', type: 'spki' })
  const { n = '', e = '' } = spki.export({ format: 'jwk' })
  return { n: toInteger(Buffer.from(n, 'base64url')), e: toInteger(Buffer.from(e, 'base64url')) }
}

/** 提前看票: any 32 bytes of the keys’ record that open what was sealed to the tally key. */
export function findsTallyKey(keys: string): boolean {
  const { tallyKey, ...rest }: { tallyKey: string } & Record<string, string> = JSON.parse(keys)
  const wanted = Buffer.from(tallyKey, 'base64url')
  return Object.values(rest).some((text) => {
    const bytes = Buffer.from(text.slice(text.lastIndexOf('.') + 1), 'base64url')
    const places = Array.from({ length: Math.max(0, bytes.length - 31) }, (_, at) => bytes.subarray(at, at + 32))
    return places.some((secret) => publicOf(secret).equals(wanted))
  })
}

const base = createPublicKey({
  key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), Buffer.from([9, ...Buffer.alloc(31)])]),
  format: 'der',
  type: 'spki',
})

function publicOf(secret: Buffer): Buffer {
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret])
  const privateKey: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return diffieHellman({ privateKey, publicKey: base })
}

/** How many guesses are right. */
export function rightOnes(guesses: Guesses, truth: ReadonlyMap<string, string>): number {
  return guesses.filter(([one, other]) => truth.get(one) === other).length
}

/** How far two orders of the same people go together: Student’s t of Spearman’s correlation, which is beyond 8 once in ten million times by chance. */
export function together(
  ones: readonly string[],
  others: readonly string[],
  truth: ReadonlyMap<string, string>,
): number {
  const place = new Map(others.map((id, at) => [id, at]))
  const pairs = ones.flatMap((id, at) => {
    const other = place.get(truth.get(id) ?? '')
    return other === undefined ? [] : [[at, other] as const]
  })
  const count = pairs.length
  const middle = (count - 1) / 2
  const [left, right] = [ranked(pairs.map(([at]) => at)), ranked(pairs.map(([, at]) => at))]
  const shared = left.reduce((sum, rank, at) => sum + (rank - middle) * ((right[at] ?? 0) - middle), 0)
  const r = shared / ((count * (count * count - 1)) / 12)
  return Math.abs(r) * Math.sqrt((count - 2) / Math.max(1e-12, 1 - r * r))
}

function ranked(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((one, other) => one - other)
  const rank = new Map(sorted.map((value, at) => [value, at]))
  return values.map((value) => rank.get(value) ?? 0)
}

export function inOrderOf(traces: readonly Trace[], by: 'row' | 'place'): readonly string[] {
  return [...traces].sort((one, other) => one[by] - other[by]).map(({ id }) => id)
}
