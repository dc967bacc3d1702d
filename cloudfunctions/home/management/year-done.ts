import { IsoDate } from '../../../shared/core/time'
import type { HomeCategory } from '../../../shared/home/archive/papers'
import { homeCategory } from '../../../shared/home/archive/papers'
import { isComplete } from '../../../shared/home/management/facts'
import { dutiesLeft, overFrom, yearlyDuties, type Duty, type YearDone } from '../../../shared/home/management/standing'
import { congressesIn } from '../../../shared/home/meetings/year'
import { levelOf } from '../../../shared/org/reporting'
import type { UnitKind } from '../../../shared/org/unit'
import type { PolicyValues } from '../../../shared/policy/values'
import { memberCongresses, staffCongresses } from '../../_kernel/records/congresses'
import { managementRecords } from '../../_kernel/records/management'
import { units, type UnionRecord } from '../../_kernel/records/registry'
import type { Store } from '../../_kernel/store/port'
import { accountsPublishedOn } from './accounts-published'

type Reading = Pick<Store, 'get' | 'find'>

/** 属于哪一类, and what its unit is. */
export async function homeOf(
  union: UnionRecord,
  store: Reading,
): Promise<{ readonly category: HomeCategory; readonly unit: UnitKind | undefined }> {
  const host = union.hostUnit === undefined ? undefined : await store.get(units, union.hostUnit)
  return { category: homeCategory(union.type, host?.unitKind), unit: host?.unitKind }
}

/** More than a union holds in a year. */
const most = 50

/** 这一年办了的, from the records alone: nobody is asked what can be counted. */
async function yearDone(union: UnionRecord, year: number, values: PolicyValues, store: Reading): Promise<YearDone> {
  const inYear = { from: `${year}-01-01`, until: `${year + 1}-01-01`, limit: most }
  const equals = { union: union._id }
  const ofKind = (kind: 'appraisal' | 'disclosure') =>
    store.find(managementRecords, { index: 'byUnion', equals: { ...equals, kind }, ...inYear })
  const [members, staff, appraisals, disclosures, published] = await Promise.all([
    store.find(memberCongresses, { index: 'byUnion', equals, ...inYear }),
    store.find(staffCongresses, { index: 'byUnion', equals, ...inYear }),
    ofKind('appraisal'),
    ofKind('disclosure'),
    // They carry no day but that of their publishing: in the month after it they are the year’s too, as long as it may be made good.
    accountsPublishedOn(union._id, { from: IsoDate.parse(`${year}-01-01`), until: overFrom(year) }, store),
  ])
  return {
    memberCongresses: congressesIn(year, members.documents, values.meetingQuorum),
    staffCongresses: congressesIn(year, staff.documents, values.meetingQuorum),
    appraisals: appraisals.documents.filter(({ facts }) => isComplete(facts)).length,
    disclosures: disclosures.documents.length,
    accounts: published === undefined ? 0 : 1,
  }
}

export interface YearOfDuties {
  readonly duties: readonly Duty[]
  readonly left: readonly Duty[]
}

export const noDuties: YearOfDuties = { duties: [], left: [] }

/** 一年里要办的和没办的; `adds` is about to be written, and counts already. */
export async function dutiesOf(
  union: UnionRecord,
  year: number,
  values: PolicyValues,
  store: Reading,
  adds?: keyof YearDone,
): Promise<YearOfDuties> {
  const { category, unit } = await homeOf(union, store)
  const duties = yearlyDuties({ category, unit, leads: levelOf(union.type) > 0 }, values.homeDocument)
  const known = await yearDone(union, year, values, store)
  const done = adds === undefined ? known : { ...known, [adds]: known[adds] + 1 }
  const least = { memberCongresses: values.congressPerYear.min, staffCongresses: values.staffCongressPerYear.min }
  return { duties, left: dutiesLeft(duties, done, least) }
}
