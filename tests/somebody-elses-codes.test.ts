import { castPeople } from '../local/demo/personas'
import { formFor, situations, somebody } from './forms'
import {
  contact,
  inOffice,
  member,
  offered,
  openedBinding,
  personOfKnown,
  returned,
  signedInBrowser,
  street,
  desksOf,
  union,
} from './faults/ready'
import { certified } from './faults/certifying'
import { joinedMember, paper } from './members'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { code, other, their } from './somebody-else'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

describe('codes and sessions of somebody else', () => {
  test('an office code is worth nothing on another phone, a taken binding code nothing to anybody', async () => {
    const { code: office } = await offered(system, 'clerk')
    expect(await code(system, system.newcomer(), 'registry', 'takeOffice', { code: office })).toBe(
      'GRANT_FOR_OTHER_PHONE',
    )
    const binding = await openedBinding(system)
    granted(await system.ask(system.newcomer(), 'membership', 'takeBinding', { code: binding }))
    for (const procedure of ['seeBinding', 'takeBinding'])
      expect(await code(system, system.newcomer(), 'membership', procedure, { code: binding })).toBe('BINDING_GONE')
  })

  test('somebody else’s certificate is checked, but neither shown, used nor withdrawn, nor is their picture sent', async () => {
    const { code: shown } = await certified(system)
    const as = (await joinedMember(system)).as
    expect(granted(await system.ask(as, 'membership', 'myCertificate', {}))).toEqual({})
    for (const procedure of ['withdrawCertificate', 'certificateReceived'])
      expect(await code(system, as, 'membership', procedure, {})).toBe('CERTIFICATE_GONE')
    expect(granted(await system.ask(as, 'membership', 'seeCertificate', { code: shown })).state).toBe('valid')
    const { file: proof } = granted(await system.ask(as, 'membership', 'putProof', { picture: paper }))
    const thief = system.newcomer()
    const form = await formFor(system, thief, somebody(), situations.workshop)
    const stolen = { form: { ...form, elsewhere: { unionName: '外地工会', proof } } }
    expect(await code(system, thief, 'membership', 'submit', stolen)).toBe('DOCUMENT_INVALID')
  })

  test('the one who took a binding code cannot be the second officer', async () => {
    const opened = await openedBinding(system)
    const { as } = await inOffice(system, union, 'examiner')
    granted(await system.ask(as, 'membership', 'takeBinding', { code: opened }))
    const { rows } = granted(await system.ask(as, 'membership', 'bindings', { union }))
    const own = rows.filter(({ mayConfirm }) => !mayConfirm)
    expect(own).toHaveLength(1)
    const settle = { union, binding: own[0]?.binding, verdict: 'confirm' }
    expect(await code(system, as, 'membership', 'settleBinding', settle)).toBe('SECOND_OFFICER')
  })

  test('a browser stays signed in when somebody else ends it, and its code says gone elsewhere', async () => {
    const as = system.newcomer()
    const browser = await signedInBrowser(system, as)
    const [desk] = await desksOf(system, as)
    granted(await system.ask(other, 'session', 'endDesk', { desk }))
    expect(await desksOf(system, as)).toEqual([desk])
    const shown = granted(await browser.ask('session', 'askConfirmation', { act: { kind: 'export-mine' } }))
    const elsewhere = await signedInBrowser(system, as)
    expect(granted(await elsewhere.ask('session', 'confirmationState', { code: shown.code })).state).toBe('gone')
    expect(await code(system, other, 'session', 'seeConfirmation', { code: shown.code })).toBe('CONFIRMATION_GONE')
    expect(codeOf(await elsewhere.ask('membership', 'exportMine', { confirmation: shown.code }))).toBe(
      'CONFIRMATION_MISSING',
    )
  })

  test('nobody is asked to confirm what they may not do: no name comes back, no foreign audit trail is written', async () => {
    const person = await personOfKnown(system)
    const act = { kind: 'reveal', union, person, value: 'number' }
    for (const as of [system.newcomer(), other, street]) {
      const desk = await signedInBrowser(system, as)
      expect({ as, code: codeOf(await desk.ask('session', 'askConfirmation', { act })) }).toEqual({
        as,
        code: 'NOT_ALLOWED',
      })
    }
    const desk = await signedInBrowser(system, other)
    const misnamed = { act: { ...act, union: their } }
    expect(codeOf(await desk.ask('session', 'askConfirmation', misnamed))).toBe('NOT_FOUND')
  })

  test('a notice stays where it is', async () => {
    const { as } = await returned(system)
    const noticesOf = async () => granted(await system.ask(as, 'session', 'me', {})).notices
    const [notice] = await noticesOf()
    granted(await system.ask(other, 'session', 'readNotice', { notice: notice?.id }))
    expect(await noticesOf()).toHaveLength(1)
  })
})

test('a picture is there for everybody while its officer agrees, and for nobody before or after', async () => {
  const { as, officer } = await inOffice(system, union, 'organiser')
  const look = () => code(system, system.newcomer(), 'registry', 'officerPhoto', { officer })
  expect(await look()).toBe('NOT_FOUND')
  granted(await system.ask(as, 'registry', 'setDisplay', { union, display: contact }))
  expect(await look()).toBe('OK')
  expect(await code(system, other, 'registry', 'setDisplay', { union, display: { kind: 'nothing' } })).toBe('NOT_FOUND')
  expect(await look()).toBe('OK')
  granted(await system.ask(street, 'registry', 'endOffice', { union, officer }))
  expect(await look()).toBe('NOT_FOUND')
})

test('what is kept about me is mine alone: a member’s name, number and phone are in nobody else’s copy', async () => {
  await member(system)
  for (const as of [system.newcomer(), other]) {
    const copy = JSON.stringify([
      granted(await system.ask(as, 'membership', 'aboutMe', {})),
      granted(await system.ask(as, 'membership', 'exportMine', {})),
      granted(await system.ask(as, 'membership', 'trail', {})),
    ])
    for (const text of [castPeople.known.name, castPeople.known.number, castPeople.known.mobile])
      expect(copy).not.toContain(text)
  }
})
