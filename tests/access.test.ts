import { castPeople, castUnions } from '../local/demo/personas'
import { formFor, identityOf, sent, situations, somebody } from './forms'
import { codeOf, contracts, granted, openTestSystem, type FunctionName, type TestSystem } from './system'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { officers, type OfficerRecord } from '../cloudfunctions/_kernel/records/registry'
import { isoTime } from '../shared/core/time'
import { succeed } from '../shared/core/outcome'

/** Who knocks. Each office is at the factory’s union unless it says otherwise. */
const roles = {
  nobody: undefined,
  stranger: 'somebody-else',
  owner: 'the-applicant',
  chair: 'demo-factory-chair',
  organiser: 'factory-organiser',
  scrutineer: 'factory-scrutineer',
  former: 'factory-former-chair',
  other: 'demo-newform-chair',
  above: 'demo-street',
  city: 'demo-city',
} as const
type Role = keyof typeof roles

const signedIn: readonly Role[] = [
  'stranger',
  'owner',
  'chair',
  'organiser',
  'scrutineer',
  'former',
  'other',
  'above',
  'city',
]
const everybody: readonly Role[] = ['nobody', ...signedIn]
const deciders: readonly Role[] = ['chair']
const keepers: readonly Role[] = ['chair', 'organiser']

const union = castUnions.factory.id
let system: TestSystem
let application = ''
let approved = ''
let person = ''

/** Every procedure, who gets past its door, and an input that is well formed. Somebody else’s application is not found: see below. */
const doors: {
  readonly [F in FunctionName]: Readonly<
    Record<string, { readonly open: readonly Role[]; readonly input: () => unknown }>
  >
} = {
  session: {
    me: { open: signedIn, input: () => ({}) },
    health: { open: everybody, input: () => ({}) },
    operations: { open: ['city'], input: () => ({ union: castUnions.qingdao.id }) },
    verifyPhone: { open: signedIn, input: () => ({ code: 'not-a-code' }) },
    readNotice: { open: signedIn, input: () => ({ notice: 'none' }) },
  },
  registry: {
    openInvitation: { open: everybody, input: () => ({ scene: 'lanyu-factory' }) },
    searchUnits: { open: signedIn, input: () => ({ text: '澜屿' }) },
    regions: { open: everybody, input: () => ({}) },
    unionPage: { open: everybody, input: () => ({ union }) },
    invite: { open: keepers, input: () => ({ union }) },
    unitsOfUnion: { open: keepers, input: () => ({ union }) },
  },
  membership: {
    loadDraft: { open: signedIn, input: () => ({}) },
    saveDraft: { open: signedIn, input: () => ({ draft: { step: 'start', answers: {} } }) },
    dropDraft: { open: signedIn, input: () => ({}) },
    previewRoute: {
      open: signedIn,
      input: () => ({ situation: situations.rider, retired: false, identity: identityOf(castPeople.rider) }),
    },
    letter: { open: signedIn, input: () => ({ union }) },
    submit: { open: signedIn, input: () => ({ form: emptyForm }) },
    mine: { open: signedIn, input: () => ({ application }) },
    resubmit: { open: signedIn, input: () => ({ application, seen: 1, form: emptyForm }) },
    withdraw: { open: signedIn, input: () => ({ application, seen: 99 }) },
    remind: { open: signedIn, input: () => ({ application }) },
    inbox: { open: deciders, input: () => ({ union }) },
    openApplication: { open: deciders, input: () => ({ union, application }) },
    decide: {
      open: deciders,
      input: () => ({ union, application, seen: 99, verdict: { kind: 'return', reasons: ['name'] } }),
    },
    decideBatch: {
      open: deciders,
      input: () => ({ union, committee: { decidedOn: '2026-11-18' }, items: [{ application, seen: 99 }] }),
    },
    assignable: { open: deciders, input: () => ({ union, application }) },
    assign: {
      open: deciders,
      input: () => ({ union, application, seen: 99, to: castUnions.agency.id, reason: '测试' }),
    },
    roster: { open: keepers, input: () => ({ union }) },
    member: { open: keepers, input: () => ({ union, person }) },
    letters: { open: keepers, input: () => ({ union }) },
    letterCopy: { open: ['chair', 'organiser', 'above', 'city'], input: () => ({ union, application: approved }) },
  },
}

/** Well formed, and refused by the rules: a door is tested, not the room behind it. */
const emptyForm = {
  situation: situations.rider,
  retired: false,
  identity: { ...identityOf(castPeople.rider), number: '000000000000000000' },
  details: { education: 'college', household: 'urban' },
  choice: { kind: 'offered', union },
  consent: { letterVersion: 'x', privacyVersion: 'x', agreed: true, sensitiveAgreed: true },
}

beforeAll(async () => {
  system = await openTestSystem()
  await appoint(roles.organiser, 'organiser')
  await appoint(roles.scrutineer, 'scrutineer')
  await appoint(roles.former, 'chair', '2026-11-01T00:00:00.000Z')
  application = (await sent(system, roles.owner, somebody(), situations.workshop)).application
  approved = (await sent(system, system.newcomer(), somebody(), situations.workshop)).application
  granted(
    await system.ask(roles.chair, 'membership', 'decide', {
      union,
      application: approved,
      seen: 1,
      verdict: { kind: 'approve', committee: { decidedOn: '2026-11-18' } },
    }),
  )
  const { rows } = granted(await system.ask(roles.chair, 'membership', 'roster', { union }))
  person = rows[0]?.person ?? ''
}, 60_000)
afterAll(() => system.close())

async function appoint(openid: string, role: OfficerRecord['role'], until?: string): Promise<void> {
  const account = accountOf(openid, system.runtime)
  const _id = `${union}:${account}`
  const name = system.runtime.sealer.seal({ collection: 'officers', id: _id, field: 'name' }, '某人')
  const since = isoTime(Date.parse('2025-01-01T00:00:00.000Z'))
  await system.runtime.store.transact(async (tx) => {
    await tx.put(officers, {
      _id,
      union,
      account,
      role,
      name,
      shown: false,
      since,
      ...(until === undefined ? {} : { until: isoTime(Date.parse(until)) }),
    })
    return succeed(undefined)
  })
}

describe('every procedure has a door', () => {
  test('and each of them stands in this table', () => {
    for (const name of ['session', 'registry', 'membership'] as const) {
      expect(Object.keys(doors[name]).sort()).toEqual(Object.keys(contracts[name].procedures).sort())
    }
  })

  const table = Object.entries(doors).flatMap(([name, procedures]) =>
    Object.entries(procedures).flatMap(([procedure, { open, input }]) =>
      everybody.map((role) => [name as FunctionName, procedure, role, open.includes(role), input] as const),
    ),
  )
  test.each(table)('%s.%s for %s: %s', async (name, procedure, role, open, input) => {
    const code = codeOf(await system.ask(roles[role], name, procedure as never, input()))
    if (open) expect(code).not.toMatch(/^(NOT_SIGNED_IN|NOT_ALLOWED|FAULT|BAD_INPUT)$/)
    else expect(code).toBe(role === 'nobody' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED')
  })
})

describe('somebody else’s application is not there', () => {
  const acts = ['withdraw', 'remind', 'resubmit'] as const
  test.each(acts)('%s finds nothing', async (procedure) => {
    const form = await formFor(system, 'a-third-person', somebody(), situations.rider)
    const input = {
      withdraw: { application, seen: 1 },
      remind: { application },
      resubmit: { application, seen: 1, form },
    }[procedure]
    expect(codeOf(await system.ask('a-third-person', 'membership', procedure, input))).toBe('NOT_FOUND')
  })

  test('mine answers as if there were none', async () => {
    expect(granted(await system.ask('a-third-person', 'membership', 'mine', { application }))).toEqual({})
  })

  test('a chair cannot open, decide or hand on another union’s, nor read its members', async () => {
    const their = castUnions.newForm.id
    const asked = [
      await system.ask(roles.other, 'membership', 'openApplication', { union: their, application }),
      await system.ask(roles.other, 'membership', 'decide', {
        union: their,
        application,
        seen: 1,
        verdict: { kind: 'return', reasons: ['name'] },
      }),
      await system.ask(roles.other, 'membership', 'assignable', { union: their, application }),
      await system.ask(roles.other, 'membership', 'assign', {
        union: their,
        application,
        seen: 1,
        to: union,
        reason: '测试',
      }),
      await system.ask(roles.other, 'membership', 'letterCopy', { union: their, application: approved }),
      await system.ask(roles.other, 'membership', 'member', { union: their, person }),
    ]
    expect(asked.map(codeOf)).toEqual(Array.from({ length: 6 }, () => 'NOT_FOUND'))
    const batch = await system.ask(roles.other, 'membership', 'decideBatch', {
      union: their,
      committee: { decidedOn: '2026-11-18' },
      items: [{ application, seen: 1 }],
    })
    expect(granted(batch).results).toEqual([{ ok: false, application, code: 'NOT_FOUND', message: expect.any(String) }])
    expect(granted(await system.ask(roles.owner, 'membership', 'mine', { application })).application?.state).toBe(
      'submitted',
    )
  })

  test('the union above sees no letter before it is approved', async () => {
    expect(codeOf(await system.ask(roles.above, 'membership', 'letterCopy', { union, application }))).toBe('NOT_FOUND')
  })
})
