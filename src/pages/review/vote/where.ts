import type { MyReview } from '../../my-review'
import type { Kept, Paper } from '../../../services/review/steps'
import type { BallotOf } from '../../../services/review/voting'

type Elector = Extract<MyReview['mine'], { kind: 'elector' }>
type Excluded = Extract<MyReview['mine'], { kind: 'excluded' }>

type Plain<At> = At extends string ? { readonly at: At } : never

/** 我在哪一步: one thing to do, or the one reason why there is nothing to do. */
export type Where =
  | Plain<'called-off' | 'not-listed-yet' | 'before' | 'receive' | 'other-phone' | 'hold' | 'vote' | 'again'>
  | { readonly at: 'excluded'; readonly because: Excluded['because'] }
  | { readonly at: 'paper'; readonly because: NonNullable<Elector['paperOnly']> | 'ticked' }
  | { readonly at: 'voted'; readonly remark: Paper['at'] }
  /** Voting is over; the phone can look for its ballot once the board is there. */
  | { readonly at: 'over' | 'result'; readonly mayCheck: boolean; readonly inMyName?: InMyName | undefined }

/** 以我的名义领过, and not on this phone: whoever did not is to find out, however late. */
export type InMyName = 'token' | 'paper'

/** `kept` is what this phone has of the review. */
export function whereIn(
  { phase, mine, result }: Pick<MyReview, 'phase' | 'mine' | 'result'>,
  kept: Kept | undefined,
): Where {
  if (phase === 'called-off') return { at: 'called-off' }
  const papers = kept?.stage === 'received' ? kept.papers : undefined
  if (phase === 'closed' || phase === 'published')
    return {
      at: result ? 'result' : 'over',
      mayCheck: papers !== undefined && papers.ballot.at !== 'token',
      inMyName: kept === undefined ? inMyName(mine) : undefined,
    }
  if (papers !== undefined) return withPapers(phase, papers)
  switch (mine.kind) {
    case 'not-listed-yet':
      return { at: 'not-listed-yet' }
    case 'excluded':
      return { at: 'excluded', because: mine.because }
    case 'elector':
      return asElector(phase, mine, kept)
  }
}

function withPapers(phase: MyReview['phase'], { ballot, remark }: { ballot: Paper; remark: Paper }): Where {
  if (ballot.at === 'taken') return { at: 'voted', remark: remark.at }
  if (ballot.at === 'sent') return { at: 'again' }
  return { at: phase === 'voting' ? 'vote' : 'hold' }
}

function asElector(phase: MyReview['phase'], { paperOnly, channel, received }: Elector, kept: Kept | undefined): Where {
  // Asked for from this phone, and the answer was lost: asked again it is the same. First of all, as whoever was bound anew reads that they vote on paper.
  if (received && kept === undefined) return { at: 'other-phone' }
  if (channel === 'paper') return { at: 'paper', because: 'ticked' }
  if (paperOnly !== undefined) return { at: 'paper', because: paperOnly }
  return { at: phase === 'announced' ? 'before' : 'receive' }
}

function inMyName(mine: MyReview['mine']): InMyName | undefined {
  if (mine.kind !== 'elector') return undefined
  if (mine.received) return 'token'
  return mine.channel === 'paper' ? 'paper' : undefined
}

/** 我的这一份: in a staff survey by a slip, which one that is. */
export type Mine = MyReview & BallotOf

/** What every step of a vote gets. */
export interface StepProps {
  readonly mine: Mine
  /** Reads anew what this phone keeps. */
  readonly again: () => Promise<void>
}
