import { nobody } from '../../../shared/membership/composition'
import { castUnions } from '../../../local/demo/personas'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { reportedUnion } from '../../../tests/faults/of-figures'
import { dueUnion } from '../../../tests/faults/of-rounds'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { unionFigures } from '../../_kernel/records/figures'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { reports } from '../../_kernel/records/reports'
import { rounds, type RoundRecord } from '../../_kernel/records/rounds'
import { countWhole } from '../figures/count-union'
import { writeCounts } from '../figures/tree'

const above = castUnions.changxingStreet.id

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const check = (as: string, below: string, period: string, seen: number, verdict: object = { kind: 'check' }) =>
  system.ask(as, 'membership', 'checkReport', { union: above, below, period, seen, verdict })
const overview = async (as: string) => granted(await system.ask(as, 'membership', 'reportsBelow', { union: above }))
const back = { kind: 'return', reason: '职工人数请再核对' }

test('a union without others below it reports by closing its round, and is asked for nothing more', async () => {
  const { below, period, checker } = await reportedUnion(system)
  const { rows } = granted(await system.ask(checker, 'membership', 'roundsBelow', { union: above, show: 'reported' }))
  expect(rows.find(({ union }) => union === below)?.report).toMatchObject({
    state: 'reported',
    numbers: { unions: 1, staff: 12 },
    below: 0,
  })
  expect(period).toBe('2026-07')
})

test('what comes back is told with its sentence, sent again and found in order', async () => {
  const { below, period, checker, as } = await reportedUnion(system)
  granted(await check(checker, below, period, 1, back))
  expect(granted(await system.ask(as, 'session', 'me', {})).notices.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('职工人数请再核对'),
  )
  expect(codeOf(await check(checker, below, period, 2))).toBe('REPORT_NOT_SENT')
  const { report } = granted(await system.ask(as, 'membership', 'sendReport', { union: below, period }))
  expect(report).toMatchObject({ state: 'reported', seen: 3 })
  expect(granted(await check(checker, below, period, 3)).state).toBe('checked')
  expect(codeOf(await system.ask(as, 'membership', 'sendReport', { union: below, period }))).toBe('REPORT_CHECKED')
})

test('two who check at once: one does, the other is told that it moved on', async () => {
  const { below, period, checker } = await reportedUnion(system)
  const codes = (await Promise.all([check(checker, below, period, 1, back), check(checker, below, period, 1)])).map(
    codeOf,
  )
  expect(codes).toContain('OK')
  expect(codes.filter((code) => code === 'OK')).toHaveLength(1)
})

test('only what is in order goes up, and how much is missing goes with it', async () => {
  const { store, now } = system.runtime
  const first = await reportedUnion(system)
  const second = await reportedUnion(system)
  const late = await dueUnion(system)
  granted(await check(first.checker, first.below, first.period, 1))
  const { documents } = await store.find(unions, { index: 'byParent', equals: { parent: above }, limit: 100 })
  for (const union of documents) await writeCounts([await countWhole(union, '2026-11', { store, now: now() })], store)
  const { below, checked, reported, own } = await overview(first.checker)
  expect(own).toBeUndefined()
  expect(below).toBe(documents.length)
  expect(reported).toBeGreaterThanOrEqual(1)
  const chair = await inOffice(system, above, 'chair')
  const sent = await system.ask(chair.as, 'membership', 'sendReport', { union: above, period: '2026-07' })
  // The street’s own round comes first.
  expect(codeOf(sent)).toBe('ROUND_FIRST')
  await closeOwnRound(chair.as)
  const { report } = granted(
    await system.ask(chair.as, 'membership', 'sendReport', { union: above, period: '2026-07' }),
  )
  expect(report).toMatchObject({ below, checkedBelow: checked, numbers: { unions: checked + 1, staff: checked * 12 } })
  expect([second.below, late.union].every((id) => documents.some(({ _id }) => _id === id))).toBe(true)
})

/** What a person would have typed before. */
async function closeOwnRound(as: string): Promise<void> {
  const { store } = system.runtime
  await store.transact(async (tx) => {
    const union = await tx.get(unions, above)
    if (union === undefined) throw new Error('the street is gone')
    const told = {
      foundedOn: '2001-01-01',
      address: '雉城街道',
      phone: '0572-6022447',
      staff: 40,
      uscc: '81330522MC0000001X',
    }
    await tx.put(unions, { ...union, ...told, recordedOn: IsoDate.parse('2001-01-01') })
  })
  const { period } = granted(await system.ask(as, 'membership', 'round', { union: above }))
  granted(await system.ask(as, 'membership', 'countRoster', { union: above }))
  granted(await system.ask(as, 'membership', 'closeRound', { union: above, period }))
}

test('whoever has not reported is reminded on the page where the rounds are', async () => {
  const { below, period, checker } = await reportedUnion(system)
  const nudge = () => system.ask(checker, 'membership', 'nudgeRound', { union: above, below })
  expect(codeOf(await nudge())).toBe('ROUND_CLOSED')
  granted(await check(checker, below, period, 1, back))
  expect(granted(await nudge()).told).toBe(1)
  expect(codeOf(await nudge())).toBe('ALREADY_REMINDED')
})

test('whoever has joined since the round closed is in the report that is sent again', async () => {
  const { below, period, checker, as } = await reportedUnion(system)
  const before = granted(await check(checker, below, period, 1, back))
  expect(before.state).toBe('returned')
  await joins(below)
  const { report } = granted(await system.ask(as, 'membership', 'sendReport', { union: below, period }))
  expect(report.numbers).toMatchObject({ members: 1 })
})

/** A member of another union is on the roster of this one. */
async function joins(union: UnionId): Promise<void> {
  const { store } = system.runtime
  const { documents } = await store.find(memberships, {
    index: 'byUnion',
    equals: { union: castUnions.factory.id, state: 'active' },
    limit: 1,
  })
  const [member] = documents
  if (member === undefined) throw new Error('the factory has no members')
  await store.transact((tx) => tx.put(memberships, { ...member, union }))
}

test('whoever has not reported is listed until they have, also when their round is not open', async () => {
  const { below, period, checker } = await reportedUnion(system)
  const listed = async () => {
    const { rows } = granted(
      await system.ask(checker, 'membership', 'roundsBelow', { union: above, show: 'unchecked' }),
    )
    return rows.find(({ union }) => union === below)?.state
  }
  expect(await listed()).toBeUndefined()
  await system.runtime.store.transact((tx) => tx.remove(reports, `${below}:${period}`))
  expect(await listed()).toBe('closed')
})

test('whoever cannot close their round yet is told from when they can', async () => {
  const union = castUnions.newForm.id
  const { store, now } = system.runtime
  const round: RoundRecord = {
    _id: `${union}:2026-06-30`,
    union,
    period: '2026-06-30',
    closedOn: IsoDate.parse('2026-06-25'),
    closedAt: now(),
    by: accountOf('demo-newform-chair', system.runtime),
    fields: {},
    composition: nobody,
    countedAt: now(),
    changes: {},
  }
  await store.transact((tx) => tx.insert(rounds, round))
  const sent = await system.ask('demo-newform-chair', 'membership', 'sendReport', { union, period: '2026-07' })
  expect(sent).toMatchObject({ code: 'ROUND_FIRST', message: '本会的半年核对 2026-11-25 才开始，到时办结了再上报。' })
})

test('the figures of a joint street are there without a scan', async () => {
  expect((await system.runtime.store.get(unionFigures, above))?.below.unions).toBeGreaterThan(0)
})
