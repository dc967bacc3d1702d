import type { IsoDate } from '../../core/time'
import { ageGroup } from '../../org/figures'
import { levelOf } from '../../org/reporting'
import type { UnionType } from '../../org/union'
import type { UnitKind } from '../../org/unit'
import type { PolicyValues } from '../../policy/values'
import { catalogue, type StandardItem } from './catalogue'
import type { HomeDocument } from './document'
import { categoryOf } from './category'
import type { Category, StandardKey } from './keys'

/** Of whom it is asked which standard applies. */
export interface Subject {
  readonly type: UnionType
  /** Of the unit that it belongs to; absent where it has none of its own. */
  readonly unitKind: UnitKind | undefined
  readonly foundedOn: string | undefined
}

/** 对照什么: the goal, and beside it what else the region’s document sets. */
export interface Applies {
  readonly document: HomeDocument
  readonly standards: readonly StandardKey[]
  /** Absent where nobody told when the union was founded and the region goes by its age: the goal for young unions is shown, with a word. */
  readonly age: 'young' | 'established' | undefined
}

/**
 * 适用哪一套 (docs/rules/standards.md, S1–S4). S1 六有, or by years since founding on the day, the five years included (002 二); S2 企业、机关事业、区域行业 where the
 * region assesses by category (001 二(一)); S3 八有 with the category, and within 六个规范 (002 三(二)).
 */
export function standardsFor(
  subject: Subject,
  { homeGoal, homeDocument: document }: Pick<PolicyValues, 'homeGoal' | 'homeDocument'>,
  day: IsoDate,
): Applies {
  const age = homeGoal.kind === 'by-age' ? ageGroup(subject.foundedOn, homeGoal.years, day) : undefined
  const category = document === 'QINGDAO_HOME' ? categoryOf(subject) : undefined
  if (age === 'established') return { document, age, standards: ['six-norms', 'eight-have', ...listed(category)] }
  return {
    document,
    age,
    standards: ['six-have', ...(category === undefined ? [] : ['eight-have' as const, category])],
  }
}

const listed = (category: Category | undefined): readonly Category[] => (category === undefined ? [] : [category])

/** 适用的条目, in the order of the documents. */
export function itemsFor(subject: Subject, { standards }: Pick<Applies, 'standards'>): readonly StandardItem[] {
  return standards.flatMap((standard) =>
    catalogue.filter((item) => item.standard === standard && meansWhom(item.id, subject)),
  )
}

const stateOwned: ReadonlySet<UnitKind | undefined> = new Set<UnitKind>(['国有企业', '国有控股企业'])
const isEnterprise = (subject: Subject) => categoryOf(subject) === 'ENT' && subject.unitKind !== '社会组织'
const isTownshipOrPark = ({ type }: Subject) => type === 'township_general' || type === 'devzone_union'
const isCompany = ({ unitKind }: Subject) => !companyless.has(unitKind)
const companyless: ReadonlySet<UnitKind | undefined> = new Set<UnitKind>(['个体经济', '社会组织'])

/** S4: items that name whom they mean. */
const only: Readonly<Record<string, (subject: Subject) => boolean>> = {
  'QD-ENT-SYS-05': isCompany,
  'QD-ENT-SYS-06': ({ unitKind }) => stateOwned.has(unitKind),
  'JJ-6G-1-1': isEnterprise,
  'JJ-6G-1-3': (subject) =>
    isTownshipOrPark(subject) || (levelOf(subject.type) === 1 && subject.unitKind === undefined),
  'JJ-6G-1-4': isTownshipOrPark,
  'JJ-6G-2-5': isEnterprise,
  'JJ-6G-3-1': isEnterprise,
  'JJ-6G-4-3': isEnterprise,
  'JJ-6G-4-4': isEnterprise,
}

function meansWhom(id: string, subject: Subject): boolean {
  return only[id]?.(subject) ?? true
}
