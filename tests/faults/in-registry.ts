import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { reaffiliations } from '../../cloudfunctions/_kernel/records/reaffiliations'
import { unionApplicationClaims, unionApplications } from '../../cloudfunctions/_kernel/records/union-applications'
import { unionBranches } from '../../cloudfunctions/_kernel/records/union-registry'
import { newUnit, papersOf, street, upper } from '../../cloudfunctions/membership/events/events.fixture'
import {
  approvedFounding,
  foundingBody,
  foundingPapers,
  invited,
  reElection,
  sentFounding,
  three,
} from '../../cloudfunctions/registry/applications/applications.fixture'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { askedMove, taking } from '../../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { castUnions } from '../../local/demo/personas'
import { UnionId } from '../../shared/core/ids'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, inOffice, union } from './ready'

const here = { union: upper }
const more = (system: TestSystem, of: string, action: string) => {
  const before = audited(system, of, action)
  return async () => (await audited(system, of, action)) - (await before)
}

async function newBranch(system: TestSystem): Promise<string> {
  return granted(await system.ask(street, 'registry', 'saveBranch', { ...here, kind: 'group', name: '机关小组' }))
    .branch
}

/** A union below the street that may be founded, elected and dissolved without anybody missing it, and its chair. */
export async function ledUnion(system: TestSystem) {
  const { union: founded } = await approvedFounding(system)
  const led = UnionId.parse(founded)
  return { ...(await inOffice(system, led, 'chair')), union: led }
}

async function paperOf(system: TestSystem) {
  const { application } = await sentFounding(system)
  const record = await system.runtime.store.get(unionApplications, application)
  return { application, file: record?.papers[0]?.file }
}

/** 名录: what is told, elected, divided and noted. */
export const registryAttempts: Readonly<Record<string, Cases>> = {
  registryPage: asked(chair, { union }),
  registryHistory: asked(chair, { union }),
  unionsInLine: asked(chair, { union }),
  unionsInPlace: asked(chair, { union }),
  unitsCovered: asked(street, { ...here }),
  unfoundedUnits: asked(street, { ...here, why: 'nobody' }),
  saveRegistryField: {
    'tell a field': async (system) => {
      const input = { union, key: 'fullTime', value: '2' }
      return { as: chair, input, effects: more(system, union, 'union.field') }
    },
  },
  saveRegistered: {
    'another name': async (system) => {
      const { union: led } = await ledUnion(system)
      const input = { union: led, field: 'name', value: '青岛朔风精密仪器有限公司工会' }
      return { as: street, input, effects: () => audited(system, led, 'union.registered') }
    },
  },
  saveBranch: {
    'a new group': async (system) => {
      const count = () =>
        system.runtime.store.count(unionBranches, { index: 'byUnion', equals: { union, state: 'active' } })
      const before = await count()
      const input = { union, kind: 'group', name: '焊接小组' }
      return { as: chair, input, effects: async () => (await count()) - before }
    },
    'another name': async (system) => {
      const branch = await newBranch(system)
      const input = { ...here, branch, kind: 'group', name: '后勤小组' }
      return { as: street, input, effects: more(system, branch, 'branch.save') }
    },
  },
  endBranch: {
    'a group ends': async (system) => {
      const branch = await newBranch(system)
      return { as: street, input: { ...here, branch }, effects: () => audited(system, branch, 'branch.end') }
    },
  },
  saveCommittee: {
    'one that was elected earlier': async (system) => {
      const { as, union: led } = await ledUnion(system)
      const elected = { electedOn: '2025-01-10', termYears: 5, seats: 3, chair: '周大雪' }
      const input = { union: led, kind: 'labour-law', ...elected }
      return { as, input, effects: more(system, led, 'committee.save') }
    },
  },
  noteOfficer: {
    'the chair was trained': async (system) => {
      const { officer } = await inOffice(system, union, 'chair')
      const input = { union, officer, what: 'trained', on: '2026-11-18' }
      return { as: street, input, effects: () => audited(system, officer, 'office.trained') }
    },
  },
}

/** 变更隶属. */
export const reaffiliationAttempts: Readonly<Record<string, Cases>> = {
  unionsNamed: asked(street, { ...here, name: castUnions.factory.name }),
  askReaffiliation: {
    'ask another union': async (system) => {
      const { union: moving } = await ledUnion(system)
      const papers = await papersOf(system, ['report', 'reply'])
      const claimed = async () =>
        (await system.runtime.store.get(unionApplicationClaims, moving)) === undefined ? 0 : 1
      const input = { ...here, moving, to: taking, reason: '企业归区里直接管', papers }
      return { as: street, input, effects: claimed }
    },
  },
  reaffiliation: {
    'look at one': async (system) => ({
      as: street,
      input: { ...here, reaffiliation: (await askedMove(system)).reaffiliation },
    }),
  },
  reaffiliationPaper: {
    'look at a paper': async (system) => {
      const { reaffiliation } = await askedMove(system)
      const record = await system.runtime.store.get(reaffiliations, reaffiliation)
      return { as: street, input: { ...here, reaffiliation, file: record?.papers[0]?.file } }
    },
  },
  answerReaffiliation: {
    'take it': async (system) => {
      const { reaffiliation } = await askedMove(system)
      const { as } = await inOffice(system, taking, 'chair')
      const input = { union: taking, reaffiliation, verdict: { kind: 'take' } }
      return { as, input, effects: () => audited(system, reaffiliation, 'reaffiliation.take') }
    },
  },
  withdrawReaffiliation: {
    'think better of it': async (system) => {
      const { reaffiliation } = await askedMove(system)
      const effects = () => audited(system, reaffiliation, 'reaffiliation.withdraw')
      return { as: street, input: { ...here, reaffiliation }, effects }
    },
  },
}

/** 申请与批复. */
export const applicationAttempts: Readonly<Record<string, Cases>> = {
  inviteFounding: {
    'hand a code out': async (system) => {
      const unit = await newUnit(system)
      return { as: street, input: { ...here, unit }, effects: () => audited(system, unit, 'founding.invite') }
    },
  },
  foundingOffer: {
    'look what a code offers': async (system) => {
      const { as, code } = await invited(system)
      const papers = await foundingPapers(system, as, code)
      granted(await system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(), papers }))
      return { as, input: { code } }
    },
  },
  putFoundingPaper: {
    'photograph a paper': async (system) => {
      const { as, code } = await mine(system)
      const id = system.runtime.indexer.lockId(`founding:${code}`)
      const effects = more(system, id, 'paper.put')
      return { as, input: { code, picture: png.toString('base64') }, effects }
    },
  },
  applyFounding: {
    'send it again': async (system) => {
      const { as, code, application } = await mine(system)
      const papers = await foundingPapers(system, as, code)
      const input = { code, body: foundingBody(), papers }
      return { as, input, effects: () => audited(system, application, 'union-application.send-again') }
    },
  },
  applyToUpper: {
    'report an election': async (system) => {
      const { as, union: led } = await ledUnion(system)
      const papers = await papersOf(system, ['report', 'resolution'], as, led)
      const count = () => system.runtime.store.count(unionApplications, { index: 'byUnion', equals: { union: led } })
      const before = await count()
      const input = { union: led, body: reElection, papers }
      return { as, input, effects: async () => (await count()) - before }
    },
  },
  unionApplications: asked(street, { ...here, show: 'received' }),
  unionApplication: {
    'look at one': async (system) => ({
      as: street,
      input: { ...here, application: (await sentFounding(system)).application },
    }),
  },
  unionApplicationPaper: {
    'look at a paper': async (system) => ({ as: street, input: { ...here, ...(await paperOf(system)) } }),
  },
  approveUnionApplication: {
    'a founding': async (system) => {
      const { application } = await sentFounding(system)
      const effects = () => audited(system, application, 'union-application.approve')
      return { as: street, input: { ...here, application }, effects }
    },
    'an election': async (system) => {
      const { as, union: led } = await ledUnion(system)
      const papers = await papersOf(system, ['report', 'resolution'], as, led)
      const sent = await system.ask(as, 'registry', 'applyToUpper', { union: led, body: reElection, papers })
      const { application } = granted(sent)
      const effects = () => audited(system, application, 'union-application.approve')
      return { as: street, input: { ...here, application }, effects }
    },
    'a dissolution': async (system) => {
      const { as, union: led } = await ledUnion(system)
      const papers = await papersOf(system, ['report', 'resolution'], as, led)
      const body = { kind: 'dissolution', heldOn: '2026-11-17', employment: 'goes-on', reason: '企业搬走' }
      const { application } = granted(await system.ask(as, 'registry', 'applyToUpper', { union: led, body, papers }))
      const effects = () => audited(system, application, 'union-application.approve')
      return { as: street, input: { ...here, application }, effects }
    },
  },
  returnUnionApplication: {
    'send it back': async (system) => {
      const { application } = await sentFounding(system)
      const effects = () => audited(system, application, 'union-application.return')
      return { as: street, input: { ...here, application, reason: '决议上没有签名' }, effects }
    },
  },
}

/** A founding that was returned: it is its sender’s, and nobody else is told of it. */
async function mine(system: TestSystem) {
  const sent = await sentFounding(system, { elected: three })
  const back = { ...here, application: sent.application, reason: '决议上没有签名' }
  granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
  return sent
}

/** The first members of a founding. */
export const founderAttempts: Readonly<Record<string, Cases>> = {
  enterFounder: {
    'the first of them': async (system) => {
      const { application, union: founded } = await approvedFounding(system)
      const members = { index: 'byUnion', equals: { union: UnionId.parse(founded) } } as const
      const effects = () => system.runtime.store.count(memberships, members)
      return { as: street, input: { ...here, application, at: 0 }, effects }
    },
  },
}
