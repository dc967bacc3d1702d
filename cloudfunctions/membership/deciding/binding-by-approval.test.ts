import { castPeople, castUnions } from '../../../local/demo/personas'
import { IsoDate } from '../../../shared/core/time'
import { identityOf, sent, situations } from '../../../tests/forms'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { identifierUnder } from '../../_kernel/locks'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { identify } from '../joining/identify'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const { known: onFile } = castPeople
let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

/** Somebody on file who has left: whoever knows the number may apply with it. */
async function leaver(): Promise<string> {
  const { runtime } = system
  const identity = identify(identityOf(onFile), { today: IsoDate.parse('2026-11-18'), indexer: runtime.indexer })
  const holder = identity.ok ? await identifierUnder(runtime.store, identity.data.locks) : undefined
  if (holder === undefined) throw new Error('nobody is on file')
  await runtime.store.transact(async (tx) => {
    const membership = await tx.get(memberships, holder.person)
    if (membership !== undefined) await tx.put(memberships, { ...membership, state: 'left' as const })
  })
  return holder.person
}

async function approved(as: string, mobile: string): Promise<void> {
  const { application } = await sent(system, as, { ...onFile, mobile }, situations.workshop)
  granted(
    await system.ask(chair, 'membership', 'decide', {
      union,
      application,
      seen: 1,
      verdict: { kind: 'approve', committee: { decidedOn: '2026-11-18' } },
    }),
  )
}
const boundTo = async (person: string) => (await system.runtime.store.get(persons, person))?.account
const standing = async (as: string) => granted(await system.ask(as, 'session', 'me', {})).standing.kind

test('an approval does not make somebody on file out of whoever typed their number', async () => {
  const person = await leaver()
  const stranger = system.newcomer()
  await approved(stranger, '15420993333')
  expect(await boundTo(person)).toBeUndefined()
  expect(await standing(stranger)).toBe('none')
})

test('nor does the phone that they typed let them in the same day', async () => {
  await leaver()
  const stranger = system.newcomer()
  await approved(stranger, '15420993334')
  await system.verifyPhone(stranger, '15420993334')
  const { mobile: _, ...identity } = identityOf(onFile)
  expect(granted(await system.ask(stranger, 'membership', 'bindMine', { identity })).outcome).toBe('not-here')
})

test('nor does their own phone, which WeChat verified before they applied: for the person on file it proves nothing for a month', async () => {
  const person = await leaver()
  const stranger = system.newcomer()
  await system.verifyPhone(stranger, '15420993335')
  await approved(stranger, '15420993335')
  expect(await boundTo(person)).toBeUndefined()
  const { mobile: _, ...identity } = identityOf(onFile)
  expect(granted(await system.ask(stranger, 'membership', 'bindMine', { identity })).outcome).toBe('not-here')
  expect(await boundTo(person)).toBeUndefined()
  expect(await standing(stranger)).toBe('none')
})

test('the phone on file, verified by WeChat, proves who comes back', async () => {
  const person = await leaver()
  const owner = system.newcomer()
  await system.verifyPhone(owner, onFile.mobile)
  await approved(owner, onFile.mobile)
  expect(await boundTo(person)).toBeDefined()
  expect(await standing(owner)).toBe('member')
})
