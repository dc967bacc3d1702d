import { refuse, succeed, type Outcome } from '../core/outcome'
import type { PaperReason } from './electorate'
import type { ReviewForm } from './kinds'

/** 投票渠道: how an elector votes; undefined until they receive a token or are ticked. Never both, and never back. */
export type Channel = 'phone' | 'paper'

export type ChannelRefusal = 'VOTES_ON_PAPER' | 'VOTES_BY_PHONE' | 'ONLY_ON_PAPER' | 'ONLY_BY_PHONE'

interface Choosing {
  readonly paperOnly?: PaperReason | undefined
  readonly channel?: Channel | undefined
}

/** 领取选票凭证 closes paper. Again is the same: the answer may have been lost. */
export function receivingToken({ paperOnly, channel }: Choosing): Outcome<'phone', ChannelRefusal> {
  if (paperOnly !== undefined) return refuse('ONLY_ON_PAPER')
  return channel === 'paper' ? refuse('VOTES_ON_PAPER') : succeed('phone')
}

/** 现场登记领取纸质选票 closes the phone. Where the form is electronic, paper is for those alone who have no other way. */
export function tickingForPaper(
  { paperOnly, channel }: Choosing,
  form: ReviewForm,
): Outcome<'paper', Extract<ChannelRefusal, 'VOTES_BY_PHONE' | 'ONLY_BY_PHONE'>> {
  if (channel === 'phone') return refuse('VOTES_BY_PHONE')
  return form === 'electronic' && paperOnly === undefined ? refuse('ONLY_BY_PHONE') : succeed('paper')
}
