import { unionApplications } from '../../_kernel/records/union-applications'
import { auditEntries } from '../../_kernel/records/upkeep'
import { forgetUnionApplications } from './union-applications'
import { FileId } from '../../../shared/core/ids'
import { street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, sentFounding, three, start } from '../../registry/applications/applications.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('保存期限', () => {
  const monthsLater = (months: number) => isoTime(Date.UTC(2026, 10 + months, 19, 2))

  test('a returned application that nobody mends goes after six months, with its papers; nothing of it is left but that it went', async () => {
    const { application, as } = await sentFounding(system)
    const back = { union: upper, application, reason: '决议上没有签名' }
    granted(await system.ask(street, 'registry', 'returnUnionApplication', back))
    const { store, files } = system.runtime
    const file = (await store.get(unionApplications, application))?.papers[0]?.file ?? ''
    expect(granted(await system.ask(as, 'membership', 'aboutMe', {})).unionApplications).toMatchObject([
      { kind: 'founding', state: 'returned', upperName: castUnions.street.name },
    ])
    system.travel(monthsLater(5))
    await forgetUnionApplications(system.runtime)
    expect(await store.get(unionApplications, application)).toBeDefined()
    system.travel(monthsLater(6))
    await forgetUnionApplications(system.runtime)
    expect(await store.get(unionApplications, application)).toBeUndefined()
    expect(await files.get(FileId.parse(file))).toBeUndefined()
    const trail = await store.find(auditEntries, { index: 'bySubject', equals: { subject: application } })
    expect(trail.documents.map(({ action }) => action)).toContain('union-application.forget')
  })

  test('an approved one forgets numbers and phones, and keeps who was elected and the reply', async () => {
    const { application } = await approvedFounding(system)
    system.travel(monthsLater(6))
    await forgetUnionApplications(system.runtime)
    const seen = granted(await system.ask(street, 'registry', 'unionApplication', { union: upper, application }))
    expect(seen).toMatchObject({ state: 'approved', body: { founders: [], elected: three, posts: [{ mobile: '' }] } })
    const enter = await system.ask(street, 'membership', 'enterFounder', { union: upper, application, at: 0 })
    expect(codeOf(enter)).toBe('NOT_FOUND')
  })

  test('a founding that came back goes with its sender’s consent, one that waits stays with the unit', async () => {
    const [back, waiting] = [await sentFounding(system), await sentFounding(system)]
    const reason = '决议上没有签名'
    const input = { union: upper, application: back.application, reason }
    granted(await system.ask(street, 'registry', 'returnUnionApplication', input))
    for (const { as } of [back, waiting]) granted(await system.ask(as, 'membership', 'withdrawConsent', {}))
    const { store } = system.runtime
    expect(await store.get(unionApplications, back.application)).toBeUndefined()
    expect(await store.get(unionApplications, waiting.application)).toBeDefined()
  })
})
