import { randomBytes } from 'node:crypto'
import { casts, type CastRecord } from '../../cloudfunctions/_kernel/records/casts'
import { reviewResults } from '../../cloudfunctions/_kernel/records/review-results'
import { unions } from '../../cloudfunctions/_kernel/records/registry'
import type { ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { sealFigures } from '../../cloudfunctions/_kernel/review/figures'
import { tallyKeyOf } from '../../cloudfunctions/_kernel/review/keys'
import { policyOfUnion } from '../../cloudfunctions/_kernel/policy-of-union'
import { plainUnion } from '../../cloudfunctions/review/review.fixture'
import { fromBase64url, toBase64url } from '../../shared/core/base64url'
import type { UnionId } from '../../shared/core/ids'
import { castBytes, castId } from '../../shared/review/cast'
import { closingDigest } from '../../shared/review/closing'
import { merkleRoot } from '../../shared/review/merkle'
import { noPaper } from '../../shared/review/paper-count'
import { judge } from '../../shared/review/verdict'
import { keysOf, reviewIn } from '../reviews'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, inOffice, street } from './ready'

const grades = { satisfied: 0, mostly: 0, dissatisfied: 0 }

/** A review of a new union in which nobody voted, published, and what its count left behind. */
export async function publishedEmpty(system: TestSystem): Promise<{ union: UnionId; record: ReviewRecord }> {
  const { runtime } = system
  const union = await plainUnion(system)
  const record = await reviewIn(system, 'published', { union })
  const above = await runtime.store.get(unions, union)
  if (above === undefined) throw new Error('the union is not there')
  const policy = await policyOfUnion(above, { store: runtime.store, today: record.announcedOn })
  const root = merkleRoot([])
  const closing = { electors: 1, received: 0, paper: noPaper, sum: grades, rejected: 0, root, remarkRoot: root }
  const { secret } = tallyKeyOf(await keysOf(system, record), runtime)
  const verdict = judge({ grades, invalid: 0, electors: 1 }, 'enterprise', policy)
  const figures = { paper: noPaper, sum: grades, rejected: 0, ratings: {}, comments: 0, verdict }
  await runtime.store.insert(reviewResults, {
    _id: record._id,
    union,
    year: record.year,
    kind: record.kind,
    group: `alone:${record._id}`,
    countedAt: runtime.now(),
    electors: 1,
    received: 0,
    digest: toBase64url(closingDigest(fromBase64url(record.digest) ?? new Uint8Array(), closing, secret)),
    root: toBase64url(root),
    remarkRoot: toBase64url(root),
    board: 0,
    policyVersion: policy.version,
    figures: sealFigures(record._id, figures, runtime),
    state: 'alone',
    voted: 0,
    shown: { grades, invalid: 0, electors: 1, verdict },
  })
  return { union, record }
}

async function toExport(system: TestSystem) {
  const { union, record } = await publishedEmpty(system)
  const [one, other] = [await inOffice(system, union, 'scrutineer'), await inOffice(system, union, 'scrutineer')]
  return { one: one.as, other: other.as, digest: record.digest, input: { union, review: record._id } }
}

/** A ballot that counts for nothing lies in the box as well. */
async function strayCast({ runtime }: TestSystem, review: string): Promise<void> {
  const bytes = Uint8Array.from(randomBytes(castBytes.ballot))
  const id = castId('ballot', fromBase64url(review) ?? new Uint8Array(), bytes.slice(0, 32))
  const record: CastRecord = { _id: toBase64url(id), review, envelope: 'ballot', cast: toBase64url(bytes) }
  await runtime.ballots.insert(casts, record)
}

async function asked(system: TestSystem) {
  const ready = await toExport(system)
  granted(await system.ask(ready.one, 'review', 'askExport', ready.input))
  return ready
}

async function opened(system: TestSystem) {
  const ready = await asked(system)
  await strayCast(system, ready.digest)
  granted(await system.ask(ready.other, 'review', 'confirmExport', ready.input))
  return ready
}

/** 监票. */
export const scrutinyAttempts: Readonly<Record<string, Cases>> = {
  exportStanding: {
    ask: async (system) => {
      const { other: as, input } = await asked(system)
      return { as, input }
    },
  },
  askExport: {
    'ask for the file': async (system) => {
      const { one: as, input } = await toExport(system)
      return { as, input, effects: () => audited(system, input.review, 'review.export.ask') }
    },
  },
  confirmExport: {
    'confirm what another one asked for': async (system) => {
      const { other: as, input } = await asked(system)
      return { as, input, effects: () => audited(system, input.review, 'review.export.confirm') }
    },
  },
  exportHead: {
    ask: async (system) => {
      const { other: as, input } = await opened(system)
      return { as, input }
    },
  },
  exportCasts: {
    ask: async (system) => {
      const { other: as, input } = await opened(system)
      return { as, input: { ...input, envelope: 'ballot', page: 0 } }
    },
  },
  reviewProtocol: {
    ask: async (system) => {
      const { union, record } = await publishedEmpty(system)
      await inOffice(system, union, 'scrutineer')
      return { as: street, input: { union, review: record._id } }
    },
  },
}
