import { ballot } from '../../../shared/contract/ballot'
import { review as contract } from '../../../shared/contract/review'
import { ask, exchange } from '../api'
import { randomBytes } from '../random'
import { keepSecret, keptSecret } from '../secret'
import { votingPhone } from './voting'

const nameOf = (review: string) => `review.${review}`

/** 这部手机上的选票. */
export const myBallot = votingPhone({
  storage: {
    read: (review) => keptSecret(nameOf(review)),
    keep: (review, text) => keepSecret(nameOf(review), text),
  },
  random: randomBytes,
  announcement: (review) => ask(ballot, 'announcement', { review }),
  announcedDigest: async (review) => {
    const told = await ask(contract, 'announcedReview', { review })
    return told.ok ? { ok: true, data: told.data.digest } : told
  },
  receive: (review, blinded, code) =>
    code === undefined
      ? exchange(contract, 'receive', { review, blinded })
      : exchange(contract, 'receiveByCode', { review, code, blinded }),
  cast: (review, envelope, cast) => exchange(ballot, 'cast', { review, envelope, cast }),
  board: (review, envelope, page) => ask(ballot, 'board', { review, envelope, page }),
})
