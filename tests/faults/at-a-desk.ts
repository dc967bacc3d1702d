import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { confirmations } from '../../cloudfunctions/_kernel/records/desk'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, confirm, desksOf, signedInBrowser } from './ready'

const act = { kind: 'export-mine' }
const isGone = (data: unknown) => Reflect.get(Object(data), 'state') === 'gone'

/** Signing a browser in, and what its phone confirms. */
export const deskAttempts: Readonly<Record<string, Cases>> = {
  openSignIn: {
    'show a code': async (system) => ({ as: system.newcomer(), browser: system.browser(), input: {} }),
  },
  collectSignIn: {
    'be let in': async (system) => {
      const [as, browser] = [system.newcomer(), system.browser()]
      const shown = granted(await browser.ask('session', 'openSignIn', {}))
      await confirm(system, as, shown)
      const effects = async () => (await desksOf(system, as)).length
      return { as, browser, input: { code: shown.code }, effects, silent: isGone }
    },
  },
  askConfirmation: {
    'ask for a confirmation': async (system) => {
      const as = system.newcomer()
      const browser = await signedInBrowser(system, as)
      return { as, browser, input: { act }, effects: () => confirmationsOf(system, as) }
    },
  },
  confirmationState: {
    'look whether it came': async (system) => {
      const { as, browser, code } = await askedAtDesk(system)
      return { as, browser, input: { code }, silent: isGone }
    },
  },
  seeConfirmation: {
    'of a sign-in': async (system) => ({ as: system.newcomer(), input: { code: (await shown(system)).code } }),
    'of an act at a desk': async (system) => {
      const { as, code } = await askedAtDesk(system)
      return { as, input: { code } }
    },
  },
  answerConfirmation: {
    'to a sign-in': async (system) => {
      const as = system.newcomer()
      const { code, number } = await shown(system)
      const effects = () => audited(system, accountOf(as, system.runtime), 'confirm.sign-in')
      return { as, input: { code, answer: { kind: 'pick', number } }, effects }
    },
    'to an act at a desk': async (system) => {
      const { as, code, number } = await askedAtDesk(system)
      const effects = () => audited(system, accountOf(as, system.runtime), 'confirm.export-mine')
      return { as, input: { code, answer: { kind: 'pick', number } }, effects }
    },
  },
  desks: asked(chair, {}),
  endDesk: {
    'sign a browser out': async (system) => {
      const as = system.newcomer()
      await signedInBrowser(system, as)
      const [desk] = await desksOf(system, as)
      const effects = async () => 1 - (await desksOf(system, as)).length
      return { as, input: { desk }, effects, silent: async () => (await effects()) === 0 }
    },
  },
  messageTemplates: asked(chair, {}),
  subscribe: {
    'agree to messages': async (system) => {
      const as = system.newcomer()
      const effects = async () => {
        const account = await system.runtime.store.get(accounts, accountOf(as, system.runtime))
        return account?.openid === undefined ? 0 : 1
      }
      return { as, input: {}, effects }
    },
  },
}

async function shown(system: TestSystem) {
  return granted(await system.browser().ask('session', 'openSignIn', {}))
}

async function askedAtDesk(system: TestSystem) {
  const as = system.newcomer()
  const browser = await signedInBrowser(system, as)
  return { as, browser, ...granted(await browser.ask('session', 'askConfirmation', { act })) }
}

async function confirmationsOf({ runtime }: TestSystem, as: string): Promise<number> {
  const account = accountOf(as, runtime)
  const page = await runtime.store.find(confirmations, {
    index: 'byExpiry',
    equals: {},
    order: 'descending',
    limit: 1000,
  })
  return page.documents.filter((one) => one.account === account).length
}
