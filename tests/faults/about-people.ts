import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { bindings, persons } from '../../cloudfunctions/_kernel/records/persons'
import { castPeople } from '../../local/demo/personas'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import {
  asking,
  audited,
  chair,
  member,
  openedBinding,
  personOfKnown,
  street,
  takenBinding,
  typed,
  union,
  waiting,
} from './ready'

/** Accounts that become a person’s, in front of officers or by the phone on file. */
export const bindingAttempts: Readonly<Record<string, Cases>> = {
  bindMine: {
    'by the phone on file': async (system) => {
      const as = system.newcomer()
      await system.verifyPhone(as, castPeople.known.mobile)
      const input = { identity: typed(castPeople.known) }
      const silent = (data: unknown) => Reflect.get(Object(data), 'outcome') === 'not-here'
      return { as, input, effects: () => isBound(system, as), silent }
    },
  },
  openBinding: {
    'show a code': async (system) => {
      const person = await personOfKnown(system)
      const before = await audited(system, person, 'binding.open')
      const effects = async () => (await audited(system, person, 'binding.open')) - before
      return { as: chair, input: { union, person }, effects }
    },
  },
  seeBinding: {
    'look at a code': async (system) => ({ as: system.newcomer(), input: { code: await openedBinding(system) } }),
  },
  takeBinding: {
    'that is me': async (system) => {
      const person = await personOfKnown(system)
      const code = await openedBinding(system)
      const before = await audited(system, person, 'binding.take')
      const effects = async () => (await audited(system, person, 'binding.take')) - before
      return { as: system.newcomer(), input: { code }, effects }
    },
  },
  bindings: {
    'look who waits': async (system) => {
      await takenBinding(system)
      return { as: street, input: { union } }
    },
  },
  settleBinding: {
    'it is them': async (system) => {
      const { as, binding } = await takenBinding(system)
      const input = { union, binding, verdict: 'confirm' }
      return { as: street, input, effects: () => isBound(system, as) }
    },
    'it is not': async (system) => {
      const { binding } = await takenBinding(system)
      const effects = async () => ((await system.runtime.store.get(bindings, binding)) === undefined ? 1 : 0)
      return { as: street, input: { union, binding, verdict: 'decline' }, effects }
    },
  },
}

/** What is kept about somebody, and what they ask of it. */
export const privacyAttempts: Readonly<Record<string, Cases>> = {
  aboutMe: { 'what is kept about me': async (system) => ({ as: await member(system), input: {} }) },
  exportMine: {
    'take it along': async (system) => {
      const as = await member(system)
      return { as, input: {}, effects: () => audited(system, accountOf(as, system.runtime), 'data.export') }
    },
  },
  trail: { 'who looked': async (system) => ({ as: await member(system), input: {} }) },
  requestCorrection: {
    'ask for a correction': async (system) => {
      const as = await member(system)
      const input = { field: 'education', should: 'college' }
      return { as, input, effects: () => requestsOf(system, as) }
    },
  },
  withdrawConsent: {
    'an applicant': async (system) => {
      const { as } = await waiting(system)
      return { as, input: {}, effects: () => audited(system, accountOf(as, system.runtime), 'data.erased') }
    },
    'a member': async (system) => {
      const as = await member(system)
      return { as, input: {}, effects: () => requestsOf(system, as) }
    },
  },
  requests: {
    'look what is asked': async (system) => {
      await asking(system)
      return { as: chair, input: { union } }
    },
  },
  settleRequest: {
    'carry it out': async (system) => {
      const { as, request } = await asking(system)
      return { as: chair, input: { union, request, verdict: { kind: 'done' } }, effects: () => settled(system, as) }
    },
    'decline it': async (system) => {
      const { as, request } = await asking(system)
      const verdict = { kind: 'declined', reason: '请带证件来' }
      return { as: chair, input: { union, request, verdict }, effects: () => settled(system, as) }
    },
  },
  reveal: {
    'a whole number': async (system) => {
      const person = await personOfKnown(system)
      const before = await audited(system, person, 'reveal.number')
      const effects = async () => (await audited(system, person, 'reveal.number')) - before
      return { as: chair, input: { union, person, value: 'number', reason: '办住院补贴' }, effects }
    },
  },
}

async function isBound({ runtime }: TestSystem, as: string): Promise<number> {
  const account = accountOf(as, runtime)
  const person = (await runtime.store.get(accounts, account))?.person
  return person !== undefined && (await runtime.store.get(persons, person))?.account === account ? 1 : 0
}

async function requestsOf(system: TestSystem, as: string): Promise<number> {
  return granted(await system.ask(as, 'membership', 'aboutMe', {})).requests.length
}

async function settled(system: TestSystem, as: string): Promise<number> {
  const { requests, notices } = granted(await system.ask(as, 'membership', 'aboutMe', {}))
  const told = notices.filter(({ text }) => text.includes('的请求'))
  return requests.some(({ state }) => state === 'open') ? 0 : told.length
}
