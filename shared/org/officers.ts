import { z } from 'zod'

/** 工会干部职务: what an officer is called; the right to act follows from the table below, never from the name. */
export const OfficerRole = z.enum(['chair', 'deputy', 'organiser', 'clerk', 'examiner', 'scrutineer'])
export type OfficerRole = z.infer<typeof OfficerRole>

/** 权限: one word per thing an officer may do. */
export const OfficerRight = z.enum([
  'approve',
  'assign',
  'roster',
  'memberships',
  'invite',
  'services',
  'letters',
  'requests',
  'officers',
  'found',
  /** 本地规定: propose, and adopt what somebody else proposed. Only a general union has any to set. */
  'policies',
  /** 会员评家: announce, show the list of electors, settle objections. */
  'reviews',
  /** 会务公开: accounts, decisions, notices, activities. */
  'publish',
  /** 职工之家: meetings, democratic management, archive, the standards it is held against. */
  'home',
  /** 计票人: tick who votes on paper, enter what was counted. Not for those who are judged. */
  'papers',
  /** 监票人. */
  'scrutinise',
])
export type OfficerRight = z.infer<typeof OfficerRight>

/** 003 四1: the chair bears the general responsibility, a named person collects and enters, another one examines. */
export const rightsOf: Readonly<Record<OfficerRole, readonly OfficerRight[]>> = {
  chair: [
    'approve',
    'assign',
    'roster',
    'memberships',
    'invite',
    'services',
    'letters',
    'requests',
    'officers',
    'found',
    'policies',
    'reviews',
    'publish',
    'home',
  ],
  deputy: [
    'approve',
    'assign',
    'roster',
    'memberships',
    'invite',
    'services',
    'letters',
    'requests',
    'officers',
    'found',
    'policies',
    'reviews',
    'publish',
    'home',
  ],
  organiser: [
    'roster',
    'memberships',
    'invite',
    'services',
    'letters',
    'requests',
    'policies',
    'reviews',
    'publish',
    'home',
  ],
  clerk: ['roster', 'invite', 'services', 'letters', 'requests', 'publish', 'home', 'papers'],
  examiner: ['approve', 'roster', 'letters', 'papers'],
  scrutineer: ['scrutinise'],
}

/** What people call the role. */
export const roleName: Readonly<Record<OfficerRole, string>> = {
  chair: '主席',
  deputy: '副主席',
  organiser: '组织委员',
  clerk: '专管员',
  examiner: '审核员',
  scrutineer: '监票人',
}
