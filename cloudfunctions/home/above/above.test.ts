import { castUnions } from '../../../local/demo/personas'
import { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { inOffice } from '../../../tests/faults/ready'
import { accountOf } from '../../_kernel/caller'
import { homeStandings } from '../../_kernel/records/home-standards'
import { unions } from '../../_kernel/records/registry'
import { notices } from '../../_kernel/records/upkeep'
import { keepStandings, reporting } from './above.fixture'

const { street, factory, newForm, shinan, qingdao, changxingStreet } = castUnions
const officer = 'demo-street'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
  system.travel(isoTime(Date.parse('2026-11-18T02:00:00.000Z')))
  await keepStandings(system.runtime)
}, 600_000)
afterEach(() => system.close())

const at = { union: street.id }

describe('底数 (002 四（三）; 004 3)', () => {
  test('a street reads how many reach the goal, the target with its clause, and the weakest item first', async () => {
    const told = granted(await system.ask(officer, 'home', 'homeBelow', at))
    expect(told).toMatchObject({ unions: 3, reached: { of: 3, met: 1, gap: 2 }, target: 80 })
    expect(told.targetSource).toBe('鲁会〔2014〕79号 3')
    expect(told.standards).toEqual([{ standard: 'six-have', of: 3, met: 1, gap: 2 }])
    expect(told.items.slice(0, 2)).toMatchObject([
      { item: '6Y-6', met: 1, gap: 2, open: 0, text: expect.stringContaining('有会员满意的工作绩效') },
      { item: '6Y-4', met: 2, gap: 1, open: 0 },
    ])
    expect(told.items.find(({ item }) => item === '6Y-3')).toMatchObject({ met: 2, gap: 0, open: 1 })
  })

  test('the city reads the same sums from its own document, whatever is below', async () => {
    await system.runtime.store.transact(async (tx) => {
      for (const { id } of [factory, newForm, street, shinan]) await tx.remove(homeStandings, id)
      return succeed(undefined)
    })
    const told = granted(await system.ask('demo-city', 'home', 'homeBelow', { union: qingdao.id }))
    expect(told).toMatchObject({ unions: 3, reached: { of: 3, met: 1, gap: 2 } })
  })

  test('a level is shown with its trees; an item leads to those that lack it alone', async () => {
    const { rows } = granted(await system.ask('demo-city', 'home', 'homeRowsBelow', { union: shinan.id }))
    expect(rows).toMatchObject([{ union: street.id, leads: true, unions: 3, gaps: 4, told: 17 }])
    const lacking = granted(await system.ask(officer, 'home', 'homeRowsBelow', { ...at, item: '6Y-6' }))
    expect(lacking.text).toContain('有会员满意的工作绩效')
    expect(lacking.rows.map(({ union }) => union).sort()).toEqual([factory.id, newForm.id].sort())
    expect(lacking.rows[0]).toMatchObject({ leads: false, standards: ['six-have'], item: { met: 0, gap: 1, open: 0 } })
    const open = granted(await system.ask(officer, 'home', 'homeRowsBelow', { ...at, item: '6Y-3' }))
    expect(open.rows.map(({ union }) => union)).toEqual([factory.id])
  })

  test('nobody reads what is not below them', async () => {
    const { as } = await inOffice(system, changxingStreet.id, 'chair')
    for (const procedure of ['homeBelow', 'homeRowsBelow', 'weakestBelow', 'homeReport'] as const)
      expect(codeOf(await system.ask(as, 'home', procedure, at))).toBe('NOT_ALLOWED')
  })
})

describe('指导 (002 四（四）)', () => {
  const guide = (of: string) =>
    system.ask(officer, 'home', 'guide', { ...at, of, text: '先把会员代表大会开起来，街道来人帮忙。' })

  test('the weakest comes first; what is advised reaches its chair and stands on both pages', async () => {
    const weakest = async () => granted(await system.ask(officer, 'home', 'weakestBelow', at)).rows
    expect((await weakest()).map(({ union }) => union)).toEqual([newForm.id, factory.id])
    granted(await guide(newForm.id))
    expect((await weakest())[0]?.last).toMatchObject({ by: street.name })
    const chair = 'demo-newform-chair'
    const equals = { account: accountOf(chair, system.runtime) }
    const { documents } = await system.runtime.store.find(notices, { index: 'byAccount', equals })
    expect(documents.map(({ text }) => text)).toContain(`${street.name}对建家提了一条建议，在“职工之家建设”里。`)
    const told = granted(await system.ask(chair, 'home', 'guidance', { union: newForm.id }))
    expect(told.rows).toMatchObject([{ by: street.name, text: '先把会员代表大会开起来，街道来人帮忙。' }])
  })

  test('goes to unions below alone', async () => {
    for (const id of [street.id, shinan.id, changxingStreet.id]) expect(codeOf(await guide(id))).toBe('NOT_FOUND')
  })
})

describe('建家情况报送 (002 四（六）)', () => {
  const text = '三家工会对照了标准，一家达标，两家正在整改。'

  test('keeps the numbers of its day, and the union above sees who has sent it', async () => {
    granted(await system.ask(officer, 'home', 'sendHomeReport', { ...at, year: 2026, text }))
    const mine = granted(await system.ask(officer, 'home', 'homeReport', at))
    expect(mine).toMatchObject({ year: 2026, late: false, upperName: shinan.name, sent: { text, reached: { met: 1 } } })
    const { as } = await inOffice(system, shinan.id, 'chair')
    const { rows } = granted(await system.ask(as, 'home', 'homeReport', { union: shinan.id }))
    expect(rows).toMatchObject([{ union: street.id, sent: { text, reached: { of: 3, met: 1, gap: 2 } } }])
  })

  test('what was missed is sent late in the next year, once, and says so; what was in time stays in time', async () => {
    const { union, as } = await reporting(system)
    const on = (day: string) => system.travel(isoTime(Date.parse(`${day}T02:00:00.000Z`)))
    const send = async (year: number) => {
      const answer = await system.ask(as, 'home', 'sendHomeReport', { union, year, text })
      return answer.ok ? 'OK' : answer.code
    }
    const seen = async (year?: number) =>
      granted(await system.ask(as, 'home', 'homeReport', { union, ...(year === undefined ? {} : { year }) }))
    on('2027-01-10')
    expect(await seen()).toMatchObject({ year: 2027, other: 2026, open: true, late: false })
    expect(await seen(2026)).toMatchObject({ year: 2026, other: 2027, open: true, late: true, dueOn: '2026-12-15' })
    expect(await send(2025)).toBe('REPORT_YEAR_OVER')
    expect(await send(2026)).toBe('OK')
    expect(await seen(2026)).toMatchObject({ open: false, sent: { text, late: true } })
    expect(await send(2026)).toBe('REPORT_YEAR_OVER')
    const street = granted(await system.ask(officer, 'home', 'homeReport', { ...at, year: 2026 }))
    expect(street.rows.find((row) => row.union === union)?.sent?.late).toBe(true)
    on('2027-12-15')
    expect(await send(2027)).toBe('OK')
    on('2027-12-20')
    expect(await send(2027)).toBe('OK')
    expect((await seen()).sent).not.toHaveProperty('late')
  })

  test('a city has nobody to send it to; a union whose sums are not there yet waits', async () => {
    const { as } = await inOffice(system, qingdao.id, 'chair')
    expect(codeOf(await system.ask(as, 'home', 'sendHomeReport', { union: qingdao.id, year: 2026, text }))).toBe(
      'NOBODY_ABOVE',
    )
    const other = await inOffice(system, changxingStreet.id, 'chair')
    const input = { union: changxingStreet.id, year: 2026, text }
    expect(codeOf(await system.ask(other.as, 'home', 'sendHomeReport', input))).toBe('COUNT_NOT_READY')
  })

  test('of a place with many unions of its own the ones that report are there at once, with how many have', async () => {
    const { store } = system.runtime
    const single = await store.get(homeStandings, factory.id)
    if (single === undefined) throw new Error('the factory has no standing')
    await store.transact(async (tx) => {
      for (let at = 0; at < 60; at++) {
        const _id = UnionId.parse(`union-single-${at}`)
        await tx.put(homeStandings, { ...single, _id, name: `一家公司工会${at}`, parent: shinan.id })
      }
      return succeed(undefined)
    })
    const { as } = await inOffice(system, shinan.id, 'chair')
    const seen = async () => granted(await system.ask(as, 'home', 'homeReport', { union: shinan.id }))
    const before = await seen()
    expect([before.rows.map(({ union }) => union), before.cursor]).toEqual([[street.id], undefined])
    expect(before.reported).toEqual({ of: 1, sent: 0 })
    granted(await system.ask(officer, 'home', 'sendHomeReport', { ...at, year: 2026, text }))
    expect((await seen()).reported).toEqual({ of: 1, sent: 1 })
  })

  test('is sent by a union that leads others and is in being (D6)', async () => {
    const sending = async (union: UnionId) => {
      const { as } = await inOffice(system, union, 'chair')
      const { open } = granted(await system.ask(as, 'home', 'homeReport', { union }))
      return [open, codeOf(await system.ask(as, 'home', 'sendHomeReport', { union, year: 2026, text }))]
    }
    expect(await sending(factory.id)).toEqual([false, 'NOBODY_BELOW'])
    await system.runtime.store.transact(async (tx) => {
      const union = await tx.get(unions, street.id)
      if (union !== undefined) await tx.put(unions, { ...union, status: 'dissolved' as const })
      return succeed(undefined)
    })
    expect(await sending(street.id)).toEqual([false, 'UNION_NOT_ACTIVE'])
  })
})
