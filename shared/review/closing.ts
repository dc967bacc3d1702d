import { sha256 } from '@noble/hashes/sha2.js'
import { joined } from '../core/bytes'
import { toCbor } from '../core/cbor'
import { domain } from './envelope'
import { sumOf, type Grades } from './kinds'
import { merkleRoot } from './merkle'
import type { PaperCount } from './paper-count'
import type { Rejected, Tally } from './tally'

/** 计票结果: what the close found, and all that a recount must find again. */
export interface Closing {
  readonly electors: number
  /** How many received a token. */
  readonly received: number
  readonly paper: PaperCount
  /** Paper and phone. */
  readonly sum: Grades
  /** Casts that do not count, whatever the reason. */
  readonly rejected: number
  readonly root: Uint8Array
  readonly remarkRoot: Uint8Array
}

/** 结清: `remarks` are the ids of the remarks that count. */
export function closingOf(
  tally: Tally,
  remarks: { readonly board: readonly Uint8Array[]; readonly rejected: Rejected },
  { electors, received, paper }: Pick<Closing, 'electors' | 'received' | 'paper'>,
): Closing {
  return {
    electors,
    received,
    paper,
    sum: sumOf(tally.grades, paper.grades),
    rejected: allOf(tally.rejected) + allOf(remarks.rejected),
    root: merkleRoot(tally.board),
    remarkRoot: merkleRoot(remarks.board),
  }
}

/**
 * 核对码: stands in the audit chain and on the signed protocol (计票记录), so that a recount from a file that was written anew throughout is found out. The
 * figures are few small numbers, which anybody could try out: the tally key’s secret among them keeps the digest from telling those of a small union.
 */
export function closingDigest(review: Uint8Array, closing: Closing, tallySecret: Uint8Array): Uint8Array {
  const { electors, received, paper, sum, rejected, root, remarkRoot } = closing
  const content = toCbor([
    review,
    electors,
    received,
    [...inGrades(paper.grades), paper.invalid],
    inGrades(sum),
    rejected,
    root,
    remarkRoot,
    tallySecret,
  ])
  return sha256(joined(domain('closing'), content))
}

/** More tokens cast than were received: somebody signed what nobody received. */
export function isOvercast(
  { board }: { readonly board: { readonly length: number } },
  { received }: Pick<Closing, 'received'>,
): boolean {
  return board.length > received
}

function inGrades({ satisfied, mostly, dissatisfied }: Grades): number[] {
  return [satisfied, mostly, dissatisfied]
}

function allOf(rejected: Rejected): number {
  return Object.values(rejected).reduce((sum, count) => sum + count, 0)
}
