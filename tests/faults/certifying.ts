import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { joinedMember, paper } from '../members'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited } from './ready'

/** A member who holds a certificate for a union outside. */
export async function certified(system: TestSystem) {
  const member = await joinedMember(system)
  const { code } = granted(
    await system.ask(member.as, 'membership', 'issueCertificate', { destination: '杭州市总工会' }),
  )
  return { ...member, code }
}

/** Members who go to a union outside this system, and workers who come from one. */
export const certificateAttempts: Readonly<Record<string, Cases>> = {
  issueCertificate: {
    'have one made out': async (system) => {
      const { as, person } = await joinedMember(system)
      const effects = () => audited(system, person, 'certificate.issue')
      return { as, input: { destination: '杭州市总工会' }, effects }
    },
    'have another one made out': async (system) => {
      const { as, person } = await certified(system)
      const effects = async () => (await audited(system, person, 'certificate.issue')) - 1
      return { as, input: { destination: '徐州市总工会' }, effects }
    },
  },
  myCertificate: {
    'look at mine': async (system) => ({
      as: (await certified(system)).as,
      input: {},
      silent: (data) => Reflect.get(Object(data), 'certificate') === undefined,
    }),
  },
  withdrawCertificate: {
    'stay after all': async (system) => {
      const { as, person } = await certified(system)
      return { as, input: {}, effects: () => audited(system, person, 'certificate.withdraw') }
    },
  },
  certificateReceived: {
    'the other union has taken me': async (system) => {
      const { as, person } = await certified(system)
      return { as, input: {}, effects: () => audited(system, person, 'membership.leave') }
    },
  },
  seeCertificate: {
    'check one': async (system) => ({ as: system.newcomer(), input: { code: (await certified(system)).code } }),
    'check one that is not there': async (system) => ({ as: system.newcomer(), input: { code: 'A'.repeat(22) } }),
  },
  putProof: {
    'send a picture': async (system) => {
      const as = system.newcomer()
      return {
        as,
        input: { picture: paper },
        effects: () => audited(system, accountOf(as, system.runtime), 'proof.put'),
      }
    },
  },
}
