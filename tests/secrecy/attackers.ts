import { createPublicKey, diffieHellman, createPrivateKey, type KeyObject } from 'node:crypto'
import type { Envelope } from '../../shared/review/envelope'
import { power, toInteger } from '../../shared/review/blind/modular'
import type { Disk, Trace } from './disk'

/** Who belongs to what, as somebody guesses who has nothing but the disk. */
export type Guesses = readonly (readonly [one: string, other: string])[]

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

/** Whoever alone has a text in common: the id of a request, of a session, of a device. */
function byTexts(ones: readonly Trace[], others: readonly Trace[]): Guesses {
  const [left, right] = [withText(ones), withText(others)]
  const found = new Map<string, string>()
  for (const [text, holders] of left) {
    const [[one, ...more], [other, ...others]] = [[...holders], [...(right.get(text) ?? [])]]
    if (one !== undefined && other !== undefined && more.length + others.length === 0) found.set(one, other)
  }
  return [...found]
}

function withText(traces: readonly Trace[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>()
  for (const { id, texts } of traces)
    for (const text of texts) if (text.length >= shortestId) holders.set(text, (holders.get(text) ?? new Set()).add(id))
  return holders
}
const shortestId = 8

/** What is put together: of two kinds, who belongs to what. */
const pairs = {
  'electors and ballots': ['electors', 'ballots'],
  'remarks and ballots': ['remarks', 'ballots'],
  'electors and remarks': ['electors', 'remarks'],
} as const
export type Pair = keyof typeof pairs
export const allPairs = Object.keys(pairs).filter((name): name is Pair => name in pairs)

/**
 * `chance`: guesses everybody, and is right about one on average, however many there are. `nothing`: guesses where something fits, which by chance nothing does. Those
 * who guess everybody are told who wrote at all, so that both orders are of the same people.
 */
export interface Attack {
  readonly by: 'chance' | 'nothing'
  readonly guess: (disk: Disk, pair: Pair, truth: ReadonlyMap<string, string>) => Guesses
}

type Between = (ones: readonly Trace[], others: readonly Trace[]) => Guesses

const between = (by: Attack['by'], way: Between): Attack => ({
  by,
  guess: (disk, pair, truth) => {
    const [ones, others] = pairs[pair]
    const found = new Set(truth.values())
    return way(
      disk[ones].filter(({ id }) => truth.has(id)),
      disk[others].filter(({ id }) => found.has(id)),
    )
  },
})

export const attacks: Readonly<Record<string, Attack>> = {
  'by id': between('chance', (ones, others) => sideBySide(ones, others, ({ id }) => id)),
  'by order of rows': between('chance', (ones, others) => sideBySide(ones, others, ({ row }) => row)),
  'by place in the file, free pages and the log': between('chance', (ones, others) =>
    sideBySide(ones, others, ({ place }) => place),
  ),
  'by time': between('nothing', byTime),
  'by what both have in common': between('nothing', sharing),
  'by request id, or any other text': between('nothing', byTexts),
  'by the blinded value': { by: 'nothing', guess: byBlindedValue },
}

/** Whose message is the one that was signed, where nothing, or the same for everybody, hides it. Between remarks and ballots nothing was blinded. */
function byBlindedValue({ blinded, ballots, remarks, keys }: Disk, pair: Pair): Guesses {
  if (pair === 'remarks and ballots') return []
  const [envelope, casts] =
    pair === 'electors and ballots' ? (['ballot', ballots] as const) : (['remark', remarks] as const)
  const { n, e } = publicNumbers(keys, envelope)
  const asked = new Map([...blinded[envelope]].map(([id, bytes]) => [toInteger(bytes), id]))
  return casts.flatMap(({ id, bytes }) => {
    const cast = bytes.find(({ length }) => length > 400)
    const elector = cast && asked.get(power(toInteger(signatureOf(cast)), e, n))
    return elector === undefined ? [] : [[elector, id] as const]
  })
}

/** 凭运气: so many pairings are right about so many in all on average, and about this many or more once in ten million times (Poisson). */
export function beyondLuck(pairings: number): number {
  let [chance, below, right] = [Math.exp(-pairings), 0, 0]
  while (1 - below > 1e-7) {
    below += chance
    right += 1
    chance *= pairings / right
  }
  return right
}

export function signatureOf(cast: Buffer): Buffer {
  return cast.subarray(64, 320)
}

export function publicNumbers(keys: string, envelope: Envelope): { readonly n: bigint; readonly e: bigint } {
  const { ballotKey, remarkKey }: Record<'ballotKey' | 'remarkKey', string> = JSON.parse(keys)
  const key = { ballot: ballotKey, remark: remarkKey }[envelope]
  const spki = createPublicKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'spki' })
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
