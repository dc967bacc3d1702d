import { sequenceAudit } from '../_kernel/audit-chain/sequence'
import { witnessHeads } from '../_kernel/audit-chain/witness'
import { migrate } from '../_kernel/migrations/migrate'
import { checkHealth } from '../_kernel/operations/check-health'
import { stepOfDailyRound } from '../_kernel/operations/daily-round'
import { noteRun } from '../_kernel/operations/job-runs'
import { walkChains } from '../_kernel/operations/walk-chains'
import type { Runtime } from '../_kernel/runtime'
import { raiseApplications } from './escalation/applications'
import { raiseRequests } from './escalation/requests'
import { raiseTasks } from './escalation/tasks'
import { findHanging } from './clean/hanging'
import { findSamePersons } from './clean/likeness'
import { findSameUnits } from './clean/unit-likeness'
import { carryOnUnitMerges } from '../membership/units/carry'
import { carryOnRenamings } from '../membership/units/rename'
import { carryOnEvents, noticeFoundings } from '../membership/events/clock'
import { carryOnExports, forgetExports } from '../membership/exports/clock'
import { carryOnImports, forgetImports } from '../membership/import/clock'
import { deliverOutbox } from './outbox'
import { forgetApplications } from './retention/applications'
import { forgetCodes } from './retention/codes'
import { withdrawDisplays } from './retention/displays'
import { sweepFiles } from './retention/files'
import { forgetUpkeep } from './retention/upkeep'
import { tellMembers } from './openness/tell-members'
import { forgetSignUps } from './retention/sign-ups'
import { announceLeavings } from './memberships/announce-leavings'
import { lookAtContracts, lookAtSecondments } from './memberships/open-looks'
import { recount } from './recount'
import { carryLines } from './lines'
import { askDuties, settleDuties } from './duties'
import { remindTerms } from './terms'
import { callRechecks } from './titles'
import { closeMonth, recountJob } from './figures/close-month'
import { followChanges } from './figures/follow'
import { noteHouseholds } from './figures/households'
import { recountUnions } from './figures/recount'
import { unlessClosing } from './figures/state'
import { computeStandings } from './home/standings'
import { verifySums } from './figures/verify'
import { rotateLocks } from './rotation/locks'
import { rotateSeals } from './rotation/seals'
import { releaseSilent } from './transfers'
import { forgetUnionApplications } from './retention/union-applications'
import { forgetTransfers } from './retention/transfers'
import { remindMembers } from './rounds/remind'
import { stepReviews } from './reviews/step'
import { publishReviews } from './reviews/publish/publish-reviews'
import { countReviews } from './reviews/count/count-reviews'
import { compactBox } from './reviews/compact-box'
import { stockKeys } from './reviews/stock-keys'
import { carryRounds } from './reviews/rounds/carry-rounds'

/** What nobody has to ask for. Each job may be run at any time, twice at once, and again after a crash. */
interface Job {
  readonly name: string
  /** Answers how many things it did. */
  run(runtime: Runtime): Promise<number>
}

const jobs: readonly Job[] = [
  // First: the others may ask for what only documents of this version have.
  { name: 'migrate', run: migrate },
  { name: 'audit.sequence', run: sequenceAudit },
  { name: 'audit.witness', run: witnessHeads },
  { name: 'audit.verify', run: walkChains },
  // Before what is overdue goes up: a notice that nobody answered is not overdue, it is over.
  { name: 'transfers.release', run: releaseSilent },
  { name: 'events.carry', run: carryOnEvents },
  { name: 'units.merge', run: carryOnUnitMerges },
  { name: 'units.rename', run: carryOnRenamings },
  { name: 'imports.carry', run: carryOnImports },
  { name: 'exports.carry', run: carryOnExports },
  { name: 'foundings.notice', run: noticeFoundings },
  { name: 'lines.carry', run: carryLines },
  { name: 'terms.remind', run: remindTerms },
  { name: 'duties.ask', run: askDuties },
  { name: 'duties.settle', run: settleDuties },
  { name: 'titles.recheck', run: callRechecks },
  { name: 'outbox.deliver', run: deliverOutbox },
  { name: 'leavings.announce', run: announceLeavings },
  { name: 'contracts.look', run: lookAtContracts },
  { name: 'secondments.look', run: lookAtSecondments },
  {
    name: 'applications.escalate',
    run: (runtime) => stepOfDailyRound('applications.escalate', runtime, (after) => raiseApplications(runtime, after)),
  },
  {
    name: 'tasks.escalate',
    run: (runtime) => stepOfDailyRound('tasks.escalate', runtime, (after) => raiseTasks(runtime, after)),
  },
  {
    name: 'requests.escalate',
    run: (runtime) => stepOfDailyRound('requests.escalate', runtime, (after) => raiseRequests(runtime, after)),
  },
  { name: 'counts.renew', run: recount },
  {
    name: 'memberships.households',
    run: (runtime) => stepOfDailyRound('memberships.households', runtime, (after) => noteHouseholds(runtime, after)),
  },
  // A month is closed as soon as everything has been counted since it ended, before the next change is followed.
  {
    name: recountJob,
    run: (runtime) =>
      unlessClosing(runtime, () => stepOfDailyRound(recountJob, runtime, (after) => recountUnions(runtime, after))),
  },
  { name: 'figures.close', run: (runtime) => closeMonth(runtime) },
  { name: 'figures.follow', run: (runtime) => unlessClosing(runtime, () => followChanges(runtime)) },
  {
    name: 'figures.verify',
    run: (runtime) =>
      unlessClosing(runtime, () => stepOfDailyRound('figures.verify', runtime, (after) => verifySums(runtime, after))),
  },
  // After the figures, whose rates it reads.
  {
    name: 'standings.compute',
    run: (runtime) => stepOfDailyRound('standings.compute', runtime, (after) => computeStandings(runtime, after)),
  },
  { name: 'seals.rotate', run: rotateSeals },
  { name: 'locks.rotate', run: rotateLocks },
  { name: 'rounds.remind', run: remindMembers },
  { name: 'publications.tell', run: tellMembers },
  { name: 'reviews.step', run: stepReviews },
  { name: 'reviews.rounds', run: carryRounds },
  { name: 'reviews.keys', run: stockKeys },
  { name: 'reviews.count', run: countReviews },
  { name: 'reviews.publish', run: publishReviews },
  { name: 'reviews.compact', run: compactBox },
  { name: 'memberships.hanging', run: findHanging },
  { name: 'persons.compare', run: findSamePersons },
  { name: 'units.compare', run: findSameUnits },
  { name: 'applications.forget', run: forgetApplications },
  { name: 'transfers.forget', run: forgetTransfers },
  { name: 'union-applications.forget', run: forgetUnionApplications },
  { name: 'imports.forget', run: forgetImports },
  { name: 'exports.forget', run: forgetExports },
  { name: 'upkeep.forget', run: forgetUpkeep },
  { name: 'codes.forget', run: forgetCodes },
  { name: 'signUps.forget', run: forgetSignUps },
  { name: 'displays.withdraw', run: withdrawDisplays },
  { name: 'files.sweep', run: sweepFiles },
  // Last: it looks at how the others fared.
  {
    name: 'health',
    run: (runtime) =>
      checkHealth(
        runtime,
        jobs.map(({ name }) => name),
      ),
  },
]

/** 到点该办的事: every job once, one after the other. One that fails is logged and does not hold up the others. */
export async function runClock(runtime: Runtime): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {}
  for (const { name, run } of jobs) {
    try {
      done[name] = await run(runtime)
      await noteRun(name, 'success', runtime)
    } catch (fault) {
      runtime.log({ function: 'clock', procedure: name, code: 'FAULT', fault })
      await noteRun(name, 'failure', runtime)
    }
  }
  return done
}
