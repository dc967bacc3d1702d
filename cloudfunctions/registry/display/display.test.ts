import { castUnions } from '../../../local/demo/personas'
import { displayNotice } from '../../../shared/policy/privacy'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { png } from '../../_kernel/files/pictures.fixture'
import { officers } from '../../_kernel/records/registry'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const photo = png.toString('base64')
const set = (display: object, as = chair) => system.ask(as, 'registry', 'setDisplay', { union, display })
const contact = (change: object = {}) => ({
  kind: 'contact',
  consent: displayNotice.version,
  phone: '0532-12345678',
  photo,
  ...change,
})
const seenByAll = async () => {
  const { officers: shown } = granted(await system.ask(undefined, 'registry', 'unionPage', { union }))
  return shown.find(({ role }) => role === '主席')
}

describe('双亮', () => {
  test('a phone number and a picture appear only with a consent of their own', async () => {
    granted(await set({ kind: 'name' }))
    expect(await seenByAll()).toMatchObject({ maskedName: expect.stringContaining('*'), photo: false })
    expect(await seenByAll()).not.toHaveProperty('phone')

    granted(await set(contact()))
    const shown = await seenByAll()
    expect(shown).toMatchObject({ phone: '0532-12345678', photo: true })
    const { picture } = granted(
      await system.ask(undefined, 'registry', 'officerPhoto', { officer: shown?.officer ?? '' }),
    )
    expect(picture).toMatch(/^data:image\/png;base64,/)
  })

  test('what was agreed to is taken back, and is gone', async () => {
    granted(await set(contact()))
    const officer = (await seenByAll())?.officer ?? ''
    granted(await set({ kind: 'name' }))
    expect(codeOf(await system.ask(undefined, 'registry', 'officerPhoto', { officer }))).toBe('NOT_FOUND')
    expect(granted(await system.ask(chair, 'registry', 'myDisplay', { union }))).not.toHaveProperty('phone')
    granted(await set({ kind: 'nothing' }))
    expect(await seenByAll()).toBeUndefined()
  })

  test('the picture that is there can stay while the number changes', async () => {
    granted(await set(contact()))
    granted(await set(contact({ phone: '15420260199', photo: 'keep' })))
    expect(await seenByAll()).toMatchObject({ phone: '15420260199', photo: true })
  })

  test.each([
    ['an older notice', { consent: 'display-2020-01' }, 'DISPLAY_OUTDATED'],
    ['a number that is none', { phone: '请打前台' }, 'PHONE_INVALID'],
    ['something that is no picture', { photo: Buffer.from('hello').toString('base64') }, 'PHOTO_INVALID'],
    ['a picture that is too large', { photo: Buffer.alloc(41 * 1024, 0x89).toString('base64') }, 'PHOTO_INVALID'],
  ])('%s is refused', async (_, change, code) => expect(codeOf(await set(contact(change)))).toBe(code))

  test('nobody publishes somebody else', async () => {
    expect(codeOf(await set(contact(), 'demo-newform-chair'))).toBe('NOT_FOUND')
    expect(codeOf(await system.ask('anybody', 'registry', 'myDisplay', { union }))).toBe('NOT_FOUND')
  })

  test('the end of the office, and a consent taken back as a whole, take it away from the record too', async () => {
    for (const leave of [
      (officer: string) => system.ask('demo-street', 'registry', 'endOffice', { union, officer }),
      (_officer: string, as: string) => system.ask(as, 'membership', 'withdrawConsent', {}),
    ]) {
      const { as, officer } = await inOffice(system, union, 'organiser')
      granted(await set(contact(), as))
      expect(codeOf(await leave(officer, as))).toBe('OK')
      const kept = await system.runtime.store.get(officers, officer)
      expect(kept).toMatchObject({ shown: false })
      expect(kept).not.toHaveProperty('display')
      expect(kept).not.toHaveProperty('displayConsent')
      expect(codeOf(await system.ask(undefined, 'registry', 'officerPhoto', { officer }))).toBe('NOT_FOUND')
    }
  })

  test('the number lies sealed', async () => {
    granted(await set(contact()))
    const { documents } = await system.runtime.store.find(officers, { index: 'byUnion', equals: { union } })
    expect(JSON.stringify(documents)).not.toContain('12345678')
  })
})
