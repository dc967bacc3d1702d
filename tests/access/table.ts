import { z } from 'zod'
import type { AnyProcedure } from '../../shared/contract/procedure'
import { UnionId } from '../../shared/core/ids'
import { attempts } from '../faults/attempts'
import type { Attempt, MakeAttempt } from '../faults/attempt'
import { contracts, type Answered, type FunctionName, type TestSystem } from '../system'
import { columnsWithUnion, columnsWithoutUnion, type Column } from './callers'

/** What somebody is answered, as the table writes it. */
export const signs = {
  answered: '✓',
  nothing: '○',
  refused: '—',
  'sign in first': '登',
  'only on the phone': '机',
  'only in a browser': '电',
  'once their phone has confirmed it': '扫',
  'there is none': '·',
} as const
type Sign = (typeof signs)[keyof typeof signs]

const signOfCode: Readonly<Record<string, Sign>> = {
  NOT_SIGNED_IN: signs['sign in first'],
  NOT_ALLOWED: signs.refused,
  PHONE_ONLY: signs['only on the phone'],
  BROWSER_ONLY: signs['only in a browser'],
  CONFIRMATION_MISSING: signs['once their phone has confirmed it'],
  NOT_FOUND: signs.nothing,
  NOTHING_ON_FILE: signs.nothing,
  MEMBER_FIRST: signs.nothing,
  NOT_A_MEMBER: signs.nothing,
  CARD_NOT_ACTIVE: signs.nothing,
  TASK_CLOSED: signs.nothing,
  GRANT_GONE: signs.nothing,
  GRANT_FOR_OTHER_PHONE: signs.nothing,
  BINDING_GONE: signs.nothing,
  FOUNDING_OFFER_GONE: signs.nothing,
  CERTIFICATE_GONE: signs.nothing,
  CONFIRMATION_GONE: signs.nothing,
  PHONE_NOT_VERIFIED: signs.nothing,
  OFFICER_UNKNOWN: signs.nothing,
  NOT_AN_ELECTOR: signs.nothing,
  NOT_FOR_YOU: signs.nothing,
  EXPORT_NOT_OPEN: signs.nothing,
  DOCUMENT_MISSING: signs.nothing,
}

export interface Row {
  readonly name: string
  readonly summary: string
  readonly signs: readonly Sign[]
}

export interface Section {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** Asks the running functions everything, as everybody: a section for procedures whose input names a union, one for the others. */
export async function askEverything(
  system: TestSystem,
): Promise<{ readonly withUnion: Section; readonly without: Section }> {
  const withUnion: Row[] = []
  const without: Row[] = []
  for (const [name, { procedures }] of Object.entries(contracts) as [FunctionName, (typeof contracts)[FunctionName]][])
    for (const [procedure, declared] of Object.entries<AnyProcedure>(procedures)) {
      const named = declared.input instanceof z.ZodObject && 'union' in declared.input.shape
      const columns = named ? columnsWithUnion : columnsWithoutUnion
      const rows = await rowsOf(system, { name, procedure, declared }, columns)
      if (named) withUnion.push(...rows)
      else without.push(...rows)
    }
  return {
    withUnion: { columns: columnsWithUnion, rows: withUnion },
    without: { columns: columnsWithoutUnion, rows: without },
  }
}

interface Asked {
  readonly name: FunctionName
  readonly procedure: string
  readonly declared: AnyProcedure
}

/** One row, or one for each case where they differ in who may. */
async function rowsOf(system: TestSystem, asked: Asked, columns: readonly Column[]): Promise<readonly Row[]> {
  const name = `${asked.name}.${asked.procedure}`
  const { summary } = asked.declared
  const rows: Row[] = []
  for (const [title, make] of Object.entries(attempts[asked.name][asked.procedure] ?? {}))
    rows.push({ name: `${name} (${title})`, summary, signs: await signsOf(system, asked, make, columns) })
  const [first] = rows
  if (first === undefined) throw new Error(`${name} has no attempt in tests/faults`)
  return rows.every((row) => row.signs.join() === first.signs.join()) ? [{ ...first, name }] : rows
}

async function signsOf(system: TestSystem, asked: Asked, make: MakeAttempt, columns: readonly Column[]) {
  const found: Sign[] = []
  let attempt = await make(system)
  for (const column of columns) {
    const knock = await column.come(system, attempt, unionIn(attempt))
    const sign =
      knock === undefined
        ? signs['there is none']
        : await signOf(
            await knock(asked.name, asked.procedure, attempt.input),
            attempt,
            `${asked.procedure} as ${column.who}`,
          )
    found.push(sign)
    // What was answered is spent; the next one asks for something new.
    if (asked.declared.kind !== 'query' && sign === signs.answered) attempt = await make(system)
  }
  return found
}

async function signOf(answer: Answered<unknown>, { silent }: Attempt, what: string): Promise<Sign> {
  if (answer.ok) return (await silent?.(answer.data)) === true ? signs.nothing : signs.answered
  const sign = signOfCode[answer.code]
  if (sign === undefined) throw new Error(`${what} was answered ${answer.code}`)
  return sign
}

function unionIn({ input }: Attempt): UnionId | undefined {
  const union: unknown = Reflect.get(Object(input), 'union')
  return union === undefined ? undefined : UnionId.parse(union)
}
