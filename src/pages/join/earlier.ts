import type { z } from 'zod'
import type { MyApplication } from '../../../shared/contract/membership-views'
import type { ReturnReason } from '../../../shared/membership/application'
import type { Situation, UnitReference } from '../../../shared/membership/joining'
import { unreachable } from '../../../shared/core/unreachable'
import type { IsoDate } from '../../../shared/core/time'
import { unitsNamed } from '../../../shared/membership/to-worker'
import { noAnswers, type Answers, type NamedUnit, type UnitRole } from './answers'
import { newFlow, type Flow } from './flow'
import { originUnit, same } from './situation'
import { allSteps, firstQuestion, reachable, type Facts, type Step } from './steps'

export type EarlierApplication = z.infer<typeof MyApplication>

/** 上次的回答: an application sent before, in the shape of the pages; names come from the facts that the server kept. */
export function answersOf({ answers, facts }: EarlierApplication): Answers | undefined {
  if (answers === undefined) return undefined
  const { situation, retired, identity, details, elsewhere } = answers
  const textOf = (heading: string) => facts.find((fact) => fact.heading === heading)?.text ?? ''
  const headings = new Map(unitsNamed(situation).map(({ heading, unit }) => [JSON.stringify(unit), heading]))
  const named = (reference: UnitReference): NamedUnit => ({
    reference,
    name: reference.kind === 'by-hand' ? reference.name : textOf(headings.get(JSON.stringify(reference)) ?? ''),
  })
  return {
    ...noAnswers,
    ...workAnswers(situation, named, textOf('在哪儿干活')),
    identity,
    retired,
    ...details,
    elsewhere,
  }
}

function workAnswers(
  situation: Situation,
  named: (unit: UnitReference) => NamedUnit,
  placeName: string,
): Partial<Answers> {
  const units = (of: Partial<Record<UnitRole, UnitReference>>): Answers['units'] => {
    const filled: Answers['units'] = {}
    for (const role of ['unit', 'agency', 'user-unit', 'employer', 'host', 'home'] as const) {
      const unit = of[role]
      if (unit !== undefined) filled[role] = named(unit)
    }
    return filled
  }
  const { work } = situation
  switch (situation.work) {
    case 'unit':
      return { work, units: units({ unit: situation.unit }), establishment: situation.establishment }
    case 'owner':
      return { work, units: units({ unit: situation.unit }) }
    case 'dispatched':
      return { work, units: units({ agency: situation.agency, 'user-unit': situation.userUnit }) }
    case 'outsourced':
      return { work, units: units({ employer: situation.employer, host: situation.host }) }
    case 'seconded':
      return { work, units: units({ home: situation.home, host: situation.host }), months: String(situation.months) }
    case 'platform':
      return {
        work,
        station: situation.employer === undefined ? 'none' : named(situation.employer),
        industry: situation.industry,
        place: { region: situation.workRegion, name: placeName },
      }
    case 'several':
      return {
        work,
        jobs: situation.jobs.map(named),
        industry: situation.industry,
        place: { region: situation.workRegion, name: placeName },
      }
    case 'other':
      return { work, note: situation.note, place: { region: situation.workRegion, name: placeName } }
    default:
      return unreachable(situation)
  }
}

/**
 * 老用户再入会: who the person is stays known. The questions about work are spared too where the poster names the unit that paid the person last time.
 */
export function startFromEarlier(flow: Flow, earlier: EarlierApplication): Flow {
  const before = answersOf(earlier)
  if (before === undefined) return flow
  const { identity, retired, education, household, elsewhere } = before
  const person: Answers = { ...flow.answers, identity, retired, education, household, elsewhere }
  const unit = originUnit(flow)
  const sameUnit =
    unit !== undefined && before.work === 'unit' && before.units.unit !== undefined && same(before.units.unit, unit)
  const answers: Answers = sameUnit ? { ...person, work: 'unit', establishment: before.establishment } : person
  const known: Facts = { ...flow, answers }
  return { ...flow, answers, step: flow.step === 'start' ? 'start' : reachable('route', known) }
}

/** 修改后重新提交: the answers as sent, the pages that the union asked to see again, and consent given anew. */
export function mendFlow(today: IsoDate, returned: EarlierApplication, drafted: Flow | undefined): Flow | undefined {
  const sent = answersOf(returned)
  if (sent === undefined || returned.returnedFor === undefined) return undefined
  const { reasons, note } = returned.returnedFor
  const base = drafted ?? newFlow(today, { kind: 'returned' }, sent)
  const toMend = stepsToMend(reasons, base)
  const flow: Flow = {
    ...base,
    toMend,
    mending: {
      application: returned.application,
      seen: returned.revision,
      reasons: returned.timeline.filter((step) => step.kind === 'returned').slice(-1)[0]?.reasons ?? [],
      ...(note === undefined ? {} : { note }),
    },
  }
  return { ...flow, step: drafted === undefined ? reachable(toMend[0] ?? 'route', flow) : flow.step }
}

/** Which pages a reason means, in the order in which they are shown. */
export function stepsToMend(reasons: readonly ReturnReason[], facts: Facts): readonly Step[] {
  const wanted = new Set<Step>(reasons.flatMap((reason) => stepOf(reason, facts) ?? []))
  return allSteps.filter((step) => wanted.has(step))
}

function stepOf(reason: ReturnReason, facts: Facts): Step | undefined {
  switch (reason) {
    case 'name':
    case 'number':
    case 'mobile':
    case 'duplicate':
      return 'identity'
    case 'unit':
      return firstQuestion(facts)
    case 'signature':
      return 'letter'
    case 'proof':
      return facts.answers.elsewhere === undefined ? 'details' : 'elsewhere'
    case 'other':
      return undefined
    default:
      return unreachable(reason)
  }
}
