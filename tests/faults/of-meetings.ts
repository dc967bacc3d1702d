import { memberFacts, staffFacts } from '../../shared/home/meetings/meetings.fixture'
import { MemberCongressId, StaffCongressId } from '../../shared/core/ids'
import { archiveFilings } from '../../cloudfunctions/_kernel/records/archive-filings'
import { managementRecords } from '../../cloudfunctions/_kernel/records/management'
import { memberCongresses, staffCongresses } from '../../cloudfunctions/_kernel/records/congresses'
import { paper } from '../members'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, union } from './ready'

/** Sessions are recorded once: each that a test needs is another. */
let sessions = 0
const another = () => ({ period: 1 + Math.floor(++sessions / 90), session: 1 + (sessions % 90) })

export async function heldByMembers(system: Pick<TestSystem, 'ask'>, changed: object = {}) {
  const facts = { ...memberFacts, ...another(), ...changed }
  const { id } = granted(await system.ask(chair, 'home', 'recordMemberCongress', { union, facts }))
  return { id: MemberCongressId.parse(id), facts }
}

export async function heldByStaff(system: Pick<TestSystem, 'ask'>, changed: object = {}) {
  const facts = { ...staffFacts, ...another(), ...changed }
  const { id } = granted(await system.ask(chair, 'home', 'recordStaffCongress', { union, facts }))
  return { id: StaffCongressId.parse(id), facts }
}

export const meetingPhoto = async (system: Pick<TestSystem, 'ask'>) =>
  granted(await system.ask(chair, 'home', 'putMeetingPaper', { union, picture: paper })).picture

export const contractFacts = {
  kind: 'contract',
  day: '2026-02-01',
  until: '2029-01-31',
  scope: 'whole',
  name: '集体合同',
  paper: { kept: 'paper', place: '工会办公室 2 号柜', volume: '合同-2026-01' },
} as const

export async function managed(system: Pick<TestSystem, 'ask'>, facts: object = contractFacts) {
  return granted(await system.ask(chair, 'home', 'recordManagement', { union, facts })).id
}

/** 职工之家: meetings, democratic management, archive. */
export const meetingAttempts: Readonly<Record<string, Cases>> = {
  meetingsOfUnion: asked(chair, { union, year: 2026 }),
  memberCongress: {
    'look at one': async (system) => ({ as: chair, input: { union, id: (await heldByMembers(system)).id } }),
  },
  staffCongress: {
    'look at one': async (system) => ({ as: chair, input: { union, id: (await heldByStaff(system)).id } }),
  },
  recordMemberCongress: {
    'record one': async (system) => {
      const { period, session } = another()
      const facts = { ...memberFacts, period, session }
      const id = `${union}~m${period}-${session}`
      const effects = async () => ((await system.runtime.store.get(memberCongresses, id)) === undefined ? 0 : 1)
      return { as: chair, input: { union, facts }, effects }
    },
  },
  recordStaffCongress: {
    'record one': async (system) => {
      const { period, session } = another()
      const facts = { ...staffFacts, period, session }
      const id = `${union}~s${period}-${session}`
      const effects = async () => ((await system.runtime.store.get(staffCongresses, id)) === undefined ? 0 : 1)
      return { as: chair, input: { union, facts }, effects }
    },
  },
  amendMemberCongress: {
    'change one': async (system) => {
      const { id, facts } = await heldByMembers(system)
      const input = { union, id, seen: 1, facts: { ...facts, attended: 42 } }
      return { as: chair, input, effects: () => audited(system, id, 'member-congress.amend') }
    },
  },
  amendStaffCongress: {
    'change one': async (system) => {
      const { id, facts } = await heldByStaff(system)
      const input = { union, id, seen: 1, facts: { ...facts, attended: 42 } }
      return { as: chair, input, effects: () => audited(system, id, 'staff-congress.amend') }
    },
  },
  dropMemberCongress: {
    'drop one': async (system) => {
      const { id } = await heldByMembers(system)
      return { as: chair, input: { union, id, seen: 1 }, effects: () => audited(system, id, 'member-congress.drop') }
    },
  },
  dropStaffCongress: {
    'drop one': async (system) => {
      const { id } = await heldByStaff(system)
      return { as: chair, input: { union, id, seen: 1 }, effects: () => audited(system, id, 'staff-congress.drop') }
    },
  },
  putMeetingPaper: {
    'put one': async (system) => {
      const before = await audited(system, union, 'meeting.paper')
      const effects = async () => (await audited(system, union, 'meeting.paper')) - before
      return { as: chair, input: { union, picture: paper }, effects }
    },
  },
  meetingPaper: {
    'look at one': async (system) => {
      const picture = await meetingPhoto(system)
      const { id } = await heldByMembers(system, { papers: [picture] })
      return { as: chair, input: { union, id, picture } }
    },
  },
  managementOfUnion: asked(chair, { union }),
  recordManagement: {
    'record a contract': async (system) => {
      const at = async () =>
        (await system.runtime.store.find(managementRecords, { index: 'byUnion', equals: { union, kind: 'contract' } }))
          .documents.length
      const before = await at()
      return { as: chair, input: { union, facts: contractFacts }, effects: async () => (await at()) - before }
    },
  },
  managementOfKind: asked(chair, { union, kind: 'contract' }),
  managementRecord: {
    'look at one': async (system) => ({ as: chair, input: { union, id: await managed(system) } }),
  },
  amendManagement: {
    'change one': async (system) => {
      const id = await managed(system)
      const input = { union, id, seen: 1, facts: { ...contractFacts, name: '集体合同（修订）' } }
      return { as: chair, input, effects: () => audited(system, id, 'management.amend') }
    },
  },
  dropManagement: {
    'drop one': async (system) => {
      const id = await managed(system)
      return { as: chair, input: { union, id }, effects: () => audited(system, id, 'management.drop') }
    },
  },
  archiveOfUnion: asked(chair, { union }),
  fileHalfYear: {
    'file the half-year': async (system) => {
      const half = '2026-1'
      await heldByMembers(system)
      await system.runtime.store.transact((tx) => tx.remove(archiveFilings, `${union}~${half}`))
      const before = await audited(system, `${union}~${half}`, 'archive.file')
      const effects = async () => (await audited(system, `${union}~${half}`, 'archive.file')) - before
      return { as: chair, input: { union, half }, effects }
    },
  },
}
