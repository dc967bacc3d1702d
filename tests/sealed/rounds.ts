import { castUnions } from '../../local/demo/personas'
import { dueUnion, hangingMember, hangingTask, likelyPair, raisedFromBelow } from '../faults/of-rounds'
import { likelyUnits } from '../faults/of-units'
import { inOffice } from '../faults/ready'
import { joinedMember } from '../members'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

export async function roundsAndClean({ system, call }: Asking): Promise<void> {
  const { as, union: due, period } = await dueUnion(system)
  await call(as, 'membership', 'saveUnionField', { union: due, key: 'staff', value: '15' })
  await call(as, 'membership', 'remindStale', { union: due })
  const upper = await inOffice(system, castUnions.changxingStreet.id, 'chair')
  await call(upper.as, 'membership', 'roundsBelow', { union: castUnions.changxingStreet.id, show: 'all' })
  await call(upper.as, 'membership', 'nudgeRound', { union: castUnions.changxingStreet.id, below: due })
  await call(as, 'membership', 'countRoster', { union: due })
  await call(as, 'membership', 'round', { union: due })
  await call(as, 'membership', 'closeRound', { union: due, period })
  await call(chair, 'membership', 'roundChanges', { union, kind: 'joined' })
  const joined = await joinedMember(system)
  await call(joined.as, 'membership', 'confirmMine', {})
  await call(chair, 'membership', 'confirmMembers', { union, persons: [joined.person] })

  await hangingMember(system)
  const task = await hangingTask(system)
  const [pair, others] = [await likelyPair(system), await likelyPair(system)]
  await call(chair, 'membership', 'cleanList', { union })
  await call(chair, 'membership', 'hanging', { union })
  const raised = await raisedFromBelow(system, 'hanging-membership')
  await call(raised.as, 'membership', 'inPlace', { union: raised.above, task: raised.task })
  await call(chair, 'membership', 'settleHanging', { union, task })
  await call(chair, 'membership', 'samePerson', { union, task: pair.task })
  const merged = await call(chair, 'membership', 'mergePersons', { union, task: pair.task, keep: pair.person })
  await call(chair, 'membership', 'undoMerge', { union, merge: Reflect.get(Object(merged), 'merge') })
  await call(chair, 'membership', 'notSame', { union, task: others.task })
  const [units, two] = [await likelyUnits(system), await likelyUnits(system)]
  await call(chair, 'membership', 'sameUnits', { union, task: units.task })
  const asOne = { union, task: units.task, keep: units.one, codes: 'agree' }
  const one = await call(chair, 'membership', 'mergeUnits', asOne)
  await call(chair, 'membership', 'undoUnitMerge', { union, merge: Reflect.get(Object(one), 'merge') })
  await call(chair, 'membership', 'notSameUnits', { union, task: two.task })
}
