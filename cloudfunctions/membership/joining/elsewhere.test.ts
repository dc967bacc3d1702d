import { readdirSync } from 'node:fs'
import { castUnions } from '../../../local/demo/personas'
import { AccountId } from '../../../shared/core/ids'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { resolvePolicy } from '../../../shared/policy/resolve'
import { formFor, identityOf, situations, somebody } from '../../../tests/forms'
import { joinedMember, paper, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { accounts } from '../../_kernel/records/accounts'
import { applications } from '../../_kernel/records/applications'
import { membershipEvents } from '../../_kernel/records/memberships'
import { runClock } from '../../clock/jobs'
import { judgeElsewhere } from './elsewhere'
import { withElsewhere } from './standing'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const dayMs = 24 * 60 * 60 * 1000
const committee = { decidedOn: '2026-11-18' }
const told = { unionName: '徐州市鼓楼区快递行业工会', since: '2015-03-01' }

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const pictured = async (as: string) => granted(await system.ask(as, 'membership', 'putProof', { picture: paper })).file

/** Somebody who is a member in another city and works in the factory now. */
async function incoming(elsewhere: object = told) {
  const as = system.newcomer()
  const proof = await pictured(as)
  const form = await formFor(system, as, somebody(), situations.workshop)
  const whole = { ...form, elsewhere: { ...elsewhere, proof } }
  const { application } = granted(await system.ask(as, 'membership', 'submit', { form: whole }))
  return { as, application, form, proof }
}
const decide = async (application: string, verdict: object) =>
  granted(await system.ask(chair, 'membership', 'decide', { union, application, seen: 1, verdict }))
const personOf = async (as: string) => {
  const person = (await system.runtime.store.get(accounts, accountOf(as, system.runtime)))?.person
  if (person === undefined) throw new Error('nobody was approved')
  return person
}
const opened = async (application: string) =>
  granted(await system.ask(chair, 'membership', 'openApplication', { union, application }))

describe('a worker who is a member outside this system (R62)', () => {
  test('is told that the membership moves, and to which union', async () => {
    const asked = { situation: situations.workshop, retired: false, identity: identityOf(somebody()) }
    const input = { ...asked, memberElsewhere: true }
    const route = granted(await system.ask(system.newcomer(), 'membership', 'previewRoute', input))
    expect(route).toMatchObject({ action: 'TRANSFER', primary: { union }, canSubmit: true })
    expect(route.sentence).toContain('不用重新入会')
  })

  test('sends a picture that the officer sees beside what was told', async () => {
    const { application } = await incoming()
    const { rows } = granted(await system.ask(chair, 'membership', 'inbox', { union }))
    expect(rows.find((row) => row.application === application)?.elsewhere).toBe(true)
    const view = await opened(application)
    expect(view.elsewhere).toMatchObject(told)
    expect(view.elsewhere?.picture).toMatch(/^data:image/)
    expect(view.facts).toContainEqual({ heading: '转入前的工会', text: told.unionName })
  })

  test('once approved, has a history that begins with the move and its picture, and goes on from the first day', async () => {
    const { as, application, proof } = await incoming()
    await decide(application, { kind: 'approve', committee })
    const person = await personOf(as)
    const record = await recordOf(system, person)
    expect(record).toMatchObject({ state: 'active', since: told.since })
    expect(record.followUps).not.toContain('CHECK_EXTERNAL_CERTIFICATE')
    const { history } = granted(await system.ask(chair, 'membership', 'member', { union, person }))
    expect(history).toHaveLength(1)
    expect(history[0]).toMatchObject({ text: expect.stringContaining(`从${told.unionName}转入`), paper: true })
    const { documents } = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
    expect(documents[0]).toMatchObject({ kind: 'moved', fromOutside: told.unionName, document: proof })
  })

  test('is never approved in a batch, where nobody opens the picture', async () => {
    const { application } = await incoming()
    const items = [{ application, seen: 1 }]
    const { results } = granted(await system.ask(chair, 'membership', 'decideBatch', { union, committee, items }))
    expect(results).toMatchObject([{ ok: false, code: 'CERTIFICATE_UNSEEN' }])
    expect((await opened(application)).state).toBe('submitted')
  })

  test('who does not know the day begins with the approval', async () => {
    const { as, application } = await incoming({ unionName: told.unionName })
    await decide(application, { kind: 'approve', committee })
    expect((await recordOf(system, await personOf(as))).since).toBe('2026-11-18')
  })

  test('who left for another city and comes back goes on from the day before that', async () => {
    const { as, person, worker } = await joinedMember(system)
    const { since } = await recordOf(system, person)
    granted(await system.ask(as, 'membership', 'issueCertificate', { destination: '徐州' }))
    granted(await system.ask(as, 'membership', 'certificateReceived', {}))
    system.travel(isoTime(start + 400 * dayMs))
    const form = await formFor(system, as, worker, situations.workshop)
    const back = { ...form, elsewhere: { unionName: told.unionName } }
    const { application } = granted(await system.ask(as, 'membership', 'submit', { form: back }))
    await decide(application, { kind: 'approve', committee: { decidedOn: '2027-12-23' } })
    expect(await recordOf(system, person)).toMatchObject({ state: 'active', since })
  })
})

describe('the picture', () => {
  const files = () => readdirSync(`${system.folder}/files`).length
  /** The clock runs until it finds nothing more to do. */
  async function clockAt(days: number): Promise<void> {
    system.travel(isoTime(start + days * dayMs))
    for (let done = Infinity; done > 0;)
      done = Object.values(await runClock(system.runtime)).reduce((all, count) => all + count, 0)
  }

  test('stays with a returned application, and need not be taken again', async () => {
    const { as, application, form } = await incoming()
    await decide(application, { kind: 'return', reasons: ['proof'] })
    const elsewhere = granted(await system.ask(as, 'membership', 'mine', {})).application?.answers?.elsewhere
    expect(elsewhere).toMatchObject(told)
    const again = { application, seen: 2, form: { ...form, elsewhere } }
    granted(await system.ask(as, 'membership', 'resubmit', again))
    expect((await opened(application)).elsewhere?.picture).toMatch(/^data:image/)
  })

  test.each([
    [3, 'rejected', (id: string) => decide(id, { kind: 'reject', reasons: ['not_employed_here'] })],
    [
      7,
      'withdrawn',
      async (id: string, as: string) =>
        granted(await system.ask(as, 'membership', 'withdraw', { application: id, seen: 1 })),
    ],
  ] as const)(
    'from day %i: goes when the application is %s; what was told stays for the next',
    async (day, _, close) => {
      await clockAt(day)
      const before = files()
      const { as, application } = await incoming()
      expect(files()).toBe(before + 1)
      await close(application, as)
      expect((await system.runtime.store.get(applications, application))?.proof).toBeUndefined()
      await clockAt(day + 2.5)
      expect(files()).toBe(before)
      const { application: mine } = granted(await system.ask(as, 'membership', 'mine', {}))
      expect(mine?.answers?.elsewhere).toEqual(told)
    },
  )

  test('is kept with the draft that names it, and goes with it; one that nothing names goes at once', async () => {
    await clockAt(11)
    const before = files()
    const as = system.newcomer()
    const draft = { step: 'elsewhere', proof: await pictured(as), answers: {} }
    granted(await system.ask(as, 'membership', 'saveDraft', { draft }))
    await pictured(system.newcomer())
    await clockAt(14)
    expect(files()).toBe(before + 1)
    granted(await system.ask(as, 'membership', 'dropDraft', {}))
    await clockAt(16)
    expect(files()).toBe(before)
  })

  test('of a member stays', async () => {
    const { application } = await incoming()
    await decide(application, { kind: 'approve', committee })
    await clockAt(300)
    expect((await opened(application)).elsewhere?.picture).toMatch(/^data:image/)
  })
})

describe('what is judged as if no page had checked it', () => {
  const refusal = async (elsewhere: object) => {
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.workshop)
    return system.ask(as, 'membership', 'submit', { form: { ...form, elsewhere } })
  }

  test('a day that is still to come', async () => {
    expect(await refusal({ ...told, since: '2026-11-19' })).toMatchObject({
      code: 'DAY_INVALID',
      fields: { 'elsewhere.since': expect.any(String) },
    })
  })

  test('somebody else’s picture, and one that is not there', async () => {
    const proof = await pictured(system.newcomer())
    for (const id of [proof, `${proof.slice(0, -1)}${proof.endsWith('A') ? 'B' : 'A'}`])
      expect(codeOf(await refusal({ ...told, proof: id }))).toBe('DOCUMENT_INVALID')
  })

  test('what is no picture', async () => {
    const put = await system.ask(system.newcomer(), 'membership', 'putProof', { picture: 'AAAA' })
    expect(codeOf(put)).toBe('DOCUMENT_INVALID')
  })

  test('a picture is asked for only where the region asks for one', async () => {
    const today = chinaDay(isoTime(start))
    const national = resolvePolicy([], today)
    const strict = { ...national, values: { ...national.values, documentsFor: ['move-in' as const] } }
    const call = { files: system.runtime.files, account: AccountId.parse('nobody'), today }
    expect(await judgeElsewhere({ unionName: '某工会' }, national, call)).toBeUndefined()
    expect(await judgeElsewhere({ unionName: '某工会' }, strict, call)).toMatchObject({ code: 'DOCUMENT_MISSING' })
  })

  test('what is on file here comes before what somebody says', () => {
    const onFile = { kind: 'on-file', union, status: 'active' } as const
    expect(withElsewhere(onFile, true)).toBe(onFile)
    expect(withElsewhere({ kind: 'none' }, true)).toEqual({ kind: 'elsewhere' })
    expect(withElsewhere({ kind: 'none' }, false)).toEqual({ kind: 'none' })
  })
})
