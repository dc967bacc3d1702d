import { accounts } from './accounts'
import { applications, claims, drafts } from './applications'
import { dailyJobs } from './daily-jobs'
import { memberNumbers, membershipEvents, memberships } from './memberships'
import { identifiers, persons } from './persons'
import { coverages, invitations, officers, regions, unions, unitNames, units } from './registry'
import { rotations } from './rotations'
import { auditEntries, auditHeads, notices, quotas, requests } from './upkeep'

/** Every collection there is, declared once: both adapters create their tables and indexes from this list. */
export const allCollections = [
  accounts,
  applications,
  auditEntries,
  auditHeads,
  claims,
  coverages,
  dailyJobs,
  drafts,
  identifiers,
  invitations,
  memberNumbers,
  membershipEvents,
  memberships,
  notices,
  officers,
  persons,
  quotas,
  regions,
  requests,
  rotations,
  unions,
  unitNames,
  units,
] as const
