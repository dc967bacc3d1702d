import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { deskSessions } from '../../cloudfunctions/_kernel/records/desk'
import { officers } from '../../cloudfunctions/_kernel/records/registry'
import { auditEntries } from '../../cloudfunctions/_kernel/records/upkeep'
import { bindingId } from '../../cloudfunctions/membership/binding/codes'
import { grantId } from '../../cloudfunctions/registry/officers/grant'
import { castPeople, castUnions } from '../../local/demo/personas'
import type { HandedCode, UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import { isoTime } from '../../shared/core/time'
import type { OfficerRole } from '../../shared/org/officers'
import { displayNotice } from '../../shared/policy/privacy'
import { identityOf, sent, situations, somebody } from '../forms'
import { granted, type TestBrowser, type TestSystem } from '../system'

/** What has to be there before a call can be made: each makes it anew. */

export const chair = 'demo-factory-chair'
export const street = 'demo-street'
export const union = castUnions.factory.id
export const committee = { decidedOn: '2026-11-18' }

export async function waiting(system: TestSystem) {
  const as = system.newcomer()
  return { as, ...(await sent(system, as, somebody(), situations.workshop)) }
}

export async function returned(system: TestSystem) {
  const application = await waiting(system)
  const verdict = { kind: 'return', reasons: ['name'] }
  const input = { union, application: application.application, seen: 1, verdict }
  granted(await system.ask(chair, 'membership', 'decide', input))
  return application
}

export async function objecting(system: TestSystem) {
  return sent(system, system.newcomer(), somebody(), situations.dispatched, {
    choice: { kind: 'objection', sentence: '想去派遣公司的工会' },
  })
}

/** Somebody in office, appointed past the procedures: any role, any term. */
export async function inOffice(
  { runtime, newcomer }: Pick<TestSystem, 'runtime' | 'newcomer'>,
  at: UnionId,
  role: OfficerRole,
  until?: string,
): Promise<{ readonly as: string; readonly officer: string }> {
  const as = newcomer()
  const account = accountOf(as, runtime)
  const officer = `${at}:${account}`
  const name = runtime.sealer.seal({ collection: 'officers', id: officer, field: 'name' }, '某人')
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await runtime.store.transact(async (tx) => {
    const term = until === undefined ? {} : { until: isoTime(Date.parse(until)) }
    await tx.put(officers, { _id: officer, union: at, account, role, name, shown: false, since, ...term })
    return succeed(undefined)
  })
  return { as, officer }
}

/** A browser in which this account is signed in. */
export async function signedInBrowser(system: TestSystem, as: string): Promise<TestBrowser> {
  const browser = system.browser()
  const { code, number } = granted(await browser.ask('session', 'openSignIn', {}))
  await confirm(system, as, { code, number })
  granted(await browser.ask('session', 'collectSignIn', { code }))
  return browser
}

export async function confirm(system: TestSystem, as: string, { code, number }: { code: string; number: number }) {
  const answer = { kind: 'pick', number }
  granted(await system.ask(as, 'session', 'answerConfirmation', { code, answer }))
}

/** A member of the factory’s union with an account that was bound just now. */
export async function member(system: TestSystem): Promise<string> {
  const as = system.newcomer()
  await system.verifyPhone(as, castPeople.known.mobile)
  granted(await system.ask(as, 'membership', 'bindMine', { identity: typed(castPeople.known) }))
  return as
}

export function typed(person: Parameters<typeof identityOf>[0]) {
  const { mobile: _, ...identity } = identityOf(person)
  return identity
}

export async function personOfKnown(system: TestSystem): Promise<string> {
  const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union, search: castPeople.known.name }))
  return rows[0]?.person ?? ''
}

/** A code that an officer shows to a member, and one that was taken and waits for the second officer. */
export async function openedBinding(system: TestSystem): Promise<HandedCode> {
  const person = await personOfKnown(system)
  return granted(await system.ask(chair, 'membership', 'openBinding', { union, person })).code
}

export async function takenBinding(system: TestSystem): Promise<{ readonly as: string; readonly binding: string }> {
  const code = await openedBinding(system)
  const as = system.newcomer()
  granted(await system.ask(as, 'membership', 'takeBinding', { code }))
  return { as, binding: bindingId(code, system.runtime) }
}

let phones = 0
/** An office that waits for the owner of a phone. */
export async function offered(system: TestSystem, role: OfficerRole) {
  const mobile = `1542088${String(++phones).padStart(4, '0')}`
  const given = { union, role, name: '林小满', mobile, until: '2027-11-18' }
  const { code } = granted(await system.ask(street, 'registry', 'grantOffice', given))
  return { code, grant: grantId(code, system.runtime), mobile }
}

export const contact = {
  kind: 'contact',
  consent: displayNotice.version,
  phone: '0532-12345678',
  photo: png.toString('base64'),
} as const

/** Somebody who asked for a correction that the union has not answered yet. */
export async function asking(system: TestSystem) {
  const as = await member(system)
  granted(await system.ask(as, 'membership', 'requestCorrection', { field: 'education', should: 'college' }))
  const [request] = granted(await system.ask(as, 'membership', 'aboutMe', {})).requests
  return { as, request: request?.request ?? '' }
}

export async function audited({ runtime }: TestSystem, subject: string, action: string): Promise<number> {
  let count = 0
  for (let cursor: string | undefined; ;) {
    const query = { index: 'bySubject', equals: { subject }, limit: 1000, ...(cursor === undefined ? {} : { cursor }) }
    const page = await runtime.store.find(auditEntries, query)
    count += page.documents.filter((entry) => entry.action === action).length
    cursor = page.cursor
    if (cursor === undefined) return count
  }
}

export async function desksOf({ runtime }: TestSystem, as: string): Promise<readonly string[]> {
  const equals = { account: accountOf(as, runtime) }
  const { documents } = await runtime.store.find(deskSessions, { index: 'byAccount', equals })
  return documents.map(({ _id }) => _id)
}
