import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { officeGrants, officers } from '../../cloudfunctions/_kernel/records/registry'
import { castUnions } from '../../local/demo/personas'
import type { OfficerRole } from '../../shared/org/officers'
import { granted, type TestSystem } from '../system'
import { asked, type Attempt, type Cases } from './attempt'
import { audited, chair, contact, inOffice, offered, street, union } from './ready'

/** Who may be given an office, or lose it, depends on the office: the chair’s comes from above. */
function ofClerkAndChair(make: (system: TestSystem, role: OfficerRole) => Promise<Attempt>): Cases {
  return {
    'for a clerk': (system) => make(system, 'clerk'),
    'for the chair': (system) => make(system, 'chair'),
  }
}

/** Offices, and what of their holders is published. */
export const officeAttempts: Readonly<Record<string, Cases>> = {
  officers: asked(street, { union }),
  unionsBelow: asked(street, { union: castUnions.street.id }),
  grantOffice: ofClerkAndChair(async (system, role) => {
    const grants = () => system.runtime.store.count(officeGrants, { index: 'byUnion', equals: { union } })
    const before = await grants()
    const input = { union, role, name: '林小满', mobile: '15420871234', until: '2027-11-18' }
    return { as: street, input, effects: async () => (await grants()) - before }
  }),
  withdrawGrant: ofClerkAndChair(async (system, role) => {
    const { grant } = await offered(system, role)
    const effects = async () => ((await system.runtime.store.get(officeGrants, grant)) === undefined ? 1 : 0)
    return { as: street, input: { union, grant }, effects }
  }),
  seeGrant: {
    'look at an office code': async (system) => {
      const { code } = await offered(system, 'clerk')
      return { as: system.newcomer(), input: { code } }
    },
  },
  takeOffice: {
    'take an office': async (system) => {
      const as = system.newcomer()
      const { code, mobile } = await offered(system, 'clerk')
      await system.verifyPhone(as, mobile)
      const effects = () => audited(system, `${union}:${accountOf(as, system.runtime)}`, 'office.take')
      return { as, input: { code }, effects }
    },
  },
  endOffice: ofClerkAndChair(async (system, role) => {
    const { officer } = await inOffice(system, union, role)
    return { as: street, input: { union, officer }, effects: () => audited(system, officer, 'office.end') }
  }),
  renewOffice: ofClerkAndChair(async (system, role) => {
    const { officer } = await inOffice(system, union, role)
    const input = { union, officer, until: '2028-01-01' }
    return { as: street, input, effects: () => audited(system, officer, 'office.renew') }
  }),
  officerPhoto: {
    'look at a picture': async (system) => {
      const officer = `${union}:${accountOf(chair, system.runtime)}`
      const published = await system.runtime.store.get(officers, officer)
      if (published?.display === undefined)
        granted(await system.ask(chair, 'registry', 'setDisplay', { union, display: contact }))
      return { as: system.newcomer(), input: { officer } }
    },
  },
  myDisplay: asked(chair, { union }),
  setDisplay: {
    'publish phone and picture': async (system) => {
      const { as, officer } = await inOffice(system, union, 'organiser')
      const effects = () => audited(system, officer, 'display.contact')
      return { as, input: { union, display: contact }, effects }
    },
  },
}
