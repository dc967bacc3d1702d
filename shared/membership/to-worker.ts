import type { UnionId, UnitId } from '../core/ids'
import { unreachable } from '../core/unreachable'
import { industryName } from './labels'
import type { Situation, UnitReference } from './joining'
import type { Worker } from './routing-types'

/** 会籍现状, as far as this caller may know it: found by account, or by a number whose verified phone matches. */
export type Standing =
  | { readonly kind: 'none' }
  | { readonly kind: 'bound'; readonly union: UnionId; readonly status: 'active' | 'retained' }
  | { readonly kind: 'on-file'; readonly union: UnionId; readonly status: 'active' | 'retained' }
  | { readonly kind: 'applying'; readonly union: UnionId }
  /** As they say themselves: a member of a union outside this system. */
  | { readonly kind: 'elsewhere' }

export interface PersonFacts {
  readonly age: number | undefined
  readonly retired: boolean
  readonly standing: Standing
}

/**
 * 把回答变成分流的条件: the answers to the plain questions in the words of ROUTING.md. A unit typed by hand is one that the registry does
 * not know: it organises nobody, so only its place counts.
 */
export function toWorker(situation: Situation, person: PersonFacts): Worker {
  return { ...employment(situation, person.standing), ...gates(situation, person) }
}

function employment(situation: Situation, standing: Standing): Worker {
  switch (situation.work) {
    case 'unit':
      return { category: situation.establishment, ...asEmployer(situation.unit) }
    case 'owner':
      return { category: 'regular', isOwner: true, ...asEmployer(situation.unit) }
    case 'dispatched':
      return {
        category: 'dispatched',
        ...listed('agency', situation.agency),
        ...listed('userUnit', situation.userUnit),
        ...placeOf(situation.userUnit),
      }
    case 'outsourced':
      return {
        category: 'outsourced',
        ...listed('employer', situation.employer),
        ...listed('userUnit', situation.host),
        ...placeOf(situation.host),
      }
    case 'platform':
      return {
        category: 'new_form',
        industry: situation.industry,
        workRegion: situation.workRegion,
        ...(situation.employer === undefined ? {} : listed('employer', situation.employer)),
      }
    case 'several':
      return {
        category: 'flexible',
        jobs: situation.jobs.flatMap((job) => (job.kind === 'listed' ? [job.unit] : [])),
        workRegion: situation.workRegion,
        ...(situation.industry === undefined ? {} : { industry: situation.industry }),
      }
    case 'seconded':
      return secondment(situation, standing)
    case 'other':
      return { category: 'other', workRegion: situation.workRegion }
    default:
      return unreachable(situation)
  }
}

/** R30 keeps a membership; somebody seconded who holds none joins where the labour relation is (总工发〔2016〕35号 §3, §14). */
function secondment(situation: Extract<Situation, { work: 'seconded' }>, standing: Standing): Worker {
  if (standing.kind !== 'bound') return { category: 'regular', ...asEmployer(situation.home) }
  return {
    category: 'seconded',
    ...listed('employer', situation.home),
    ...listed('userUnit', situation.host),
    secondedMonths: situation.months,
  }
}

function gates(situation: Situation, { age, retired, standing }: PersonFacts): Partial<Worker> {
  return {
    ...(age === undefined ? {} : { age }),
    ...(retired ? { retired } : {}),
    ...standingOf(standing),
    ...(situation.work === 'several' ? { keepsOtherJob: true } : {}),
  }
}

function standingOf(standing: Standing): Partial<Worker> {
  switch (standing.kind) {
    case 'none':
      return {}
    case 'applying':
      return { pendingApplication: standing.union }
    case 'elsewhere':
      return { membership: { external: true } }
    case 'on-file':
      return standing.status === 'active'
        ? { existingByNormalisedId: standing.union }
        : { membership: { union: standing.union, status: 'retained' } }
    case 'bound':
      return { membership: { union: standing.union, status: standing.status } }
    default:
      return unreachable(standing)
  }
}

function asEmployer(unit: UnitReference): Pick<Worker, 'employer' | 'workRegion'> {
  return { ...listed('employer', unit), ...placeOf(unit) }
}

function listed<Role extends 'employer' | 'userUnit' | 'agency'>(
  role: Role,
  unit: UnitReference,
): Partial<Record<Role, UnitId>> {
  const found: Partial<Record<Role, UnitId>> = {}
  if (unit.kind === 'listed') found[role] = unit.unit
  return found
}

function placeOf(unit: UnitReference): Pick<Worker, 'workRegion'> {
  return unit.kind === 'by-hand' ? { workRegion: unit.region } : {}
}

/** The units of a situation with the headings of the form (所属单位 of annex 3 first). */
export function unitsNamed(situation: Situation): readonly { heading: string; unit: UnitReference }[] {
  switch (situation.work) {
    case 'unit':
    case 'owner':
      return [{ heading: '所属单位', unit: situation.unit }]
    case 'dispatched':
      return [
        { heading: '上班的单位', unit: situation.userUnit },
        { heading: '派遣单位', unit: situation.agency },
      ]
    case 'outsourced':
      return [
        { heading: '所属单位', unit: situation.employer },
        { heading: '干活的单位', unit: situation.host },
      ]
    case 'platform':
      return situation.employer === undefined ? [] : [{ heading: '站点或公司', unit: situation.employer }]
    case 'several':
      return situation.jobs.map((unit, index) => ({ heading: `干活的单位 ${index + 1}`, unit }))
    case 'seconded':
      return [
        { heading: '所属单位', unit: situation.home },
        { heading: '借调到', unit: situation.host },
      ]
    case 'other':
      return []
    default:
      return unreachable(situation)
  }
}

/** 就业状况 of annex 3, derived so that nobody is asked twice. */
export function employmentName(situation: Situation): string {
  switch (situation.work) {
    case 'unit':
      return situation.establishment === 'regular' ? '在岗' : '在岗（编外聘用）'
    case 'owner':
      return '在岗（单位负责人）'
    case 'dispatched':
      return '劳务派遣'
    case 'outsourced':
      return '在岗（劳务外包）'
    case 'platform':
      return `新就业形态（${industryName[situation.industry]}）`
    case 'several':
      return '灵活就业'
    case 'seconded':
      return '在岗（借调）'
    case 'other':
      return '其他'
    default:
      return unreachable(situation)
  }
}
