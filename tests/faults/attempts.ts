import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { claims, drafts } from '../../cloudfunctions/_kernel/records/applications'
import { membershipEvents, memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { invitations } from '../../cloudfunctions/_kernel/records/registry'
import { notices } from '../../cloudfunctions/_kernel/records/upkeep'
import { castPeople, castScenes, castUnions } from '../../local/demo/personas'
import { formFor, identityOf, situations, somebody } from '../forms'
import { granted, type FunctionName, type TestSystem } from '../system'
import { stateAttempts } from './about-members'
import { bindingAttempts, privacyAttempts } from './about-people'
import { certificateAttempts } from './certifying'
import { deskAttempts } from './at-a-desk'
import { asked, type Cases } from './attempt'
import { cardAttempts } from './of-cards'
import { ballotAttempts, receivingAttempts } from './of-ballots'
import { policyAttempts } from './of-policies'
import { reviewAttempts } from './of-reviews'
import { reviewRoundAttempts } from './of-rounds-of-reviews'
import { sampleAttempts } from './of-samples'
import { surveyAttempts } from './of-surveys'
import { homeAboveAttempts } from './of-home-above'
import { titleAttempts } from './of-titles'
import { transferAttempts } from './moving'
import { unitAttempts } from './of-units'
import { applicationAttempts, founderAttempts, reaffiliationAttempts, registryAttempts } from './in-registry'
import { figureAttempts } from './of-figures'
import { eventAttempts, foundingAttempts, leaveAttempts } from './in-events'
import { exportAttempts } from './of-exports'
import { meetingAttempts } from './of-meetings'
import { standardAttempts } from './of-standards'
import { importAttempts } from './of-imports'
import { officeAttempts } from './in-office'
import { opennessAttempts } from './of-openness'
import { cleanAttempts, raisedFromBelow, roundAttempts } from './of-rounds'
import { audited, chair, committee, objecting, returned, union, waiting } from './ready'

/** Every procedure of every contract; the test says which one is missing. */
export const attempts: { readonly [F in FunctionName]: Readonly<Record<string, Cases>> } = {
  ballot: ballotAttempts,
  card: cardAttempts,
  home: { ...meetingAttempts, ...standardAttempts, ...titleAttempts, ...homeAboveAttempts },
  review: { ...reviewAttempts, ...reviewRoundAttempts, ...surveyAttempts, ...sampleAttempts, ...receivingAttempts },
  session: {
    ...deskAttempts,
    me: asked(chair, {}),
    health: asked(chair, {}),
    operations: asked('demo-city', { union: castUnions.qingdao.id }),
    verifyPhone: {
      'verify a phone': async (system) => {
        const as = system.newcomer()
        const account = accountOf(as, system.runtime)
        return {
          as,
          input: { code: system.phoneCode(as, '15420269999') },
          effects: () => audited(system, account, 'account.verify-phone'),
          // WeChat gives a code’s number out once.
          spent: 'PHONE_NOT_VERIFIED',
        }
      },
    },
    readNotice: {
      'put a notice aside': async (system) => {
        const { as } = await returned(system)
        const equals = { account: accountOf(as, system.runtime) }
        const shown = async () => (await system.runtime.store.find(notices, { index: 'byAccount', equals })).documents
        const [notice] = await shown()
        const effects = async () => 1 - (await shown()).length
        return { as, input: { notice: notice?._id }, effects, silent: async () => (await effects()) === 0 }
      },
    },
  },
  registry: {
    ...officeAttempts,
    ...foundingAttempts,
    ...leaveAttempts,
    ...registryAttempts,
    ...applicationAttempts,
    ...reaffiliationAttempts,
    ...policyAttempts,
    ...opennessAttempts,
    openInvitation: asked(chair, { scene: castScenes.factory }),
    searchUnits: asked(chair, { text: '澜屿' }),
    regions: asked(chair, {}),
    unionPage: asked(chair, { union }),
    unitsOfUnion: asked(chair, { union }),
    invite: {
      invite: async ({ runtime }) => {
        const equals = { union: castUnions.newForm.id, unit: undefined }
        const effects = async () =>
          Math.min(1, (await runtime.store.find(invitations, { index: 'byUnion', equals })).documents.length)
        return { as: 'demo-newform-chair', input: { union: castUnions.newForm.id }, effects }
      },
    },
  },
  membership: {
    ...bindingAttempts,
    ...cleanAttempts,
    ...roundAttempts,
    ...figureAttempts,
    ...eventAttempts,
    ...founderAttempts,
    ...privacyAttempts,
    ...transferAttempts,
    ...certificateAttempts,
    ...exportAttempts,
    ...importAttempts,
    ...unitAttempts,
    ...stateAttempts,
    loadDraft: { 'load a draft': async (system) => ({ as: (await withDraft(system)).as, input: {} }) },
    saveDraft: {
      'save a draft': async (system) => {
        const as = system.newcomer()
        const input = { draft: { step: 'identity', answers: { name: '测试人' } } }
        return { as, input, effects: async () => ((await draftOf(system, as)) === undefined ? 0 : 1) }
      },
    },
    dropDraft: {
      'drop a draft': async (system) => {
        const { as } = await withDraft(system)
        return { as, input: {}, effects: async () => ((await draftOf(system, as)) === undefined ? 1 : 0) }
      },
    },
    previewRoute: {
      'a stranger asks': async (system) => ({
        as: system.newcomer(),
        input: { situation: situations.rider, retired: false, identity: identityOf(somebody()) },
      }),
      'a member asks': async (system) => {
        const as = system.newcomer()
        await system.verifyPhone(as, castPeople.retained.mobile)
        return { as, input: { situation: situations.rider, retired: false, identity: identityOf(castPeople.retained) } }
      },
    },
    letter: asked(chair, { union }),
    submit: {
      submit: async (system) => {
        const as = system.newcomer()
        const form = await formFor(system, as, somebody(), situations.workshop)
        return { as, input: { form }, effects: () => submissions(system, as) }
      },
      'submit from outside this system': async (system) => {
        const as = system.newcomer()
        const form = await formFor(system, as, somebody(), situations.workshop)
        const elsewhere = { unionName: '徐州市总工会' }
        return { as, input: { form: { ...form, elsewhere } }, effects: () => submissions(system, as) }
      },
      'submit with a signature': async (system) => {
        const as = system.newcomer()
        const form = await formFor(system, as, somebody(), situations.battery)
        return { as, input: { form }, effects: () => submissions(system, as) }
      },
    },
    mine: {
      'look at my application': async (system) => {
        const { as, application } = await returned(system)
        const silent = (data: unknown) => Reflect.get(Object(data), 'application') === undefined
        return { as, input: { application }, silent }
      },
    },
    resubmit: {
      resubmit: async (system) => {
        const { as, application, form } = await returned(system)
        const effects = () => audited(system, application, 'application.resubmit')
        return { as, input: { application, seen: 2, form }, effects }
      },
    },
    withdraw: {
      withdraw: async (system) => {
        const { as, application } = await waiting(system)
        const effects = () => audited(system, application, 'application.withdraw')
        return { as, input: { application, seen: 1 }, effects }
      },
    },
    remind: {
      remind: async (system) => {
        const { as, application } = await waiting(system)
        return { as, input: { application }, effects: () => audited(system, application, 'application.remind') }
      },
    },
    inbox: asked(chair, { union }),
    tasks: asked(chair, { union }),
    raised: asked(chair, { union }),
    inPlace: {
      'look whose it is': async (system) => {
        const { as, above, task } = await raisedFromBelow(system, 'half-year-round')
        return { as, input: { union: above, task } }
      },
    },
    openApplication: {
      'open an application': async (system) => {
        const { application } = await waiting(system)
        return { as: chair, input: { union, application } }
      },
    },
    decide: {
      approve: async (system) => {
        const { as, application } = await waiting(system)
        const input = { union, application, seen: 1, verdict: { kind: 'approve', committee } }
        return { as: chair, input, effects: () => joined(system, as) }
      },
      return: async (system) => {
        const { application } = await waiting(system)
        const input = { union, application, seen: 1, verdict: { kind: 'return', reasons: ['name'] } }
        return { as: chair, input, effects: () => audited(system, application, 'application.return') }
      },
      reject: async (system) => {
        const { application } = await waiting(system)
        const input = { union, application, seen: 1, verdict: { kind: 'reject', reasons: ['not_employed_here'] } }
        return { as: chair, input, effects: () => audited(system, application, 'application.reject') }
      },
    },
    decideBatch: {
      'batch of three': async (system) => {
        const three = await Promise.all([1, 2, 3].map(() => waiting(system)))
        const effects = async () => {
          const each = await Promise.all(
            three.map(({ application }) => audited(system, application, 'application.approve')),
          )
          return each.every((count) => count === each[0]) ? (each[0] ?? 0) : NaN
        }
        const items = three.map(({ application }) => ({ application, seen: 1 }))
        return { as: chair, input: { union, committee, items }, effects }
      },
    },
    assignable: {
      'look for a union to assign': async (system) => {
        const { application } = await objecting(system)
        return { as: 'demo-street', input: { union: castUnions.street.id, application } }
      },
    },
    assign: {
      assign: async (system) => {
        const { application } = await objecting(system)
        const to = { to: castUnions.agency.id, reason: '与劳务派遣单位签的合同' }
        const input = { union: castUnions.street.id, application, seen: 1, ...to }
        return { as: 'demo-street', input, effects: () => audited(system, application, 'application.assign') }
      },
    },
    roster: asked(chair, { union, search: '王' }),
    member: {
      'open a member': async (system) => {
        const held = await system.runtime.store.find(memberships, { index: 'byUnion', equals: { union }, limit: 1 })
        return { as: chair, input: { union, person: held.documents[0]?._id } }
      },
    },
    letters: asked(chair, { union }),
    letterCopy: {
      'open a letter': async (system) => {
        const { application } = await waiting(system)
        const verdict = { kind: 'approve', committee }
        granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
        return { as: chair, input: { union, application } }
      },
    },
  },
}

async function withDraft(system: TestSystem) {
  const as = system.newcomer()
  granted(await system.ask(as, 'membership', 'saveDraft', { draft: { step: 'identity', answers: {} } }))
  return { as }
}

const draftOf = ({ runtime }: TestSystem, as: string) => runtime.store.get(drafts, accountOf(as, runtime))

async function submissions(system: TestSystem, as: string): Promise<number> {
  const claim = await system.runtime.store.get(claims, `account:${accountOf(as, system.runtime)}`)
  return claim === undefined ? 0 : audited(system, claim.application, 'application.submit')
}

async function joined({ runtime }: TestSystem, as: string): Promise<number> {
  const account = await runtime.store.get(accounts, accountOf(as, runtime))
  if (account?.person === undefined) return 0
  const events = await runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person: account.person } })
  return events.documents.length
}
