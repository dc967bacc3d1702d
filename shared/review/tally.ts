import { inOrder, isSame, toHex } from '../core/bytes'
import { readBallot, type Ballot } from './ballot'
import type { Envelope } from './envelope'
import { noGrades, type Grades } from './kinds'
import { openCast, type Opening, type Rejection } from './open-cast'
import { readRemark, type Remark } from './remark'

/** 计票: the casts of a review, in whatever order they are read. */
export interface Tally {
  readonly grades: Grades
  /** 公示栏: the ids of the ballots that count, sorted. */
  readonly board: readonly Uint8Array[]
  readonly rejected: Rejected
}

export type Rejected = Readonly<Record<Rejection, number>>

export function tallyBallots(casts: Iterable<Uint8Array>, opening: Opening): Tally {
  const { counted, rejected } = openAll('ballot', casts, offered(opening), opening)
  const grades = { ...noGrades }
  for (const { content } of counted) grades[content.grade]++
  return { grades, board: counted.map(({ id }) => id).sort(inOrder), rejected }
}

function offered({ grades }: Pick<Opening, 'grades'>): (content: Uint8Array) => Ballot | undefined {
  return (content) => {
    const ballot = readBallot(content)
    return ballot !== undefined && grades.includes(ballot.grade) ? ballot : undefined
  }
}

/** The remarks, in the order of their random ids: it tells nothing about who sent which. */
export function openRemarks(
  casts: Iterable<Uint8Array>,
  opening: Opening,
): { readonly remarks: readonly Remark[]; readonly board: readonly Uint8Array[]; readonly rejected: Rejected } {
  const { counted, rejected } = openAll('remark', casts, readRemark, opening)
  const sorted = [...counted].sort((one, other) => inOrder(one.id, other.id))
  return { remarks: sorted.map(({ content }) => content), board: sorted.map(({ id }) => id), rejected }
}

interface Counted<Content> {
  readonly id: Uint8Array
  readonly content: Content
  readonly bytes: Uint8Array
}

/** The store keeps one cast a token. Where a copy of it holds two, the same one counts once, and two that differ count for nothing: nobody can say which came first. */
function openAll<Content extends { readonly review: Uint8Array }>(
  envelope: Envelope,
  casts: Iterable<Uint8Array>,
  read: (content: Uint8Array) => Content | undefined,
  opening: Opening,
): { readonly counted: readonly Counted<Content>[]; readonly rejected: Rejected } {
  const byId = new Map<string, Counted<Content>>()
  const conflicting = new Set<string>()
  const rejected = noRejections()
  for (const bytes of casts) {
    const opened = openCast(envelope, bytes, read, opening)
    if (!opened.counted) {
      rejected[opened.because]++
      continue
    }
    const key = toHex(opened.id)
    const before = byId.get(key)
    if (before !== undefined && !isSame(before.bytes, bytes)) conflicting.add(key)
    byId.set(key, { id: opened.id, content: opened.content, bytes })
  }
  rejected['two-contents'] = conflicting.size
  for (const key of conflicting) byId.delete(key)
  return { counted: [...byId.values()], rejected }
}

function noRejections(): Record<Rejection, number> {
  return {
    'not-a-cast': 0,
    'token-not-signed': 0,
    'does-not-open': 0,
    'not-signed-by-token': 0,
    'no-content': 0,
    'other-review': 0,
    'two-contents': 0,
  }
}
