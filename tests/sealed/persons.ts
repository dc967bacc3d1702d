import { castPeople, castUnions } from '../../local/demo/personas'
import { typed } from '../faults/ready'
import { granted } from '../system'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'

export async function aboutThePerson({ system, call }: Asking, person: string): Promise<void> {
  const [bound, corrected] = ['a-known-member', 'a-newcomer']
  await system.verifyPhone(bound, castPeople.known.mobile)
  await call(bound, 'membership', 'bindMine', { identity: typed(castPeople.known) })
  const opened = await call(chair, 'membership', 'openBinding', { union, person })
  const code = Reflect.get(Object(opened), 'code')
  await call(corrected, 'membership', 'seeBinding', { code })
  await call(corrected, 'membership', 'takeBinding', { code })
  await call(street, 'membership', 'bindings', { union })
  const [waiting] = granted(await system.ask(street, 'membership', 'bindings', { union })).rows
  await call(street, 'membership', 'settleBinding', { union, binding: waiting?.binding, verdict: 'confirm' })

  await call(bound, 'membership', 'requestCorrection', { field: 'name', should: '郑德珊' })
  await call(chair, 'membership', 'requests', { union })
  const [asked] = granted(await system.ask(chair, 'membership', 'requests', { union })).rows
  await call(bound, 'membership', 'aboutMe', {})
  await call(chair, 'membership', 'settleRequest', { union, request: asked?.request, verdict: { kind: 'done' } })
  await call(chair, 'membership', 'reveal', { union, person, value: 'number', reason: '办住院补贴' })
  await call(bound, 'membership', 'trail', {})
  await call(bound, 'membership', 'exportMine', {})
  await call(bound, 'membership', 'withdrawConsent', {})
}
