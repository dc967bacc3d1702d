import { figureMonths, figuresStates, toldFigures, unionFigures } from './figures'
import { reports } from './reports'
import { accounts } from './accounts'
import { applications, claims, drafts } from './applications'
import { archiveFilings } from './archive-filings'
import { boards } from './boards'
import { cards, cardUses, revocations } from './cards'
import { memberCongresses, staffCongresses } from './congresses'
import { confirmations, deskSessions } from './desk'
import { electorLists, listObjections } from './elector-lists'
import { exportPages, exports } from './exports'
import { expulsions } from './expulsions'
import { certificates } from './certificates'
import { fileUses } from './file-uses'
import { guidances, homeReports } from './home-above'
import { assessmentCalls, homeAssessments, homeStandings } from './home-standards'
import { importPages, importPieces, imports } from './imports'
import { managementRecords } from './management'
import { keptCounts } from './kept-counts'
import { memberNumbers, membershipEvents, memberships } from './memberships'
import { dataRequests } from './data-requests'
import { likenesses, merges } from './merges'
import { outbox } from './outbox'
import { bindings, identifiers, persons } from './persons'
import { coverages, invitations, officeGrants, officers, regions, unions, unitNames, units } from './registry'
import { dailyJobs } from './daily-jobs'
import { tasks } from './tasks'
import { honourProposals, titles } from './titles'
import { transfers } from './transfers'
import { reviewExports } from './review-exports'
import { provisions } from './provisions'
import { paperCounts, reviewBoards, reviewComments, reviewCounts } from './review-counts'
import { reviewRounds } from './review-rounds'
import { reviewSamples, sampled } from './review-samples'
import { publicationsDue, reviewPublications, reviewResults } from './review-results'
import { electors, reviewKeys, reviews } from './reviews'
import { services, serviceUses } from './services'
import { surveyBatches, surveyCodes } from './survey-codes'
import { publications, publicationVersions, seats, signUps, tellings } from './publications'
import { rotations } from './rotations'
import { rounds, roundReminders, tallies } from './rounds'
import { chainWalks, health, jobRuns } from './operations'
import { eventItems, unionEvents } from './union-events'
import { reaffiliations } from './reaffiliations'
import { unionApplicationClaims, unionApplications, foundingOffers, replyCounters } from './union-applications'
import { committees, unionBranches, unionChanges } from './union-registry'
import { unfounded } from './unfounded'
import { unitLikenesses, unitMoves } from './unit-merges'
import { unitRenamings } from './unit-renamings'
import { auditEntries, auditHeads, notices, quotas, requests } from './upkeep'

/** Every collection there is, declared once: both adapters create their tables and indexes from this list. */
export const allCollections = [
  accounts,
  applications,
  archiveFilings,
  assessmentCalls,
  auditEntries,
  auditHeads,
  bindings,
  boards,
  cards,
  cardUses,
  certificates,
  chainWalks,
  claims,
  committees,
  confirmations,
  coverages,
  dailyJobs,
  dataRequests,
  deskSessions,
  drafts,
  electorLists,
  electors,
  exportPages,
  exports,
  expulsions,
  eventItems,
  fileUses,
  foundingOffers,
  guidances,
  health,
  honourProposals,
  homeAssessments,
  homeReports,
  homeStandings,
  identifiers,
  importPages,
  importPieces,
  imports,
  figureMonths,
  figuresStates,
  invitations,
  jobRuns,
  keptCounts,
  managementRecords,
  memberCongresses,
  memberNumbers,
  membershipEvents,
  likenesses,
  listObjections,
  memberships,
  merges,
  notices,
  officeGrants,
  officers,
  outbox,
  paperCounts,
  persons,
  provisions,
  publications,
  publicationVersions,
  publicationsDue,
  quotas,
  reaffiliations,
  regions,
  replyCounters,
  reports,
  requests,
  reviewBoards,
  reviewComments,
  reviewCounts,
  reviewExports,
  reviewKeys,
  reviewPublications,
  reviewResults,
  reviewRounds,
  reviewSamples,
  reviews,
  revocations,
  rotations,
  roundReminders,
  rounds,
  sampled,
  seats,
  services,
  serviceUses,
  signUps,
  staffCongresses,
  surveyBatches,
  surveyCodes,
  tallies,
  tasks,
  tellings,
  titles,
  toldFigures,
  transfers,
  unfounded,
  unionApplicationClaims,
  unionApplications,
  unionBranches,
  unionChanges,
  unionEvents,
  unionFigures,
  unions,
  unitLikenesses,
  unitMoves,
  unitNames,
  unitRenamings,
  units,
] as const
