import { castUnions } from '../../../local/demo/personas'
import { activated, attempt } from '../../../tests/card-phone'
import { inOffice } from '../../../tests/faults/ready'
import { serviceFacts, offeredService, usesToday } from '../../../tests/faults/of-services'
import { joinedMember } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { isoTime } from '../../../shared/core/time'
import { accounts } from '../../_kernel/records/accounts'
import { unions } from '../../_kernel/records/registry'
import { serviceUses } from '../../_kernel/records/services'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

const listed = async (as: string | undefined, input: object = {}) => {
  const answer = granted(await system.ask(as, 'card', 'services', input))
  return answer.kind === 'listed' ? answer.services.map(({ name }) => name) : answer.kind
}

describe('会员服务', () => {
  test('a member sees those of the own union and of every union above, the nearest first; nobody else’s', async () => {
    const { as } = await joinedMember(system)
    await offeredService(system, { name: '厂里的健身房' })
    await offeredService(system, { union: castUnions.street.id, as: 'demo-street', name: '街道法律援助站' })
    await offeredService(system, { union: castUnions.newForm.id, as: 'demo-newform-chair', name: '骑手驿站' })
    const seen = await listed(as)
    expect(seen.indexOf('厂里的健身房')).toBeGreaterThanOrEqual(0)
    expect(seen.indexOf('街道法律援助站')).toBeGreaterThan(seen.indexOf('厂里的健身房'))
    expect(seen).not.toContain('骑手驿站')
    expect(await listed(undefined, { union })).toEqual(seen)
  })

  test('whoever is no member names a union, or is told that there is none', async () => {
    expect(await listed(undefined)).toBe('no-union')
    expect(await listed(system.newcomer())).toBe('no-union')
    expect(codeOf(await system.ask(undefined, 'card', 'services', { union: 'no-such-union' }))).toBe('NOT_FOUND')
  })

  test('ends with its union, whoever still has the link', async () => {
    const gone = castUnions.newForm.id
    const { code } = await offeredService(system, { union: gone, as: 'demo-newform-chair', name: '解散前的驿站' })
    const state = async () => granted(await system.ask(undefined, 'card', 'verifier', { code })).state
    const turned = (status: 'active' | 'dissolved') =>
      system.runtime.store.transact(async (tx) => {
        const record = await tx.get(unions, gone)
        if (record !== undefined) await tx.put(unions, { ...record, status })
      })
    expect(await state()).toBe('open')
    await turned('dissolved')
    expect(await state()).toBe('closed')
    await turned('active')
  })

  test('is changed under the same link, and is listed no more once it is closed', async () => {
    const { service, code } = await offeredService(system, { name: '老名字' })
    granted(await system.ask(chair, 'card', 'changeService', { union, service, ...serviceFacts, name: '新名字' }))
    const verifier = async () => granted(await system.ask(undefined, 'card', 'verifier', { code }))
    expect(await verifier()).toEqual({ name: '新名字', unionName: castUnions.factory.name, state: 'open' })
    expect(await listed(undefined, { union })).toContain('新名字')

    granted(await system.ask(chair, 'card', 'closeService', { union, service }))
    expect(await listed(undefined, { union })).not.toContain('新名字')
    expect((await verifier()).state).toBe('closed')
    for (const [procedure, input] of [
      ['closeService', {}],
      ['changeService', serviceFacts],
    ] as const)
      expect(codeOf(await system.ask(chair, 'card', procedure, { union, service, ...input }))).toBe('SERVICE_CLOSED')
    const { services } = granted(await system.ask(chair, 'card', 'offeredServices', { union }))
    expect(services.find((one) => one.service === service)).toMatchObject({ state: 'closed' })
  })

  test.each([
    ['a name of one letter', { name: '店' }, 'name'],
    ['nothing that the card gives', { gives: '' }, 'gives'],
    ['a phone that is none', { phone: '请打前台' }, 'phone'],
  ])('%s is told at its field', async (_, change, field) => {
    const answer = await system.ask(chair, 'card', 'addService', { union, ...serviceFacts, ...change })
    expect(answer).toMatchObject({ ok: false, code: 'BAD_INPUT', fields: { [field]: expect.any(String) } })
  })

  test.each(['13812345678', '0532-12345678', '053212345678-12', '400-820-1234', '12351'])(
    '%s is a phone number',
    async (phone) => {
      expect(codeOf(await system.ask(chair, 'card', 'addService', { union, ...serviceFacts, phone }))).toBe('OK')
    },
  )

  test.each([
    ['chair', 'OK'],
    ['deputy', 'OK'],
    ['organiser', 'OK'],
    ['clerk', 'OK'],
    ['examiner', 'NOT_ALLOWED'],
    ['scrutineer', 'NOT_ALLOWED'],
  ] as const)('may be added by the %s: %s', async (role, code) => {
    const { as } = await inOffice(system, union, role)
    expect(codeOf(await system.ask(as, 'card', 'addService', { union, ...serviceFacts }))).toBe(code)
  })
})

describe('使用次数', () => {
  const verify = async (shown: string, service: string | undefined, by = attempt()) =>
    granted(await system.ask(undefined, 'card', 'verify', { shown, attempt: by, service })).kind

  test('a card that is accepted counts once, however often the attempt is sent; one shown again does not', async () => {
    const { service, code } = await offeredService(system)
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    const [shown, by] = [card.show(start), attempt()]
    expect(await verify(shown, code, by)).toBe('valid')
    expect(await verify(shown, code, by)).toBe('valid')
    expect(await verify(shown, code)).toBe('used')
    expect(await usesToday(system, service)).toBe(1)
    expect(await verify(card.show(start), code)).toBe('valid')
    expect(await usesToday(system, service)).toBe(2)
  })

  test('neither without the link, nor at a closed service, nor under a code that is nobody’s: the verdict stands', async () => {
    const { service, code } = await offeredService(system)
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    expect(await verify(card.show(start), undefined)).toBe('valid')
    expect(await verify(card.show(start), 'AAAAAAAAAAAAAAAAAAAAAA')).toBe('valid')
    granted(await system.ask(chair, 'card', 'closeService', { union, service }))
    expect(await verify(card.show(start), code)).toBe('valid')
    expect(await usesToday(system, service)).toBe(0)
  })

  test('what is refused counts nothing', async () => {
    const { service, code } = await offeredService(system)
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    granted(await system.ask(as, 'card', 'dropCard', {}))
    expect(await verify(card.show(start), code)).toBe('revoked')
    expect(await verify('GH1:NOTHING', code)).toBe('not-a-card')
    expect(await usesToday(system, service)).toBe(0)
  })

  test('twenty desks at once lose none', async () => {
    const { service, code } = await offeredService(system)
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => verify(card.show(start), code)))
    expect(new Set(verdicts)).toEqual(new Set(['valid']))
    expect(await usesToday(system, service)).toBe(20)
  })

  test('is told by day and by month, empty ones too', async () => {
    const { service, code } = await offeredService(system)
    const { as } = await joinedMember(system)
    const card = await activated(system, as)
    expect(await verify(card.show(start), code)).toBe('valid')
    const later = Date.parse('2026-11-19T02:00:00.000Z')
    system.travel(isoTime(later))
    expect(await verify(card.show(later), code)).toBe('valid')
    system.travel(isoTime(Date.parse('2026-12-05T02:00:00.000Z')))
    const { days, months } = granted(await system.ask(chair, 'card', 'serviceUse', { union, service }))
    expect(days).toHaveLength(30)
    expect(days.at(-1)).toEqual({ day: '2026-12-05', count: 0 })
    expect(days.filter(({ count }) => count > 0)).toEqual([
      { day: '2026-11-18', count: 1 },
      { day: '2026-11-19', count: 1 },
    ])
    expect(months).toHaveLength(12)
    expect(months.slice(-2)).toEqual([
      { month: '2026-11', count: 2 },
      { month: '2026-12', count: 0 },
    ])
  })

  test('names no member: what is kept of a use is a service, a day and a number', async () => {
    const { service, code } = await offeredService(system)
    const { as, person } = await joinedMember(system)
    const card = await activated(system, as)
    expect(await verify(card.show(start), code)).toBe('valid')
    const kept = await system.runtime.store.find(serviceUses, { index: 'byService', equals: { service } })
    expect(kept.documents.map((use) => Object.keys(use).sort())).toEqual([['_id', 'count', 'day', 'service']])
    const account = (await system.runtime.store.find(accounts, { index: 'all', equals: {}, limit: 1000 })).documents
    const ids = [person, ...account.map(({ _id }) => _id)]
    expect(ids.filter((id) => JSON.stringify(kept.documents).includes(id))).toEqual([])
  })
})
