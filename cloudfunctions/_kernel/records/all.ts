import { accounts } from './accounts'
import { applications, claims, drafts } from './applications'
import { memberNumbers, membershipEvents, memberships } from './memberships'
import { chainWalks, health, jobRuns } from './operations'
import { identifiers, persons } from './persons'
import { coverages, invitations, officers, regions, unions, unitNames, units } from './registry'
import { auditEntries, auditHeads, notices, quotas, requests } from './upkeep'

/** Every collection there is, declared once: both adapters create their tables and indexes from this list. */
export const allCollections = [
  accounts,
  applications,
  auditEntries,
  auditHeads,
  chainWalks,
  claims,
  coverages,
  drafts,
  health,
  identifiers,
  invitations,
  jobRuns,
  memberNumbers,
  membershipEvents,
  memberships,
  notices,
  officers,
  persons,
  quotas,
  regions,
  requests,
  unions,
  unitNames,
  units,
] as const
