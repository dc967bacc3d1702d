import { castUnions } from '../../local/demo/personas'
import { offeredService, serviceFacts } from '../faults/of-services'
import { sent, situations, somebody } from '../forms'
import { activated, attempt, cardPhone } from '../card-phone'
import { owner, type Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'

export async function withACard({ system, call }: Asking): Promise<void> {
  const [as, person] = ['a-card-holder', somebody()]
  const { application } = await sent(system, as, person, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
  await call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const phone = cardPhone()
  const card = await activated(system, as, phone)
  await call(as, 'card', 'activate', phone.sent)
  await call(as, 'card', 'renew', cardPhone(phone.id).sent)
  await call(as, 'card', 'myCard', { phone: phone.id })
  const shown = card.show(Date.parse(system.runtime.now()))
  await call(owner, 'card', 'verify', { shown, attempt: attempt() })
  await call(owner, 'card', 'issuerKeys', {})
  await call(owner, 'card', 'revocations', { day: '2026-11-18' })
  await call(chair, 'card', 'activation', { union })
  const { service, code } = await offeredService(system)
  await call(chair, 'card', 'addService', { union, ...serviceFacts })
  await call(chair, 'card', 'changeService', { union, service, ...serviceFacts })
  await call(owner, 'card', 'verifier', { code })
  await call(as, 'card', 'services', {})
  await call(chair, 'card', 'offeredServices', { union })
  await call(chair, 'card', 'serviceUse', { union, service })
  await call(chair, 'card', 'closeService', { union, service })
  await call(as, 'card', 'dropCard', {})
}
