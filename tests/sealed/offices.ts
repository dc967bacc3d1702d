import { castUnions } from '../../local/demo/personas'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { contact, offered } from '../faults/ready'
import type { Asking } from './asking'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'

export async function inOffices({ system, call }: Asking): Promise<void> {
  const mobile = '15420777001'
  const office = { union, role: 'clerk', name: '林小满', mobile, until: '2027-11-18' }
  const codeIn = (data: unknown) => String(Reflect.get(Object(data), 'code'))
  const code = codeIn(await call(street, 'registry', 'grantOffice', office))
  await call('a-clerk', 'registry', 'seeGrant', { code })
  await system.verifyPhone('a-clerk', mobile)
  await call('a-clerk', 'registry', 'takeOffice', { code })
  const { grant } = await offered(system, 'organiser')
  await call(street, 'registry', 'officers', { union })
  await call(street, 'registry', 'withdrawGrant', { union, grant })
  await call(street, 'registry', 'unionsBelow', { union: castUnions.street.id })
  const officer = `${union}:${accountOf('a-clerk', system.runtime)}`
  await call(street, 'registry', 'renewOffice', { union, officer, until: '2028-01-01' })
  await call('a-clerk', 'registry', 'setDisplay', { union, display: contact })
  await call('a-clerk', 'registry', 'myDisplay', { union })
  await call(chair, 'registry', 'officerPhoto', { officer })
  await call(street, 'registry', 'endOffice', { union, officer })
}
