import { putElectors, putPhase } from '../../cloudfunctions/review/counting.fixture'
import { newUnion } from '../../cloudfunctions/membership/events/events.fixture'
import { electorId, electors } from '../../cloudfunctions/_kernel/records/reviews'
import { paperCounts } from '../../cloudfunctions/_kernel/records/review-counts'
import { announced } from '../../cloudfunctions/review/review.fixture'
import { castUnions } from '../../local/demo/personas'
import { PersonId, type ReviewId, type UnionId } from '../../shared/core/ids'
import type { TestSystem } from '../system'
import { inOffice, street } from './ready'
import type { Cases } from './attempt'

const upper = castUnions.street.id

/** A review of a new union in voting, with an elector who has no channel, and a teller of the union above. */
async function inVoting(system: TestSystem) {
  const { union } = await newUnion(system)
  const review = await announced(system, union, street)
  await putElectors(system, review, { silent: 1 })
  await putPhase(system, review, 'voting')
  const { as } = await inOffice(system, upper, 'clerk')
  return { as, union, review, person: PersonId.parse('voter-0') }
}

async function papersToCount(system: TestSystem): Promise<{ as: string; union: UnionId; review: ReviewId }> {
  const { as, union, review } = await inVoting(system)
  await system.runtime.store.transact(async (tx) => {
    const elector = await tx.get(electors, electorId(review, PersonId.parse('voter-0')))
    if (elector !== undefined) await tx.put(electors, { ...elector, channel: 'paper' })
  })
  await putPhase(system, review, 'closed')
  return { as, union, review }
}

export const paperAttempts: Readonly<Record<string, Cases>> = {
  electorsToTick: {
    search: async (system) => {
      const { as, union, review } = await inVoting(system)
      return { as, input: { union, review, search: '某人' } }
    },
  },
  tickForPaper: {
    tick: async (system) => {
      const { as, union, review, person } = await inVoting(system)
      const id = electorId(review, person)
      const effects = async () => ((await system.runtime.store.get(electors, id))?.channel === 'paper' ? 1 : 0)
      return { as, input: { union, review, person }, effects }
    },
  },
  paperStanding: {
    ask: async (system) => {
      const { as, union, review } = await papersToCount(system)
      return { as, input: { union, review } }
    },
  },
  enterPaperCount: {
    'enter a count': async (system) => {
      const { as, union, review } = await papersToCount(system)
      const input = { union, review, grades: { satisfied: 1, mostly: 0, dissatisfied: 0 }, invalid: 0 }
      const effects = async () => (await system.runtime.store.get(paperCounts, review))?.tellers.length ?? 0
      return { as, input, effects }
    },
  },
}
