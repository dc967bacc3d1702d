import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { castUnions } from '../../local/demo/personas'
import { formFor, situations, somebody } from '../forms'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { audited, chair, committee, street, union } from './ready'

const { newForm } = castUnions
const receiver = 'demo-newform-chair'
const rider = { situation: situations.rider, retired: false }
const still = { side: 'leaving', what: 'still-employed' } as const

/** A member of the factory’s union who joined just now, on their own phone. */
export async function mover(system: TestSystem): Promise<string> {
  const as = system.newcomer()
  const form = await formFor(system, as, somebody(), situations.workshop)
  const { application } = granted(await system.ask(as, 'membership', 'submit', { form }))
  const verdict = { kind: 'approve', committee }
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
  return as
}

/** Somebody on the way from the factory to the riders. */
export async function onTheWay(system: TestSystem) {
  const as = await mover(system)
  const input = { ...rider, choice: { kind: 'offered', union: newForm.id } }
  const { transfer } = granted(await system.ask(as, 'membership', 'requestTransfer', input))
  return { as, transfer }
}

/** The same, where the factory says that nothing changed. */
export async function disputed(system: TestSystem) {
  const way = await onTheWay(system)
  const error = { union, transfer: way.transfer, seen: 1, error: still }
  granted(await system.ask(chair, 'membership', 'disputeTransfer', error))
  return way
}

/** A membership that follows the work, step by step. */
export const transferAttempts: Readonly<Record<string, Cases>> = {
  myTransfer: {
    'my transfer': async (system) => ({
      as: (await onTheWay(system)).as,
      input: {},
      silent: (data: unknown) => Reflect.get(Object(data), 'transfer') === undefined,
    }),
  },
  previewTransfer: { 'where to': async (system) => ({ as: await mover(system), input: rider }) },
  requestTransfer: {
    'ask for it': async (system) => {
      const as = await mover(system)
      const effects = async () =>
        granted(await system.ask(as, 'membership', 'myTransfer', {})).transfer === undefined ? 0 : 1
      return { as, input: { ...rider, choice: { kind: 'offered', union: newForm.id } }, effects }
    },
  },
  changeWorkplace: {
    'another workplace of the same union': async (system) => {
      const as = await mover(system)
      const input = { situation: { ...situations.workshop, establishment: 'off_establishment' }, retired: false }
      const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person ?? ''
      return { as, input, effects: () => audited(system, person, 'membership.change-workplace') }
    },
  },
  withdrawTransfer: {
    'take it back': async (system) => {
      const { as, transfer } = await onTheWay(system)
      return { as, input: { transfer, seen: 1 }, effects: () => audited(system, transfer, 'transfer.withdraw') }
    },
  },
  transfer: {
    'look at one': async (system) => {
      const { transfer } = await onTheWay(system)
      return { as: chair, input: { union, transfer } }
    },
  },
  releaseTransfer: {
    'release at once': async (system) => {
      const { transfer } = await onTheWay(system)
      const effects = () => audited(system, transfer, 'transfer.release')
      return { as: chair, input: { union, transfer, seen: 1 }, effects }
    },
  },
  acceptTransfer: {
    'they work here, and the membership moves': async (system) => {
      const { transfer } = await onTheWay(system)
      granted(await system.ask(chair, 'membership', 'releaseTransfer', { union, transfer, seen: 1 }))
      const effects = () => audited(system, transfer, 'transfer.accept')
      return { as: receiver, input: { union: newForm.id, transfer, seen: 2 }, effects }
    },
  },
  disputeTransfer: {
    'nothing changed': async (system) => {
      const { transfer } = await onTheWay(system)
      const effects = () => audited(system, transfer, 'transfer.dispute-leaving')
      return { as: chair, input: { union, transfer, seen: 1, error: still }, effects }
    },
  },
  settleTransfer: {
    'it does not go': async (system) => {
      const { transfer } = await disputed(system)
      const effects = () => audited(system, transfer, 'transfer.stop')
      const verdict = { verdict: { kind: 'stop' }, reason: '劳动关系没有变' }
      return { as: street, input: { union: castUnions.street.id, transfer, seen: 2, ...verdict }, effects }
    },
  },
  transferTargets: {
    'where else': async (system) => {
      const { transfer } = await disputed(system)
      return { as: street, input: { union: castUnions.street.id, transfer } }
    },
  },
}
