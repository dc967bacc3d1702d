import type { z } from 'zod'
import type { ballot } from '../../../shared/contract/ballot'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { isSame } from '../../../shared/core/bytes'
import type { ReviewId } from '../../../shared/core/ids'
import { writeBallot } from '../../../shared/review/ballot'
import { idsOf } from '../../../shared/review/board-pages'
import type { Envelope } from '../../../shared/review/envelope'
import type { Grade } from '../../../shared/review/kinds'
import { isOnBoard, merkleRoot } from '../../../shared/review/merkle'
import { tokenRandomness } from '../../../shared/review/phone'
import { writeRemark, type Remark } from '../../../shared/review/remark'
import { slipName } from '../../../shared/review/survey-code'
import type { Answer, Problem } from '../problem'
import { knownFrom, type ToldAnnouncement } from './announced'
import {
  blindedOf,
  idOfPaper,
  readKept,
  receiving,
  reopening,
  sealing,
  taking,
  wanting,
  writeKept,
  type Kept,
  type KnownReview,
  type Received,
} from './steps'

type Both = Readonly<Record<Envelope, string>>
type BoardPage = z.output<(typeof ballot)['procedures']['board']['output']>

/** 哪一份选票: of this review, in the name of whoever is signed in; in a staff survey that of this slip, as it was scanned or typed. */
export interface BallotOf {
  readonly review: ReviewId
  readonly code?: string | undefined
}

/** What voting needs from outside. `announcement`, `cast` and `board` are asked as nobody. */
export interface VotingPorts {
  /** 只留在这部手机上的东西, one text for each name; throws where it cannot be kept. */
  readonly storage: {
    read(name: string): Promise<string | undefined>
    keep(name: string, text: string): Promise<void>
  }
  /** Who is signed in, where several people’s ballots may lie in one storage; undefined where it is kept apart for each by itself. */
  account(): string | undefined
  random(length: number): Promise<Uint8Array>
  announcement(review: ReviewId): Promise<Answer<ToldAnnouncement>>
  /** As everybody reads it, by another way than the announcement itself. */
  announcedDigest(review: ReviewId): Promise<Answer<string>>
  /** By the code for a staff survey; otherwise as the member who is signed in. */
  receive(of: BallotOf, blinded: Both): Promise<Answer<Both>>
  cast(review: ReviewId, envelope: Envelope, cast: string): Promise<Answer<unknown>>
  board(review: ReviewId, envelope: Envelope, page: number): Promise<Answer<BoardPage>>
}

/** What nobody’s mistake explains, and a person has to be told at once: the union above is to be asked. */
export type Alarm =
  /** Another announcement than the one that everybody sees, or than the one this phone received under. */
  | 'other-announcement'
  /** What came back is no signature. */
  | 'not-signed'
  /** The board does not have the root that it is shown with, or that was published with the result. */
  | 'board-differs'

export type VotingProblem =
  | Problem
  | { readonly kind: 'alarm'; readonly what: Alarm }
  /** Nothing was sent: this phone cannot keep what it would need to send it again. */
  | { readonly kind: 'cannot-keep' }
  | { readonly kind: 'no-token' }
  | { readonly kind: 'no-remark' }

export type Voted<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: VotingProblem }

type Checked = Voted<'counted' | 'not-counted'>

/** Whether this ballot is in the box for sure; where voting ended meanwhile, the board will tell. */
export type Sent = 'taken' | 'unsure'

/** 我的选票 on this phone: every step may be called again after whatever was cut off, and goes on from where it was. */
export interface VotingPhone {
  kept(of: BallotOf): Promise<Kept | undefined>
  announced(review: ReviewId): Promise<Voted<KnownReview & { readonly told: ToldAnnouncement }>>
  receive(of: BallotOf): Promise<Voted<'received'>>
  castBallot(of: BallotOf, grade: Grade): Promise<Voted<Sent>>
  castRemark(of: BallotOf, remark: Omit<Remark, 'review'>): Promise<Voted<Sent>>
  /** Sends again what was sealed and not answered; what it says is not known here any more. */
  sendAgain(of: BallotOf, envelope: Envelope): Promise<Voted<Sent>>
  /** `published` is the root that everybody reads with the result: a board of its own, made for whoever asks, has another. */
  check(of: BallotOf, envelope: Envelope, published: string): Promise<Checked>
}

export function votingPhone(ports: VotingPorts): VotingPhone {
  const inTurn = turns()
  const kept = async (of: BallotOf) => readKept(await ports.storage.read(nameOf(of)))

  function nameOf({ review, code }: BallotOf): string {
    const whose = code === undefined ? ports.account() : (slipName(code) ?? 'slip')
    return whose === undefined ? review : `${review}.${whose}`
  }

  async function announced(review: ReviewId) {
    const told = await ports.announcement(review)
    if (!told.ok) return told
    const digest = await ports.announcedDigest(review)
    if (!digest.ok) return digest
    const known = told.data.review === review ? knownFrom(told.data, digest.data) : undefined
    return known === undefined ? alarm('other-announcement') : done({ ...known, told: told.data })
  }

  /** The announcement, where it is still the one that this phone knows. */
  async function sameAsKept({ review }: BallotOf, before: Kept | undefined) {
    const known = await announced(review)
    if (!known.ok || before === undefined || isSame(before.digest, known.data.digest)) return known
    return alarm('other-announcement')
  }

  async function keep(of: BallotOf, next: Kept): Promise<boolean> {
    try {
      await ports.storage.keep(nameOf(of), writeKept(next))
      return true
    } catch {
      return false
    }
  }

  async function receive(of: BallotOf): Promise<Voted<'received'>> {
    const before = await kept(of)
    if (before?.stage === 'received') return done('received')
    const known = await sameAsKept(of, before)
    if (!known.ok) return known
    const waiting = before ?? (await newRequest(known.data))
    if (waiting === undefined) return alarm('not-signed')
    if (before === undefined && !(await keep(of, waiting))) return cannotKeep
    const signed = await ports.receive(of, blindedOf(waiting))
    if (!signed.ok) return signed
    const received = receiving(waiting, known.data, signed.data)
    if (received === undefined) return alarm('not-signed')
    return (await keep(of, received)) ? done('received') : cannotKeep
  }

  async function newRequest(known: KnownReview) {
    const { ballot, remark } = known.keys
    return wanting(known, {
      ballot: await ports.random(tokenRandomness(ballot)),
      remark: await ports.random(tokenRandomness(remark)),
    })
  }

  async function cast(of: BallotOf, envelope: Envelope, contentFor: ContentFor): Promise<Voted<Sent>> {
    const before = await kept(of)
    if (before?.stage !== 'received') return noToken
    if (before.papers[envelope].at !== 'token') return send(of, envelope, before, 'again')
    const content = contentFor(before.digest)
    if (content === undefined) return failed({ kind: 'no-remark' })
    const known = await sameAsKept(of, before)
    if (!known.ok) return known
    const sealed = sealing(before, envelope, known.data, { content, ephemeral: await ports.random(32) })
    return (await keep(of, sealed)) ? send(of, envelope, sealed, 'first') : cannotKeep
  }

  async function send(of: BallotOf, envelope: Envelope, now: Received, time: 'first' | 'again') {
    const paper = now.papers[envelope]
    if (paper.at === 'token') return noToken
    if (paper.at === 'taken') return done<Sent>('taken')
    const answer = await ports.cast(of.review, envelope, toBase64url(paper.cast))
    if (answer.ok) {
      // Where it cannot be kept that it was taken, it is sent once more some day, and taken again.
      await keep(of, taking(now, envelope))
      return done<Sent>('taken')
    }
    const code = answer.problem.kind === 'refused' ? answer.problem.code : undefined
    const late = code === 'REVIEW_TOO_LATE' && time === 'again'
    if (late || code === 'CAST_UNSURE') return done<Sent>('unsure')
    if (code === 'REVIEW_NOT_YET' || code === 'CAST_INVALID') await keep(of, reopening(now, envelope))
    return answer
  }

  async function sendAgain(of: BallotOf, envelope: Envelope): Promise<Voted<Sent>> {
    const before = await kept(of)
    return before?.stage === 'received' ? send(of, envelope, before, 'again') : noToken
  }

  async function check(of: BallotOf, envelope: Envelope, published: string): Promise<Checked> {
    const before = await kept(of)
    const id = before?.stage === 'received' ? idOfPaper(before, envelope) : undefined
    if (id === undefined) return noToken
    const board: Uint8Array[] = []
    for (let page = 0; ; page++) {
      const told = await ports.board(of.review, envelope, page)
      if (!told.ok) return told
      const ids = idsOf(told.data.ids)
      const root = fromBase64url(told.data.root)
      if (ids === undefined || root === undefined || told.data.root !== published) return alarm('board-differs')
      board.push(...ids)
      if (page + 1 < told.data.pages) continue
      if (!isSame(merkleRoot(board), root)) return alarm('board-differs')
      return done(isOnBoard(board, id, root) ? 'counted' : 'not-counted')
    }
  }

  return {
    kept,
    announced,
    receive: (of) => inTurn(() => receive(of)),
    castBallot: (of, grade) => inTurn(() => cast(of, 'ballot', (digest) => writeBallot({ review: digest, grade }))),
    castRemark: (of, remark) =>
      inTurn(() => cast(of, 'remark', (digest) => writeRemark({ review: digest, ...remark }))),
    sendAgain: (of, envelope) => inTurn(() => sendAgain(of, envelope)),
    check: (of, envelope, published) => inTurn(() => check(of, envelope, published)),
  }
}

/** Undefined for a remark in which nothing is said. */
type ContentFor = (digest: Uint8Array) => Uint8Array | undefined

function done<T>(data: T) {
  return { ok: true, data } as const
}

function failed(problem: VotingProblem) {
  return { ok: false, problem } as const
}

const alarm = (what: Alarm) => failed({ kind: 'alarm', what })
const cannotKeep = failed({ kind: 'cannot-keep' })
const noToken = failed({ kind: 'no-token' })

/** One step after the other: a finger that taps twice must not make two requests. */
function turns(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (step) => {
    const next = last.then(step, step)
    last = next.catch(() => undefined)
    return next
  }
}
