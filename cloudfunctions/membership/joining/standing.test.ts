import { isoTime } from '../../../shared/core/time'
import { castPeople, type CastPerson } from '../../../local/demo/personas'
import { identityOf, sent, situations, somebody } from '../../../tests/forms'
import { everybodyIn } from '../../../tests/people'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { persons } from '../../_kernel/records/persons'
import type { Runtime } from '../../_kernel/runtime'
import { membershipFunction } from '../function'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

interface Work {
  reads: number
  queries: number
  unsealings: number
  written: number
}

/** The same runtime, counting what it is asked to do. */
function counting(runtime: Runtime): { readonly runtime: Runtime; readonly work: Work } {
  const work: Work = { reads: 0, queries: 0, unsealings: 0, written: 0 }
  const { store, sealer } = runtime
  return {
    work,
    runtime: {
      ...runtime,
      store: {
        ...store,
        get: (collection, id) => (work.reads++, store.get(collection, id)),
        find: (collection, query) => (work.queries++, store.find(collection, query)),
        insert: (collection, document) => (work.written++, store.insert(collection, document)),
        transact: (task) => (work.written++, store.transact(task)),
      },
      sealer: { ...sealer, open: (place, sealed) => (work.unsealings++, sealer.open(place, sealed)) },
    },
  }
}

/** Asks where a rider with this number belongs, from an account that nobody has seen. */
async function asksAbout(person: Pick<CastPerson, 'name' | 'number' | 'mobile'>, as = system.newcomer()) {
  const { runtime, work } = counting(system.runtime)
  const input = { situation: situations.rider, retired: false, identity: identityOf(person) }
  const event = { procedure: 'previewRoute', input, requestId: `standing-${as}-0000` }
  const answer = await membershipFunction.answer(event, { openid: as, account: accountOf(as, runtime) }, runtime)
  return { answer, work }
}

describe('nobody can ask the system who is a member', () => {
  const numbers: readonly [string, Pick<CastPerson, 'name' | 'number' | 'mobile'>][] = [
    ['of a member', castPeople.known],
    ['of another member', castPeople.onFile],
    ['of somebody whose membership is kept', castPeople.retained],
    ['of somebody who is applying', castPeople.applying],
    ['of a member, with the phone that is on file but not verified', { ...castPeople.known, name: '别人' }],
  ]

  test.each(numbers)(
    'a number %s gets the answer, the reads and the unsealings of a number nobody knows',
    async (_, person) => {
      const unknown = await asksAbout(somebody())
      const known = await asksAbout(person)
      expect(known.answer).toEqual(unknown.answer)
      expect(unknown.answer.ok).toBe(true)
      expect(known.work).toEqual(unknown.work)
      expect(known.work.unsealings).toBe(0)
    },
  )

  test.each(numbers)('with a verified phone that is not the one on file, a number %s does too', async (_, person) => {
    const as = system.newcomer()
    await system.verifyPhone(as, '15499990001')
    const stranger = system.newcomer()
    await system.verifyPhone(stranger, '15499990002')
    const known = await asksAbout(person, as)
    const unknown = await asksAbout(somebody(), stranger)
    expect(known.answer).toEqual(unknown.answer)
    expect(known.work).toEqual(unknown.work)
    expect(known.work.unsealings).toBe(3)
  })

  test('sending it is accepted as anybody’s would be; only the officers see the duplicate', async () => {
    const { form } = await sent(system, system.newcomer(), castPeople.onFile, situations.rider)
    expect(form.choice.kind).toBe('offered')
  })
})

describe('the owner of the number is told', () => {
  test('once WeChat vouches for the phone that is on file', async () => {
    const as = system.newcomer()
    await system.verifyPhone(as, castPeople.known.mobile)
    const { answer } = await asksAbout(castPeople.known, as)
    expect(answer).toMatchObject({ ok: true, data: { action: expect.stringMatching(/^(KEEP|TRANSFER)$/) } })
  })

  test('a month after an officer wrote that phone into the register, not before', async () => {
    const { store } = system.runtime
    const { known } = castPeople
    const person = (await everybodyIn(system.runtime)).find(({ number }) => number === known.number)?.ids[0] ?? ''
    await store.transact(async (tx) => {
      const record = await tx.get(persons, person)
      if (record !== undefined) await tx.put(persons, { ...record, mobileEditedAt: system.runtime.now() })
    })
    const as = system.newcomer()
    await system.verifyPhone(as, known.mobile)
    const asked = async () => (await asksAbout(known, as)).answer
    const stranger = system.newcomer()
    await system.verifyPhone(stranger, '15499990003')
    expect(await asked()).toEqual((await asksAbout(somebody(), stranger)).answer)
    system.travel(isoTime(Date.parse(system.runtime.now()) + 31 * 24 * 60 * 60 * 1000))
    expect(await asked()).toMatchObject({ ok: true, data: { action: expect.stringMatching(/^(KEEP|TRANSFER)$/) } })
  })

  test('and may go on where the membership is kept', async () => {
    const as = system.newcomer()
    await system.verifyPhone(as, castPeople.retained.mobile)
    const route = granted(
      await system.ask(as, 'membership', 'previewRoute', {
        situation: situations.workshop,
        retired: false,
        identity: identityOf(castPeople.retained),
      }),
    )
    expect(route.action).toBe('RESUME_TRANSFER')
  })
})
