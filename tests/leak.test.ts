import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { backUp } from '../local/backup'
import { names } from '../local/data-folder'
import { castUnions, castUnits } from '../local/demo/personas'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { allCollections } from '../cloudfunctions/_kernel/records/all'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { openConnection } from '../cloudfunctions/_kernel/store/sqlite-connection'
import { outbox } from '../cloudfunctions/_kernel/records/outbox'
import { confirm, contact, openedBinding, personOfKnown, signedInBrowser, takenBinding } from './faults/ready'
import { birthsIn, numbersLeft } from './guess'
import { everybodyIn } from './people'
import { formFor, identityOf, sent, situations, somebody } from './forms'
import { granted, openTestSystem, type TestSystem } from './system'

/** Strokes that nobody draws twice: if the signature lay open, these would be found. */
const strokes = [[137, 911, 613, 277, 419, 853, 149, 701]]
const people = [
  { ...somebody('19870623'), name: '欧阳泄漏甲' },
  { ...somebody('19910214'), name: '欧阳泄漏乙' },
  { ...somebody('19790830'), name: '欧阳泄漏丙' },
] as const

/** Given an office here, and agreed to messages. */
const officer = { name: '欧阳泄漏丁', mobile: '15420779999', openid: 'openid-of-an-officer-who-agreed' }
/** What a member had corrected. */
const corrected = { name: '欧阳泄漏戊', mobile: '15420778888' }
/** Codes and a browser’s secret: whoever reads one could use it. */
const codes: string[] = []

let system: TestSystem
let backup = ''
/** What was printed: the platform keeps that too. */
const printed: string[] = []
const spies = (['log', 'info', 'warn', 'error'] as const).map((kind) =>
  jest
    .spyOn(console, kind)
    .mockImplementation((...words) => void printed.push(words.map((one) => inspect(one)).join(' '))),
)
beforeAll(async () => {
  system = await openTestSystem()
  await liveThrough(system)
  backup = mkdtempSync(join(tmpdir(), 'leak-backup-'))
  backUp(system.folder, backup)
}, 600_000)
afterAll(async () => {
  for (const spy of spies) spy.mockRestore()
  await system.close()
  rmSync(backup, { recursive: true })
})

/** A draft, an application that is approved, one that is returned and mended, one with a signature, a phone verified, an account bound. */
async function liveThrough({ ask, newcomer, verifyPhone }: TestSystem): Promise<void> {
  const [approved, returned, signed] = people
  const drafter = newcomer()
  granted(
    await ask(drafter, 'membership', 'saveDraft', {
      draft: { step: 'identity', answers: { identity: identityOf(approved) } },
    }),
  )
  await verifyPhone(drafter, approved.mobile)
  const chair = 'demo-factory-chair'
  const decide = (application: string, verdict: object) =>
    ask(chair, 'membership', 'decide', { union: castUnions.factory.id, application, seen: 1, verdict })

  const first = await sent(system, newcomer(), approved, situations.workshop)
  granted(
    await ask(chair, 'membership', 'openApplication', { union: castUnions.factory.id, application: first.application }),
  )
  granted(await decide(first.application, { kind: 'approve', committee: { decidedOn: '2026-11-18' } }))

  const mender = newcomer()
  const second = await sent(system, mender, returned, situations.workshop)
  granted(await decide(second.application, { kind: 'return', reasons: ['name'] }))
  const form = await formFor(system, mender, returned, situations.workshop)
  granted(await ask(mender, 'membership', 'resubmit', { application: second.application, seen: 2, form }))

  const signer = newcomer()
  const battery = await formFor(system, signer, signed, situations.battery)
  const consent = { ...battery.consent, signature: { strokes } }
  granted(await ask(signer, 'membership', 'submit', { form: { ...battery, consent } }))

  const union = castUnions.factory.id
  const found = granted(await ask(chair, 'membership', 'roster', { union, search: approved.name }))
  granted(await ask(chair, 'membership', 'member', { union, person: found.rows[0]?.person }))
  granted(await ask(chair, 'membership', 'inbox', { union }))
  granted(await ask('demo-street', 'membership', 'letterCopy', { union, application: first.application }))
  granted(await ask(mender, 'membership', 'mine', {}))
  granted(await ask(mender, 'session', 'me', {}))
  await atADesk()
  await inOfficeAndBound()
  await brokenInTheMidst(signed)
  await ask(newcomer(), 'membership', 'submit', {
    form: { ...form, identity: { ...identityOf(signed), number: '坏' } },
  })
}

/** A chair signs a browser in and looks at a whole number there, once the phone has confirmed it. */
async function atADesk(): Promise<void> {
  const union = castUnions.factory.id
  const person = await personOfKnown(system)
  const desk = await signedInBrowser(system, 'demo-factory-chair')
  const look = { union, person, value: 'number' }
  const shown = granted(await desk.ask('session', 'askConfirmation', { act: { kind: 'reveal', ...look } }))
  await confirm(system, 'demo-factory-chair', shown)
  const reason = '办住院补贴'
  granted(await desk.ask('membership', 'reveal', { ...look, reason, confirmation: shown.code }))
  codes.push(shown.code, desk.cookie().split('=')[1] ?? '')
}

/** An office given and taken, its holder shown; a member bound, a correction asked and carried out; messages on their way to an openid. */
async function inOfficeAndBound(): Promise<void> {
  const { ask, verifyPhone } = system
  const union = castUnions.factory.id
  const { name, mobile } = officer
  const office = { union, role: 'clerk', name, mobile, until: '2027-11-18' }
  const { code } = granted(await ask('demo-street', 'registry', 'grantOffice', office))
  await verifyPhone(officer.openid, mobile)
  granted(await ask(officer.openid, 'registry', 'seeGrant', { code }))
  granted(await ask(officer.openid, 'session', 'subscribe', {}))
  granted(await ask(officer.openid, 'registry', 'takeOffice', { code }))
  granted(await ask(officer.openid, 'registry', 'setDisplay', { union, display: contact }))
  granted(await ask(officer.openid, 'registry', 'setDisplay', { union, display: { kind: 'name' } }))
  granted(await ask('demo-street', 'registry', 'officers', { union }))

  codes.push(code, await openedBinding(system))

  const { as, binding } = await takenBinding(system)
  granted(await ask('demo-street', 'membership', 'settleBinding', { union, binding, verdict: 'confirm' }))
  granted(await ask(as, 'membership', 'requestCorrection', { field: 'mobile', should: corrected.mobile }))
  granted(await ask(as, 'membership', 'requestCorrection', { field: 'name', should: corrected.name }))
  const { rows } = granted(await ask('demo-factory-chair', 'membership', 'requests', { union }))
  for (const { request } of rows) {
    const settle = { union, request, verdict: { kind: 'done' } }
    granted(await ask('demo-factory-chair', 'membership', 'settleRequest', settle))
  }
  granted(await ask(as, 'membership', 'aboutMe', {}))
  granted(await ask(as, 'membership', 'exportMine', {}))
}

/** A store that fails while somebody’s number is being kept: what is logged of it, and printed, must not hold the number. */
async function brokenInTheMidst(worker: (typeof people)[number]): Promise<void> {
  const { runtime } = system
  const as = system.newcomer()
  const form = await formFor(system, as, worker, situations.battery)
  const store = { ...runtime.store, transact: () => Promise.reject(new Error('the store is away')) }
  const event = { procedure: 'submit', input: { form }, requestId: 'leak-broken-0000' }
  const answer = await membershipFunction.answer(event, { account: accountOf(as, runtime) }, { ...runtime, store })
  expect(answer.error?.code).toBe('FAULT')
}

interface Kept {
  readonly name: string
  readonly bytes: Buffer
}

/** Everything that lies on the disk and in the backup, and what the platform keeps of the functions: what they log, print and return. */
function everythingKept(): readonly Kept[] {
  return [
    ...filesIn(system.folder),
    ...filesIn(backup).map(({ name, bytes }) => ({ name: `backup${name}`, bytes })),
    { name: 'log', bytes: Buffer.from(inspect(system.logged, { depth: null, maxArrayLength: null })) },
    { name: 'printed', bytes: Buffer.from(printed.join('\n')) },
    { name: 'returned', bytes: Buffer.from(system.returned.join('\n')) },
  ]
}

function filesIn(folder: string): readonly Kept[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== join(folder, names.keys))
    .map((path) => ({ name: path.slice(folder.length), bytes: readFileSync(path) }))
}

function placesOf(text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(encodeURIComponent(text))]
  const inBase64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64url')
    return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, -2))
  })
  return everythingKept()
    .filter(({ bytes }) => [...forms, ...inBase64].some((form) => form.length > 3 && bytes.includes(form)))
    .map(({ name }) => name)
}

describe('whoever holds the database, its log, the files and the function log', () => {
  test('does hold what is not personal: the search finds what lies open', () => {
    expect(placesOf(castUnits.factory.name)).not.toEqual([])
    const places = [...placesOf('submitted'), ...placesOf('membership')]
    for (const place of ['log', 'printed', '/home.sqlite-wal', 'backup/home.sqlite']) expect(places).toContain(place)
    expect(placesOf('欧*乙')).toEqual(['returned'])
  })

  test.each(people.map((person) => [person.name, person] as const))('reads nothing of %s', (_, person) => {
    const birth = person.number.slice(6, 14)
    const spelled = [
      `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
      `${Number(birth.slice(4, 6))} 月 ${Number(birth.slice(6))} 日出生`,
    ]
    for (const text of [person.name, person.number, person.number.slice(0, 17), birth, person.mobile, ...spelled])
      expect({ text, places: placesOf(text) }).toEqual({ text, places: [] })
  })

  test('reads nothing of anybody else in this world: no number, no phone, no birth date', async () => {
    const world = await everybodyIn(system.runtime)
    expect(world.length).toBeGreaterThan(100)
    const kept = everythingKept()
    const texts = world.flatMap(({ number = '', mobile = '' }) => [
      number,
      number.slice(0, 17),
      number.slice(6, 14),
      mobile,
    ])
    const found = [...new Set(texts)].filter(
      (text) => text.length > 7 && kept.some(({ bytes }) => bytes.includes(text)),
    )
    expect(found).toEqual([])
  })

  test('reads neither an officer’s name, phone and openid, nor what was corrected, nor a published number that was taken back', async () => {
    expect((await system.runtime.store.find(outbox, { index: 'due', equals: {}, limit: 1 })).documents).toHaveLength(1)
    for (const text of [...Object.values(officer), ...Object.values(corrected), contact.phone])
      expect({ text, places: placesOf(text) }).toEqual({ text, places: [] })
  })

  test('holds no code that a phone would take and no secret of a browser', () => {
    expect(codes).toHaveLength(4)
    for (const code of codes) expect({ code, places: placesOf(code) }).toEqual({ code, places: [] })
  })

  test('sees no signature', () => {
    expect(placesOf(strokes[0]?.join(',') ?? '')).toEqual([])
  })

  test('cannot tell which account is whose by the openid', async () => {
    const kept = await system.runtime.store.get(accounts, accountOf('demo-factory-chair', system.runtime))
    expect(kept?._id).toBeDefined()
    expect(placesOf('demo-factory-chair')).toEqual([])
  })
})

describe('nobody can put a number together again from what stands around it', () => {
  const today = '2026-11-18'

  /** Everything readable that speaks of this person: documents by their ids, and what was logged and returned with one of them. */
  async function around(mobile: string): Promise<string> {
    const everybody = await everybodyIn(system.runtime)
    const ids = new Set(everybody.filter((one) => one.mobile === mobile).flatMap((one) => one.ids))
    const connection = openConnection(join(system.folder, names.database))
    const documents = allCollections.flatMap(({ name }) =>
      connection.all(`SELECT document FROM "${name}"`, []).map(([text]) => String(text)),
    )
    connection.close()
    const said = [...documents, ...system.returned, ...printed]
    // Whatever stands beside one of them leads on: the application to the account, the account to its notices.
    for (let before = -1; before !== ids.size;) {
      before = ids.size
      for (const document of documents.filter((text) => [...ids].some((id) => text.includes(id))))
        for (const [, id = ''] of document.matchAll(/"(?:_id|account|person|application|memberNumber)":"([^"]{12,})"/g))
          ids.add(id)
    }
    return said.filter((text) => [...ids].some((id) => text.includes(id))).join('\n')
  }

  test.each(people.map((person) => [person.name, person] as const))(
    '%s: with birthplace, sex and mask known besides, hundreds of thousands of numbers are left',
    async (_, { number, mobile }) => {
      const readable = await around(mobile)
      expect(readable).toContain('"submitted"')
      const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
      const births = birthsIn(readable, today)
      expect(births).not.toContain(birth)
      for (let at = 6; at + 5 <= 18; at++)
        expect(readable).not.toMatch(new RegExp(`(?<!\\d)${number.slice(at, at + 5)}(?!\\d)`))
      expect(readable).not.toMatch(/"(age|sex|birth|maskedNumber)"/)
      const known = { area: number.slice(0, 6), sex: sexOf(number), last: number.slice(-1) }
      expect(numbersLeft(known, today)).toBeGreaterThan(500_000)
    },
  )

  test('would anybody, if more stood readable: the birth date, or the mask that others use', () => {
    const [{ number }] = people
    const known = { area: number.slice(0, 6), sex: sexOf(number), last: number.slice(-1) }
    const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
    expect(birthsIn(`{"birth":"${birth}"} 1999年2月3日`, today)).toEqual([birth, '1999-02-03'])
    expect(numbersLeft({ ...known, births: [birth] }, today)).toBeLessThan(60)
    expect(numbersLeft({ ...known, births: [birth], sequence: number.slice(14, 17) }, today)).toBe(1)
    expect(numbersLeft({ ...known, sequence: number.slice(14, 17) }, today)).toBeLessThan(2_000)
  })
})

const sexOf = (number: string) => (Number(number.charAt(16)) % 2 === 1 ? ('male' as const) : ('female' as const))
