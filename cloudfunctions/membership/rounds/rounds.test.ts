import { castPeople, castUnions, castUnits } from '../../../local/demo/personas'
import { PersonId } from '../../../shared/core/ids'
import { isoTime } from '../../../shared/core/time'
import { member, personOfKnown } from '../../../tests/faults/ready'
import { joinedMember } from '../../../tests/faults/of-rounds'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { remindMembers } from '../../clock/rounds/remind'
import { memberships } from '../../_kernel/records/memberships'
import { coverages, unions, units } from '../../_kernel/records/registry'
import { rounds } from '../../_kernel/records/rounds'
import { tasks } from '../../_kernel/records/tasks'
import { succeed } from '../../../shared/core/outcome'

/** Changxing names January and July (003 三4); Qingdao says every half-year (001). */
const union = castUnions.battery.id
const chair = 'demo-battery-chair'
const factory = castUnions.factory.id
const factoryChair = 'demo-factory-chair'
const street = 'demo-street'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
  system.travel(isoTime(Date.parse('2027-01-05T02:00:00.000Z')))
})
afterEach(() => system.close())

const look = async (as = chair, of = union) => granted(await system.ask(as, 'membership', 'round', { union: of }))
const save = (key: string, value: string) => system.ask(chair, 'membership', 'saveUnionField', { union, key, value })
const count = async (as = chair, of = union) => {
  for (;;) {
    const { done } = granted(await system.ask(as, 'membership', 'countRoster', { union: of }))
    if (done) return
  }
}
const close = async (as = chair, of = union) =>
  system.ask(as, 'membership', 'closeRound', { union: of, period: (await look(as, of)).period })

async function filled() {
  const { fields } = await look()
  const told: Readonly<Record<string, string>> = {
    unitCode: '91350100M000100Y43',
    address: '雉城街道明珠路 1 号',
    staff: '12',
    foundedOn: '2010-05-06',
    phone: '0572-6022447',
  }
  for (const { key, value, source } of fields)
    if (source === 'told' && value === undefined) granted(await save(key, told[key] ?? ''))
}

describe('the chair', () => {
  test('sees the January round open, with the eleven fields and who may be asked for which', async () => {
    const round = await look()
    expect(round).toMatchObject({ period: '2027-01', dueOn: '2027-01-31', state: 'open', mayClose: true })
    expect(round.fields.map(({ key }) => key)).toHaveLength(11)
    const source = (key: string) => round.fields.find((field) => field.key === key)?.source
    expect([source('members'), source('leader'), source('staff'), source('name')]).toEqual([
      'computed',
      'computed',
      'told',
      'registered',
    ])
  })

  test('closes it with one act, once everything is there; then it is closed for everybody', async () => {
    await system.runtime.store.transact(async (tx) => {
      const record = await tx.get(unions, union)
      if (record !== undefined) {
        const { phone: _, ...rest } = record
        await tx.put(unions, rest)
      }
      return succeed(undefined)
    })
    expect(codeOf(await close())).toBe('COUNT_NOT_READY')
    await count()
    const missing = await close()
    expect(missing).toMatchObject({ ok: false, code: 'FIELD_MISSING' })
    expect(missing.ok ? '' : missing.message).toMatch(/还没有填“.+”/)
    await filled()
    expect(granted(await close())).toEqual({ closedOn: '2027-01-05' })
    expect((await look()).state).toBe('closed')
    expect(codeOf(await close())).toBe('ROUND_CLOSED')
    const kept = await system.runtime.store.get(rounds, `${union}:2027-01`)
    expect(kept?.composition.members).toBeGreaterThan(0)
    expect(JSON.stringify(kept)).not.toContain(castPeople.batteryChair.name)
  })

  test('at the next round reads what changed since', async () => {
    await filled()
    await count()
    granted(await close())
    system.travel(isoTime(Date.parse('2027-07-03T02:00:00.000Z')))
    expect(await look()).toMatchObject({ period: '2027-07', state: 'open', since: '2027-01-05', changes: [] })
    granted(await save('staff', '15'))
    const staff = (await look()).fields.find(({ key }) => key === 'staff')
    expect(staff).toMatchObject({ value: '15', changed: true })
    expect(staff?.before).not.toBe('15')
  })

  test('is never asked for a number that can be computed, and told at the field what is wrong with another', async () => {
    expect(codeOf(await save('members', '12'))).toBe('BAD_INPUT')
    expect(await save('phone', '60224')).toMatchObject({
      code: 'FIELD_INVALID',
      fields: { value: expect.any(String) },
    })
  })

  test('of a joint union is not asked for the staff of the units it covers', async () => {
    const joint = castUnions.newForm.id
    await system.runtime.store.transact(async (tx) => {
      for (const { id } of [castUnits.restaurant, castUnits.deliveryStation]) {
        const unit = await tx.get(units, id)
        if (unit !== undefined) await tx.put(units, { ...unit, staff: 20 })
        await tx.put(coverages, { _id: `${joint}:${id}`, union: joint, unit: id })
      }
      return succeed(undefined)
    })
    const { fields, rate } = await look('demo-newform-chair', joint)
    expect(fields.find(({ key }) => key === 'staff')).toMatchObject({ source: 'computed', value: String(rate.staff) })
    const typed = { union: joint, key: 'staff', value: '12' }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'saveUnionField', typed))).toBe('FIELD_COMPUTED')
  })

  test('reads a rate with both of its numbers, and counts that add up', async () => {
    await count()
    const { rate, composition } = await look()
    expect(rate.members).toBe(composition?.members)
    const sum = composition?.byEmployment.reduce((all, one) => all + one.count, 0)
    expect(sum).toBe(composition?.members)
    expect(rate.text).toMatch(/%$/)
  })

  test('reads who joined behind the number', async () => {
    const { changes } = await look(factoryChair, factory)
    const joined = changes.find(({ kind }) => kind === 'joined')
    const { rows } = granted(
      await system.ask(factoryChair, 'membership', 'roundChanges', { union: factory, kind: 'joined' }),
    )
    expect(rows.length).toBe(Math.min(30, joined?.count ?? 0))
    expect(rows[0]?.text).toContain('加入')
  })

  test('reads who joined in a month, from its first moment in China to its last', async () => {
    const before = system.runtime.now()
    for (const at of ['2027-01-31T15:59:59.999Z', '2027-01-31T16:00:00.000Z', '2027-02-28T16:00:00.000Z']) {
      system.travel(isoTime(Date.parse(at)))
      await joinedMember(system)
    }
    system.travel(before)
    const { rows } = granted(
      await system.ask(factoryChair, 'membership', 'roundChanges', {
        union: factory,
        kind: 'joined',
        month: '2027-02',
      }),
    )
    expect(rows.map(({ at }) => at)).toEqual(['2027-01-31T16:00:00.000Z'])
  })
})

describe('members whose data is old', () => {
  const age = async (person: string) =>
    system.runtime.store.transact(async (tx) => {
      const record = await tx.get(memberships, PersonId.parse(person))
      if (record !== undefined) await tx.put(memberships, { ...record, since: '2020-01-01' as typeof record.since })
      return succeed(undefined)
    })
  const remind = () => system.ask(factoryChair, 'membership', 'remindStale', { union: factory })
  const openFactory = () => system.travel(isoTime(Date.parse('2027-06-20T02:00:00.000Z')))

  test('are reminded once a round, in the background; who said “没有变” is not', async () => {
    openFactory()
    const as = await member(system)
    await age(await personOfKnown(system))
    granted(await remind())
    expect(codeOf(await remind())).toBe('REMINDED_ONCE')
    expect(await remindMembers(system.runtime)).toBeGreaterThan(0)
    expect(await remindMembers(system.runtime)).toBe(0)
    expect((await look(factoryChair, factory)).reminder).toMatchObject({ state: 'done' })
    const mine = granted(await system.ask(as, 'session', 'me', {})).notices
    expect(mine.filter(({ text }) => text.includes('半年核对'))).toHaveLength(1)
  })

  test('confirm with one tap, which their history tells; twice a day is once', async () => {
    const as = await member(system)
    expect(granted(await system.ask(as, 'membership', 'confirmMine', {}))).toEqual({ confirmedOn: '2027-01-05' })
    granted(await system.ask(as, 'membership', 'confirmMine', {}))
    const person = await personOfKnown(system)
    const { history } = granted(await system.ask(factoryChair, 'membership', 'member', { union: factory, person }))
    expect(history.filter(({ text }) => text.includes('没有变化'))).toHaveLength(1)
    expect(codeOf(await system.ask(system.newcomer(), 'membership', 'confirmMine', {}))).toBe('NOTHING_ON_FILE')
  })

  test('are confirmed by their union, and by no other', async () => {
    const person = await personOfKnown(system)
    const confirm = (as: string, of: string) =>
      system.ask(as, 'membership', 'confirmMembers', { union: of, persons: [person] })
    expect(granted(await confirm('demo-newform-chair', castUnions.newForm.id))).toEqual({ confirmed: 0 })
    expect(granted(await confirm(factoryChair, factory))).toEqual({ confirmed: 1 })
  })
})

describe('the union above', () => {
  const below = (show: 'all' | 'unchecked') =>
    system.ask(street, 'membership', 'roundsBelow', { union: castUnions.street.id, show })
  const nudge = (of: string) =>
    system.ask(street, 'membership', 'nudgeRound', { union: castUnions.street.id, below: of })

  test('sees who has not closed theirs, and nudges once a day: that makes it a task', async () => {
    system.travel(isoTime(Date.parse('2027-12-30T02:00:00.000Z')))
    const { rows } = granted(await below('unchecked'))
    const row = rows[0]
    if (row === undefined) throw new Error('every union below has closed its round')
    granted(await nudge(row.union))
    expect(codeOf(await nudge(row.union))).toBe('ALREADY_REMINDED')
    const open = await system.runtime.store.find(tasks, { index: 'inbox', equals: { desk: row.union, state: 'open' } })
    expect(open.documents.map(({ kind }) => kind)).toContain('half-year-round')
    expect(granted(await below('all')).rows.length).toBeGreaterThanOrEqual(rows.length)
  })

  test('nudges nobody who is not directly below', async () => {
    expect(codeOf(await nudge(castUnions.battery.id))).toBe('NOT_FOUND')
  })
})
