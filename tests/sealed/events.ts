import { castUnions, stage } from '../../local/demo/personas'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { unionEvents } from '../../cloudfunctions/_kernel/records/union-events'
import {
  ending,
  found,
  founding,
  newUnion,
  newUnit,
  papersOf,
  upper,
} from '../../cloudfunctions/membership/events/events.fixture'
import { foundingTask, jointUnion, objected, planned, retaining, told } from '../faults/in-events'
import { inOffice } from '../faults/ready'
import type { Asking } from './asking'

const union = castUnions.factory.id
const street = 'demo-street'

export async function aboutEvents({ system, call }: Asking): Promise<void> {
  const here = { union: upper }
  const ask = (procedure: string, input: object) => call(street, 'membership', procedure, { ...here, ...input })
  const settle = (procedure: string, input: object) => call(street, 'registry', procedure, { ...here, ...input })
  const unit = await newUnit(system)
  const [paper] = await papersOf(system, ['report'])
  expect(paper).toBeDefined()
  await settle('putPaper', { picture: png.toString('base64') })
  await settle('foundPreview', { unit })
  await settle('foundUnion', await founding(system, unit))
  const { joint } = await jointUnion(system)
  const further = await newUnit(system)
  await settle('coverUnits', { joint, units: [further] })
  await settle('coveredUnits', { joint })
  await settle('uncoverUnit', { joint, unit: further })
  const [one, other] = [await newUnion(system), await newUnion(system)]
  await settle('endPreview', { ending: one.union })
  await settle('dissolveUnion', { ...(await ending(system, one.union)), employment: 'goes-on' })
  await settle('mergeUnion', { ...(await ending(system, other.union)), successor: union })
  const { event } = await found(system, await newUnit(system))
  await ask('planEvent', { event })
  const waiting = await planned(system)
  const record = await system.runtime.store.get(unionEvents, waiting.event)
  await ask('unionEvent', { event: waiting.event })
  await ask('eventPaper', { event: waiting.event, file: record?.papers[0]?.file })
  await ask('confirmEvent', { event: waiting.event })
  const offer = { followUps: ['OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED'], category: '劳务派遣' }
  const offeredTo = await told(system, offer)
  await call(offeredTo.as, 'membership', 'myEvents', {})
  await call(offeredTo.as, 'membership', 'acceptEventOffer', { event: offeredTo.event })
  const retained = await retaining(system)
  await call(retained.as, 'membership', 'tellHome', { event: retained.event, region: stage.community })
  const objecting = await told(system)
  await call(objecting.as, 'membership', 'objectToEvent', { event: objecting.event, sentence: '不同意' })
  const { task } = await objected(system)
  await ask('eventObjection', { task })
  await ask('settleObjection', { task, verdict: { kind: 'move' } })
  const assisting = await foundingTask(system)
  await ask('foundingTask', { task: assisting.task })
  await ask('settleFoundingTask', { task: assisting.task, verdict: 'done' })
  const [own, deputy] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'deputy')]
  const leave = { union, from: '2026-11-18', until: '2026-11-30', deputy: deputy.officer }
  await call(own.as, 'registry', 'takeLeave', leave)
  await call(own.as, 'registry', 'endLeave', { union })
  await call(own.as, 'registry', 'proposeSuccessor', { union, name: '林小满', mobile: '15420871234' })
}
