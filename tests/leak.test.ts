import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { castPeople, castUnions, castUnits } from '../local/demo/personas'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { formFor, identityOf, sent, situations, somebody } from './forms'
import { granted, openTestSystem, type TestSystem } from './system'

/** Strokes that nobody draws twice: if the signature lay open, these would be found. */
const strokes = [[137, 911, 613, 277, 419, 853, 149, 701]]
const people = [
  { ...somebody('19870623'), name: '欧阳泄漏甲' },
  { ...somebody('19910214'), name: '欧阳泄漏乙' },
  { ...somebody('19790830'), name: '欧阳泄漏丙' },
] as const

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
  await liveThrough(system)
}, 60_000)
afterAll(() => system.close())

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

  granted(await ask(chair, 'membership', 'roster', { union: castUnions.factory.id, search: approved.name }))
  await ask(newcomer(), 'membership', 'submit', {
    form: { ...form, identity: { ...identityOf(signed), number: '坏' } },
  })
}

/** Everything that lies on the disk or in the log, byte by byte. */
function everythingKept(): { readonly name: string; readonly bytes: Buffer }[] {
  const files = readdirSync(system.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return [
    ...files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('keys'))
      .map((path) => ({ name: path.slice(system.folder.length), bytes: readFileSync(path) })),
    { name: 'log', bytes: Buffer.from(JSON.stringify(system.logged)) },
  ]
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
    expect(placesOf('membership')).toContain('log')
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

  test('reads nothing of the demo’s members either', () => {
    const { known, onFile, retained } = castPeople
    for (const { number, mobile } of [known, onFile, retained])
      for (const text of [number, mobile]) expect({ text, places: placesOf(text) }).toEqual({ text, places: [] })
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
