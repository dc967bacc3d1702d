import { png } from '../../_kernel/files/pictures.fixture'
import { foundingOffers } from '../../_kernel/records/union-applications'
import { newUnit, papersOf, street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import type { HandedCode, UnionId, UnitId } from '../../../shared/core/ids'
import { somebody } from '../../../tests/forms'
import { granted, type TestSystem } from '../../../tests/system'
import { offerId } from './founding-offer'

type World = Pick<TestSystem, 'ask' | 'newcomer' | 'runtime'>

export const start = Date.parse('2026-11-18T02:00:00.000Z')
export const factory = castUnions.factory.id
export const factoryChair = 'demo-factory-chair'

/** The three committees that are elected together. */
export const three = [
  { kind: 'committee', seats: 5, chair: '林小满' },
  { kind: 'audit', seats: 3, chair: '周大雪' },
  { kind: 'women', seats: 3, chair: '吴谷雨' },
]
export const newChair = { role: 'chair', name: '林小满', mobile: '15420771201' }

export function foundingBody(change: object = {}) {
  const founders = [somebody(), somebody()].map(({ name, number, mobile }) => ({
    name,
    number,
    mobile,
    education: 'college',
    household: 'urban',
  }))
  return {
    kind: 'founding',
    name: '青岛朔风仪器有限公司工会',
    type: 'enterprise',
    heldOn: '2026-11-16',
    termYears: 5,
    elected: three,
    posts: [newChair],
    relatives: false,
    founders,
    sensitiveAgreed: true,
    ...change,
  }
}

export const reElection = {
  kind: 're-election',
  heldOn: '2026-11-16',
  termYears: 3,
  elected: three,
  posts: [newChair],
  relatives: false,
}

/** Those of a unit who prepare a founding, with the code of the union above. */
export async function invited(system: World, unit?: UnitId) {
  const at = unit ?? (await newUnit(system))
  const { code } = granted(await system.ask(street, 'registry', 'inviteFounding', { union: upper, unit: at }))
  return { code, unit: at, as: system.newcomer() }
}

export async function foundingPapers(
  system: World,
  as: string,
  code: string,
  kinds = ['report', 'resolution', 'letter'],
) {
  return Promise.all(
    kinds.map(async (paper) => {
      const picture = png.toString('base64')
      const { file } = granted(await system.ask(as, 'registry', 'putFoundingPaper', { code, picture }))
      return { paper, file }
    }),
  )
}

/** A founding that waits at the street’s desk. */
export async function sentFounding(system: World, change: object = {}) {
  const one = await invited(system)
  const { as, code } = one
  const papers = await foundingPapers(system, as, code)
  granted(await system.ask(as, 'registry', 'applyFounding', { code, body: foundingBody(change), papers }))
  return { ...one, application: await sentWith(system, code) }
}

/** What was sent with this code. */
export async function sentWith({ runtime }: Pick<World, 'runtime'>, code: HandedCode): Promise<string> {
  const application = (await runtime.store.get(foundingOffers, offerId(code, runtime)))?.application
  if (application === undefined) throw new Error('nothing was sent')
  return application
}

export const approve = (system: World, application: string) =>
  system.ask(street, 'registry', 'approveUnionApplication', { union: upper, application })

/** A founding that the street approved. */
export async function approvedFounding(system: World, change: object = {}) {
  const sent = await sentFounding(system, change)
  return { ...sent, ...granted(await approve(system, sent.application)) }
}

export const pageOf = async (system: World, union: string, as = street) =>
  granted(await system.ask(as, 'registry', 'registryPage', { union }))

export const historyOf = async (system: World, union: string) =>
  granted(await system.ask(street, 'registry', 'registryHistory', { union })).rows

/** Something that a union below the street sends it; each union has one open at a time. */
export async function sentUp(
  system: World,
  { as, union, body = reElection }: { as: string; union: UnionId; body?: object },
): Promise<string> {
  const papers = await papersOf(system, ['report', 'resolution'], as, union)
  return granted(await system.ask(as, 'registry', 'applyToUpper', { union, body, papers })).application
}
