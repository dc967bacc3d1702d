import { ballot } from '../../../shared/contract/ballot'
import { review as contract } from '../../../shared/contract/review'
import { ask, exchange } from '../api'
import { randomBytes } from '../random'
import { keepSecret, keptSecret } from '../secret'
import { account } from '../sign-in'
import { votingPhone } from './voting'

const prefix = 'review.'

/** 这部手机上的选票. */
export const myBallot = votingPhone({
  storage: {
    read: (name) => keptSecret(prefix + name),
    keep: (name, text) => keepSecret(prefix + name, text),
  },
  account,
  random: randomBytes,
  announcement: (review) => ask(ballot, 'announcement', { review }),
  announcedDigest: async (review) => {
    const told = await ask(contract, 'announcedReview', { review })
    return told.ok ? { ok: true, data: told.data.digest } : told
  },
  receive: ({ review, code }, blinded) =>
    code === undefined
      ? exchange(contract, 'receive', { review, blinded })
      : exchange(contract, 'receiveByCode', { review, code, blinded }),
  cast: (review, envelope, cast) => exchange(ballot, 'cast', { review, envelope, cast }),
  board: (review, envelope, page) => ask(ballot, 'board', { review, envelope, page }),
})
