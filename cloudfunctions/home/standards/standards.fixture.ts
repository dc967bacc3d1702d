import { castUnions } from '../../../local/demo/personas'
import { paper } from '../../../tests/members'
import { inOffice } from '../../../tests/faults/ready'
import { granted, type TestSystem } from '../../../tests/system'
import { chinaDay } from '../../../shared/core/time'
import { FileId, UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import type { Answer } from '../../../shared/home/standards/answer'
import { assessmentId } from '../../../shared/home/standards/assessment'
import { homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { sendingOf } from './assessments'

/** Where assessments are made: a test’s system, or a server’s data before it starts. */
export type Assessed = Pick<TestSystem, 'ask' | 'runtime' | 'newcomer'>

export const upper = castUnions.street.id
export const above = 'demo-street'
export const yearOf = ({ runtime }: Pick<TestSystem, 'runtime'>): number => Number(chinaDay(runtime.now()).slice(0, 4))

let made = 0

/** A union like the factory’s below the street, without members or records, with a chair. */
export async function unionBelow(
  system: Assessed,
  differs: Partial<UnionRecord> = {},
): Promise<{ readonly union: UnionId; readonly as: string }> {
  const { store } = system.runtime
  const like = await store.get(unions, castUnions.factory.id)
  if (like === undefined) throw new Error('the factory’s union is gone')
  const union = UnionId.parse(`union-assessed-${++made}`)
  const { hostUnit: _, ...rest } = like
  await store.transact(async (tx) => {
    const line = [union, ...like.line.slice(1)]
    await tx.put(unions, {
      ...rest,
      _id: union,
      name: `青岛第${made}家公司工会`,
      line,
      foundedOn: '2015-05-06',
      ...differs,
    })
    return succeed(undefined)
  })
  return { union, as: (await inOffice(system, union, 'chair')).as }
}

export async function recordOf({ runtime }: Assessed, union: UnionId): Promise<AssessmentRecord> {
  const record = await runtime.store.get(homeAssessments, assessmentId(union, yearOf({ runtime })))
  if (record === undefined) throw new Error(`${union} was not assessed`)
  return record
}

/** Applied, with nothing answered. */
export async function started(system: Assessed) {
  const below = await unionBelow(system)
  granted(await system.ask(below.as, 'home', 'startAssessment', { union: below.union }))
  return below
}

export async function photo(system: Assessed, { as, union }: { as: string; union: UnionId }): Promise<FileId> {
  return FileId.parse(granted(await system.ask(as, 'home', 'putEvidence', { union, picture: paper })).file)
}

/** Everything answered: with a photograph, a text, or where the paper lies. */
export async function answered(system: Assessed) {
  const below = await started(system)
  await answerAllBut([], system, below)
  return below
}

export async function answerAllBut(
  but: readonly string[],
  system: Assessed,
  below: { readonly union: UnionId; readonly as: string },
): Promise<void> {
  const { union, as } = below
  const { questions } = granted(await system.ask(as, 'home', 'assessment', { union, year: yearOf(system) }))
  for (const { question, asks } of questions) {
    if (but.includes(question)) continue
    const answer: Record<typeof asks, () => Promise<Answer>> = {
      evidence: async () => ({ kind: 'photos', photos: [await photo(system, below)] }),
      narrative: async () => ({ kind: 'text', text: '每季度研究一次，年初有计划，年底有总结。' }),
      paper: async () => ({ kind: 'paper', what: '会议记录', place: '工会办公室 2 号柜' }),
    }
    granted(
      await system.ask(as, 'home', 'saveAnswer', {
        union,
        year: yearOf(system),
        question,
        answer: await answer[asks](),
      }),
    )
  }
}

type Below = Awaited<ReturnType<typeof unionBelow>>

export async function sentUp(system: Assessed) {
  const below = await answered(system)
  await send(system, below)
  return below
}

export async function send(system: Assessed, { union, as }: Below) {
  const { revision: seen } = await recordOf(system, union)
  granted(await system.ask(as, 'home', 'sendAssessment', { union, year: yearOf(system), seen }))
}

/** Every item that is claimed was found so. */
export async function looked(system: Assessed) {
  const below = await sentUp(system)
  await find(system, below)
  return below
}

export async function find(system: Assessed, { union: below }: Below) {
  const year = yearOf(system)
  const record = await recordOf(system, below)
  for (const { id, state } of record.items)
    if (state === 'claimed') {
      const sending = sendingOf(record)
      const input = { union: upper, below, year, sending, item: id, finding: 'met', comment: '' }
      granted(await system.ask(above, 'home', 'findItem', input))
    }
}

export async function decided(system: Assessed) {
  const below = await looked(system)
  await decide(system, below)
  return below
}

export async function decide(system: Assessed, { union: below }: Below, year = yearOf(system)) {
  const record = await system.runtime.store.get(homeAssessments, assessmentId(below, year))
  const verdict = { kind: 'decide', comment: '' }
  const input = { union: upper, below, year, seen: record?.revision, verdict }
  granted(await system.ask(above, 'home', 'decideAssessment', input))
}

export async function objectedTo(system: Assessed) {
  const below = await decided(system)
  const text = '会员大会四月开过，是登记晚了。'
  granted(await system.ask(below.as, 'home', 'objectAssessment', { union: below.union, year: yearOf(system), text }))
  return below
}

/** Of the union above the street. */
export async function settler(system: Assessed) {
  const street = await system.runtime.store.get(unions, upper)
  if (street?.parent === undefined) throw new Error('nobody is above the street')
  return { union: street.parent, ...(await inOffice(system, street.parent, 'chair')) }
}

/** Where the assessments of a union wait. */
export async function openTasks({ runtime }: Pick<Assessed, 'runtime'>, union: string): Promise<readonly string[]> {
  const open = { index: 'byKind', equals: { kind: 'home-assessment', state: 'open' }, limit: 200 } as const
  const { documents } = await runtime.store.find(tasks, open)
  return documents.filter(({ subject }) => subject.startsWith(`${union}:`)).map(({ desk }) => desk)
}
