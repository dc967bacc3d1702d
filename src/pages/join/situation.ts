import { unreachable } from '../../../shared/core/unreachable'
import { Situation, type Industry } from '../../../shared/membership/joining'
import type { Answers, NamedPlace, NamedUnit, Origin, UnitRole } from './answers'

/** What the questions about work are answered from: the answers, and what the poster or the search said before. */
export interface Known {
  readonly origin: Origin
  readonly answers: Answers
}

/** The unit of the poster or of the first search. */
export function originUnit({ origin }: Known): NamedUnit | undefined {
  return origin.kind === 'invitation' || origin.kind === 'unit' ? origin.unit : undefined
}

/** The answer, or what follows from the poster: whoever scans a firm's poster works there, unless they named that firm as the one that sent them. */
export function unitFor(known: Known, role: UnitRole): NamedUnit | undefined {
  return known.answers.units[role] ?? derivedUnit(known, role)
}

export function derivedUnit(known: Known, role: UnitRole): NamedUnit | undefined {
  const unit = originUnit(known)
  if (unit === undefined) return undefined
  const { units } = known.answers
  switch (role) {
    case 'unit':
      return unit
    case 'agency':
      return unit.agency === true ? unit : undefined
    case 'user-unit':
      return unit.agency === true || same(units.agency, unit) ? undefined : unit
    case 'host':
      return same(units.employer, unit) || same(units.home, unit) ? undefined : unit
    case 'employer':
    case 'home':
      return undefined
    default:
      return unreachable(role)
  }
}

export function same(left: NamedUnit | undefined, right: NamedUnit): boolean {
  return JSON.stringify(left?.reference) === JSON.stringify(right.reference)
}

/** 在哪儿干活: asked only where neither the poster nor a named unit tells. */
export function placeFor(known: Known): NamedPlace | undefined {
  return known.answers.place ?? derivedPlace(known)
}

export function derivedPlace(known: Known): NamedPlace | undefined {
  const { origin, answers } = known
  const unitOfOrigin = originUnit(known)
  switch (answers.work) {
    case 'platform':
      return placeOfOrigin(origin) ?? (answers.station === 'none' ? undefined : placeOf(answers.station))
    case 'several':
      return answers.jobs?.map(placeOf).find((place) => place !== undefined) ?? placeOfOrigin(origin)
    case 'other':
      return placeOfOrigin(origin) ?? placeOf(unitOfOrigin)
    default:
      return undefined
  }
}

function placeOfOrigin(origin: Origin): NamedPlace | undefined {
  return origin.kind === 'invitation' || origin.kind === 'place' ? origin.place : undefined
}

function placeOf(unit: NamedUnit | undefined): NamedPlace | undefined {
  return unit?.region === undefined ? undefined : { region: unit.region, name: unit.place ?? `${unit.name}所在地` }
}

export function industryFor(known: Known): Industry | undefined {
  return known.answers.industry ?? derivedIndustry(known)
}

export function derivedIndustry({ origin, answers }: Known): Industry | undefined {
  const stated = origin.kind === 'invitation' ? origin.industry : undefined
  if (answers.work === 'platform') return stated ?? (answers.station === 'none' ? undefined : answers.station?.industry)
  if (answers.work === 'several') return stated ?? answers.jobs?.find((job) => job.industry !== undefined)?.industry
  return undefined
}

/** 编外聘用 exists in 机关 and 事业单位 only (000 一(二)(三)); elsewhere everybody is 在职. */
export function asksEstablishment(known: Known): boolean {
  return ['机关', '事业单位'].includes(unitFor(known, 'unit')?.unitKind ?? '')
}

/** 用工情况 from the answers, or undefined while something is missing. */
export function situationOf(known: Known): Situation | undefined {
  const parsed = Situation.safeParse(situationAnswers(known))
  return parsed.success ? parsed.data : undefined
}

function situationAnswers(known: Known): unknown {
  const { answers } = known
  const unit = (role: UnitRole) => unitFor(known, role)?.reference
  const workRegion = placeFor(known)?.region
  const industry = industryFor(known)
  switch (answers.work) {
    case undefined:
      return undefined
    case 'unit':
      return {
        work: 'unit',
        unit: unit('unit'),
        establishment: asksEstablishment(known) ? answers.establishment : 'regular',
      }
    case 'dispatched':
      return { work: 'dispatched', agency: unit('agency'), userUnit: unit('user-unit') }
    case 'outsourced':
      return { work: 'outsourced', employer: unit('employer'), host: unit('host') }
    case 'platform':
      return {
        work: 'platform',
        industry,
        workRegion,
        ...(answers.station === undefined || answers.station === 'none' ? {} : { employer: answers.station.reference }),
      }
    case 'several':
      return {
        work: 'several',
        jobs: answers.jobs?.map((job) => job.reference),
        workRegion,
        ...(industry === undefined ? {} : { industry }),
      }
    case 'seconded':
      return { work: 'seconded', home: unit('home'), host: unit('host'), months: monthsOf(answers) }
    case 'owner':
      return { work: 'owner', unit: unit('unit') }
    case 'other':
      return { work: 'other', note: answers.note, workRegion }
    default:
      return unreachable(answers.work)
  }
}

/** Whole months, as typed; undefined for anything else. */
export function monthsOf({ months }: Answers): number | undefined {
  const typed = (months ?? '').normalize('NFKC').trim()
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 600 ? Number(typed) : undefined
}
