import type { UnionId } from '../../shared/core/ids'
import { OfficerRole } from '../../shared/org/officers'
import { signedInBrowser, inOffice } from '../faults/ready'
import type { Attempt } from '../faults/attempt'
import type { Answered, FunctionName, TestSystem } from '../system'
import { placesAround, type Place, places } from './places'

/** Knocks once. */
export type Knock = (name: FunctionName, procedure: string, input: unknown) => Promise<Answered<unknown>>

/** A column of the table: makes somebody of this kind for one call; undefined where there cannot be one. */
export interface Column {
  readonly who: string
  /** Relative to the union that the input names. */
  readonly where?: Place
  come(system: TestSystem, attempt: Attempt, union: UnionId | undefined): Promise<Knock | undefined>
}

const onPhone =
  (system: TestSystem, as: string | undefined): Knock =>
  (name, procedure, input) =>
    system.ask(as, name, procedure as never, input)

const nobody: Column = { who: 'nobody', come: async (system) => onPhone(system, undefined) }
const browser: Column = {
  who: 'a browser nobody is signed in to',
  come: async (system) => {
    const desk = system.browser()
    return (name, procedure, input) => desk.ask(name, procedure as never, input)
  },
}
const stranger: Column = {
  who: 'a WeChat user without office',
  come: async (system) => onPhone(system, await someoneOnPhone(system)),
}

/** WeChat vouches for a phone of their own, which is nobody’s on file. */
async function someoneOnPhone(system: TestSystem): Promise<string> {
  const as = system.newcomer()
  await system.verifyPhone(as, '15420000001')
  return as
}

/** Whose business the call is: the applicant, the one the code was made for, the browser that shows it. */
const whoseItIs: Column = {
  who: 'the one whose it is',
  come: async (system, { as, browser: own }) =>
    own === undefined ? onPhone(system, as) : (name, procedure, input) => own.ask(name, procedure as never, input),
}

const roles = [...OfficerRole.options, 'former'] as const
type Role = (typeof roles)[number]

async function officer(system: TestSystem, at: UnionId, role: Role): Promise<string> {
  const ended = '2026-11-01T00:00:00.000Z'
  const { as } = role === 'former' ? await inOffice(system, at, 'chair', ended) : await inOffice(system, at, role)
  await system.verifyPhone(as, '15420000001')
  return as
}

const atDesk: Column = {
  who: 'the chair at a desk browser',
  come: async (system, _, union) => {
    const own = await placesAround(system, union)
    const desk = await signedInBrowser(system, await officer(system, own.own, 'chair'))
    return (name, procedure, input) => desk.ask(name, procedure as never, input)
  },
}

const inOfficeAt = (role: Role, where: Place | undefined): Column => ({
  who: role,
  ...(where === undefined ? {} : { where }),
  come: async (system, _, union) => {
    const at = (await placesAround(system, union))[where ?? 'own']
    return at === undefined ? undefined : onPhone(system, await officer(system, at, role))
  },
})

/** For procedures whose input names no union, an officer is an officer wherever that is. */
export const columnsWithoutUnion: readonly Column[] = [
  nobody,
  browser,
  whoseItIs,
  stranger,
  atDesk,
  ...roles.map((role) => inOfficeAt(role, undefined)),
]

export const columnsWithUnion: readonly Column[] = [
  nobody,
  browser,
  stranger,
  atDesk,
  ...places.flatMap((where) => roles.map((role) => inOfficeAt(role, where))),
]
