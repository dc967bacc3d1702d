import { RegionId } from '../core/ids'
import { remembered } from '../core/remembered'
import type { IsoDate } from '../core/time'
import { provisionsAdopted, type Adopted } from './adopted'
import { documents, type DocumentId, type SourceDocument } from './documents'
import { changxing, huzhou } from './packs/changxing'
import { jiujiang } from './packs/jiujiang'
import { national } from './packs/national'
import { qingdao } from './packs/qingdao'
import { linyi, shandong } from './packs/shandong'
import type { NationalPack, PolicyKey, PolicyPack, PolicyValues, Provision } from './values'
import { last } from '../core/own'

/** 出处: where a value comes from. */
export interface Provenance {
  readonly region: RegionId
  readonly effectiveFrom: IsoDate
  readonly source: DocumentId
  readonly clause: string
  readonly level: SourceDocument['level']
}

/** 某地某日的政策. */
export interface Policy {
  readonly values: PolicyValues
  /** Names the packs that had a say and the day of each one’s latest provision in force; a decision keeps it. */
  readonly version: string
  readonly provenance: ReadonlyMap<PolicyKey, Provenance>
}

const regionalPacks: readonly PolicyPack[] = [changxing, huzhou, qingdao, linyi, shandong, jiujiang]

/**
 * 政策解析: the nearest region that has a say decides each value, 社区 → … → 市 → 省 → 全国. `regionPath` runs from the place upward as regions keep
 * it; the levels above its end follow from the statistical code (3702 青岛 → 37 山东). An empty path answers the national policy.
 */
export const resolvePolicy = remembered(
  4_000,
  (regionPath: readonly RegionId[], day: IsoDate) => `${day} ${regionPath.join(' ')}`,
  (regionPath, day): Policy => resolveAmong(regionalPacks, national, regionPath, day),
)

/** The same, where unions of these places adopted rules of their own. */
export function resolveWith(adopted: readonly Adopted[], regionPath: readonly RegionId[], day: IsoDate): Policy {
  return resolveAmong(regionalPacks, national, regionPath, day, adopted)
}

/** The same among other packs. For one region the later provision holds, and of one day the adopted one. */
export function resolveAmong(
  regional: readonly PolicyPack[],
  everywhere: NationalPack,
  regionPath: readonly RegionId[],
  day: IsoDate,
  adopted: readonly Adopted[] = [],
): Policy {
  const levels = [...regionPath, ...codesAbove(last(regionPath))]
  const places = levels.map((region) => ({ region, pack: regional.find((each) => each.region === region) }))
  const provenance = new Map<PolicyKey, Provenance>()

  const pick = <Key extends PolicyKey>(key: Key): PolicyValues[Key] => {
    const { region, provision } = nearest(key)
    const { effectiveFrom, source, clause } = provision
    provenance.set(key, { region, effectiveFrom, source, clause, level: documents[source].level })
    return provision.value
  }

  function nearest<Key extends PolicyKey>(key: Key): { region: RegionId; provision: Provision<PolicyValues[Key]> } {
    for (const { region, pack } of places) {
      const said = [...provisionsAdopted(adopted, { region, key }), ...(pack?.provisions[key] ?? [])]
      const provision = latestInForce<Provision<PolicyValues[Key]>>(said, day)
      if (provision !== undefined) return { region, provision }
    }
    return {
      region: everywhere.region,
      provision:
        latestInForce<Provision<PolicyValues[Key]>>(everywhere.provisions[key], day) ?? everywhere.provisions[key][0],
    }
  }

  const values: PolicyValues = {
    dispatch: pick('dispatch'),
    newFormPrimary: pick('newFormPrimary'),
    dissolvedRetain: pick('dissolvedRetain'),
    minAge: pick('minAge'),
    secondmentMonths: pick('secondmentMonths'),
    approvalWorkingDays: pick('approvalWorkingDays'),
    transferNoticeDays: pick('transferNoticeDays'),
    objectionDays: pick('objectionDays'),
    taskWorkingDays: pick('taskWorkingDays'),
    raisedWorkingDays: pick('raisedWorkingDays'),
    vacantOfficeDays: pick('vacantOfficeDays'),
    documentsFor: pick('documentsFor'),
    letter: pick('letter'),
    letterConsent: pick('letterConsent'),
    rosterColumns: pick('rosterColumns'),
    ownCommitteeAt: pick('ownCommitteeAt'),
    belowOwnCommittee: pick('belowOwnCommittee'),
    womenCommittee: pick('womenCommittee'),
    jointUnionMaxUnits: pick('jointUnionMaxUnits'),
    fullTimeChairAt: pick('fullTimeChairAt'),
    relativesExcludedAt: pick('relativesExcludedAt'),
    assistants: pick('assistants'),
    companionCommittees: pick('companionCommittees'),
    termYears: pick('termYears'),
    termReminderMonths: pick('termReminderMonths'),
    chairTrainingMonths: pick('chairTrainingMonths'),
    chairContractFiling: pick('chairContractFiling'),
    congressPerYear: pick('congressPerYear'),
    rosterUpdate: pick('rosterUpdate'),
    reviewForm: pick('reviewForm'),
    reviewThresholds: pick('reviewThresholds'),
    reviewGrades: pick('reviewGrades'),
    reviewMostlyCounts: pick('reviewMostlyCounts'),
    reviewParticipation: pick('reviewParticipation'),
    reviewSmallGroup: pick('reviewSmallGroup'),
    reviewRectification: pick('reviewRectification'),
    homeGoal: pick('homeGoal'),
    meetingQuorum: pick('meetingQuorum'),
    staffCongressPerYear: pick('staffCongressPerYear'),
    staffDirectors: pick('staffDirectors'),
    staffSupervisors: pick('staffSupervisors'),
    paperArchive: pick('paperArchive'),
    dutyReminderMonths: pick('dutyReminderMonths'),
    homeTarget: pick('homeTarget'),
    contractTarget: pick('contractTarget'),
    homeReportDue: pick('homeReportDue'),
    titleRecheckYears: pick('titleRecheckYears'),
    honourRule: pick('honourRule'),
    homeDocument: pick('homeDocument'),
    landline: pick('landline'),
    platform: pick('platform'),
    subsidies: pick('subsidies'),
    rateTargets: pick('rateTargets'),
    reportWorkingDays: pick('reportWorkingDays'),
    smallCount: pick('smallCount'),
  }
  const dated = places.map(({ region, pack }) => ({
    region,
    dated: [...adopted.filter((each) => each.region === region), ...Object.values(pack?.provisions ?? {}).flat()],
  }))
  const nation = { region: everywhere.region, dated: Object.values(everywhere.provisions).flat() }
  return { values, version: versionOf([...dated, nation], day), provenance }
}

type Dated = Pick<Provision<unknown>, 'effectiveFrom' | 'effectiveTo'>

function isInForce({ effectiveFrom, effectiveTo }: Dated, day: IsoDate): boolean {
  return effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo)
}

function latestInForce<Any extends Dated>(provisions: readonly Any[], day: IsoDate): Any | undefined {
  return provisions
    .filter((provision) => isInForce(provision, day))
    .sort((a, b) => (a.effectiveFrom === b.effectiveFrom ? 0 : a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
}

/** `3702@2021-01-01+37@2014-12-08+CN@2022-01-01`. */
function versionOf(
  places: readonly { readonly region: RegionId; readonly dated: readonly Dated[] }[],
  day: IsoDate,
): string {
  return places
    .flatMap(({ region, dated }) => {
      const latest = latestInForce(dated, day)
      return latest === undefined ? [] : [`${region}@${latest.effectiveFrom}`]
    })
    .join('+')
}

/** 统计用区划代码: 2 digits name a province, 4 a city, 6 a county, 9 a township; an id that is no such code has nothing above it but the nation. */
function codesAbove(code: RegionId | undefined): readonly RegionId[] {
  if (code === undefined || !/^\d+$/.test(code)) return []
  return [9, 6, 4, 2].filter((digits) => digits < code.length).map((digits) => RegionId.parse(code.slice(0, digits)))
}
