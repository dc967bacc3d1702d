import { registry } from '../../../shared/contract/registry'
import type { ActivityFacts } from '../../../shared/org/publication'
import { mayGiveBack, signUpPhase } from '../../../shared/org/publication'
import { refuse, succeed } from '../../../shared/core/outcome'
import { publicationVersions, seats, signUps, type PublicationRecord } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { signedUp } from './counted'
import { readableBy, readerOf } from './readers'
import { rowOf } from './views'

/** More changes than anybody reads. */
const mostVersions = 200

/** 看一条. */
export const publication = implement(registry.procedures.publication, async (call) => {
  const known = await readableBy(call, call.input.publication)
  if (!known.ok) return known
  const record = known.data
  const [union, versions] = await Promise.all([
    call.store.get(unions, record.union),
    call.store.find(publicationVersions, {
      index: 'byPublication',
      equals: { publication: record._id },
      limit: mostVersions,
    }),
  ])
  if (union === undefined) return refuse('NOT_FOUND')
  const { text, pictures, version, withdrawn, activity } = record
  return succeed({
    ...rowOf(record, union.name),
    union: union._id,
    text,
    pictures,
    version,
    versions: versions.documents.map(({ version, from }) => ({ version, from })),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(activity === undefined ? {} : { activity: await activityOf(record, activity, call) }),
  })
})

async function activityOf(record: PublicationRecord, activity: ActivityFacts, call: Call<unknown>) {
  const { _id: id, attended } = record
  const [taken, many, mine] = await Promise.all([
    call.store.count(seats, { index: 'byPublication', equals: { publication: id }, atMost: activity.places }),
    signedUp(record, call),
    hasPlace(record, call),
  ])
  return {
    ...activity,
    signedUp: many,
    left: Math.max(0, activity.places - taken),
    phase: record.state === 'withdrawn' ? ('over' as const) : signUpPhase(activity, taken, call.today),
    mine: !mine ? ('none' as const) : mayGiveBack(activity, call.today) ? ('has' as const) : ('kept' as const),
    ...(attended === undefined ? {} : { attended }),
  }
}

async function hasPlace({ _id: id }: PublicationRecord, call: Call<unknown>): Promise<boolean> {
  const reader = await readerOf(call)
  return reader !== undefined && (await call.store.get(signUps, `${id}:${reader.member._id}`)) !== undefined
}
