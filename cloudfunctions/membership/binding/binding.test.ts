import { castPeople, castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { identityOf } from '../../../tests/forms'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { persons } from '../../_kernel/records/persons'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const above = 'demo-street'
const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
})
afterEach(() => system.close())

const { known } = castPeople
const typed = (change: object = {}) => {
  const { mobile: _, ...identity } = identityOf(known)
  return { identity: { ...identity, ...change } }
}
const bind = (as: string, change: object = {}) => system.ask(as, 'membership', 'bindMine', typed(change))
const standing = async (as: string) => granted(await system.ask(as, 'session', 'me', {})).standing.kind

async function personOfKnown(): Promise<string> {
  const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union, search: known.name }))
  return rows[0]?.person ?? ''
}

describe('by the phone on file', () => {
  test('a member with a new WeChat account is recognised', async () => {
    const as = system.newcomer()
    await system.verifyPhone(as, known.mobile)
    expect(await standing(as)).toBe('none')
    expect(granted(await bind(as))).toEqual({ outcome: 'bound', unionName: castUnions.factory.name })
    expect(await standing(as)).toBe('member')
    expect(granted(await bind(as)).outcome).toBe('bound')
  })

  test('nobody else is: not with another phone, another name, or a number that is not on file; all get one answer', async () => {
    const wrongPhone = system.newcomer()
    await system.verifyPhone(wrongPhone, '15420009999')
    const wrongName = system.newcomer()
    await system.verifyPhone(wrongName, known.mobile)
    const unknown = await bind(wrongPhone, { number: castPeople.tooYoung.number })
    expect(granted(unknown)).toEqual({ outcome: 'not-here' })
    expect(await bind(wrongPhone)).toEqual(unknown)
    expect(await bind(wrongName, { name: '别的名' })).toEqual(unknown)
    expect(await standing(wrongPhone)).toBe('none')
  })

  test('without a phone that WeChat verified nothing is looked up', async () => {
    const as = system.newcomer()
    expect(codeOf(await bind(as))).toBe('PHONE_FIRST')
    expect(codeOf(await bind(as, { number: castPeople.tooYoung.number }))).toBe('PHONE_FIRST')
  })

  test('ten numbers a day, and no more', async () => {
    const as = system.newcomer()
    await system.verifyPhone(as, '15420009998')
    const numbers = Object.values(castPeople).map(({ number }) => number)
    const codes = []
    for (const number of numbers) codes.push(codeOf(await bind(as, { number })))
    expect(codes.slice(0, 10).every((code) => code === 'OK')).toBe(true)
    expect(codes.slice(10)).toEqual(numbers.slice(10).map(() => 'TOO_MANY'))
  })

  test('a phone that an officer changed proves nothing for thirty days', async () => {
    const person = await personOfKnown()
    const { store } = system.runtime
    await store.transact(async (tx) => {
      const record = await tx.get(persons, person)
      if (record !== undefined) await tx.put(persons, { ...record, mobileEditedAt: isoTime(start) })
    })
    const as = system.newcomer()
    await system.verifyPhone(as, known.mobile)
    expect(granted(await bind(as)).outcome).toBe('not-here')
    system.travel(isoTime(start + 30 * 86_400_000))
    expect(granted(await bind(as)).outcome).toBe('bound')
  })

  test('the account of before loses it and is told; one account is one person', async () => {
    const [first, second] = [system.newcomer(), system.newcomer()]
    await system.verifyPhone(first, known.mobile)
    await system.verifyPhone(second, known.mobile)
    granted(await bind(first))
    granted(await bind(second))
    expect(await standing(first)).toBe('none')
    expect(await standing(second)).toBe('member')
    expect(granted(await system.ask(first, 'session', 'me', {})).notices[0]?.text).toContain('另一个微信')

    await system.verifyPhone(second, castPeople.onFile.mobile)
    const { mobile: _, ...identity } = identityOf(castPeople.onFile)
    expect(codeOf(await system.ask(second, 'membership', 'bindMine', { identity }))).toBe('ACCOUNT_TAKEN')
  })
})

describe('in person', () => {
  async function taken(as: string) {
    const person = await personOfKnown()
    const { code } = granted(await system.ask(chair, 'membership', 'openBinding', { union, person }))
    granted(await system.ask(as, 'membership', 'takeBinding', { code }))
    const { rows } = granted(await system.ask(above, 'membership', 'bindings', { union }))
    return { code, binding: rows[0]?.binding ?? '', rows }
  }
  const settle = (by: string, binding: string, verdict = 'confirm') =>
    system.ask(by, 'membership', 'settleBinding', { union, binding, verdict })

  test('one officer opens it, the person takes it, a second one confirms', async () => {
    const as = system.newcomer()
    const { binding, rows } = await taken(as)
    expect(rows).toEqual([
      expect.objectContaining({ name: known.name, openedBy: expect.stringContaining('*'), mayConfirm: true }),
    ])
    expect(await standing(as)).toBe('none')
    expect(codeOf(await settle(chair, binding))).toBe('SECOND_OFFICER')
    granted(await settle(above, binding))
    expect(await standing(as)).toBe('member')
    const { history } = granted(
      await system.ask(chair, 'membership', 'member', { union, person: await personOfKnown() }),
    )
    expect(history[0]?.text).toBe('绑定了微信')
    expect(codeOf(await settle(above, binding))).toBe('BINDING_GONE')
  })

  test('not with the account of the officer who shows the code', async () => {
    const { code } = granted(
      await system.ask(chair, 'membership', 'openBinding', { union, person: await personOfKnown() }),
    )
    expect(codeOf(await system.ask(chair, 'membership', 'takeBinding', { code }))).toBe('SECOND_OFFICER')
  })

  test('by the old account nothing is read any more, and nothing that it asked for is carried out', async () => {
    const [intruder, owner] = [system.newcomer(), system.newcomer()]
    await system.verifyPhone(intruder, known.mobile)
    granted(await bind(intruder))
    granted(await system.ask(intruder, 'membership', 'requestCorrection', { field: 'mobile', should: '15420991234' }))
    const { binding } = await taken(owner)
    granted(await settle(above, binding))

    const left = granted(await system.ask(intruder, 'membership', 'exportMine', {})).data
    expect(left.person).toBeUndefined()
    expect(JSON.stringify(left)).not.toContain(known.number)
    const { entries } = granted(await system.ask(owner, 'membership', 'trail', {}))
    expect(entries).toContainEqual(expect.objectContaining({ action: 'account.bind', by: 'another-account' }))
    const { rows } = granted(await system.ask(chair, 'membership', 'requests', { union }))
    const request = rows[0]?.request ?? ''
    const done = { union, request, verdict: { kind: 'done' } }
    expect(codeOf(await system.ask(chair, 'membership', 'settleRequest', done))).toBe('REQUEST_OUTDATED')
  })

  test('the second officer may say no', async () => {
    const as = system.newcomer()
    const { binding } = await taken(as)
    granted(await settle(above, binding, 'decline'))
    expect(await standing(as)).toBe('none')
    expect(granted(await system.ask(as, 'session', 'me', {})).notices[0]?.text).toContain('没有确认')
  })

  test('a code is taken by one phone, within ten minutes', async () => {
    const { code } = await taken(system.newcomer())
    expect(codeOf(await system.ask(system.newcomer(), 'membership', 'takeBinding', { code }))).toBe('BINDING_GONE')
    const person = await personOfKnown()
    const late = granted(await system.ask(chair, 'membership', 'openBinding', { union, person }))
    expect(granted(await system.ask('anybody', 'membership', 'seeBinding', { code: late.code }))).toEqual({
      unionName: castUnions.factory.name,
      maskedName: '郑*山',
    })
    system.travel(isoTime(start + 10 * 60_000))
    expect(codeOf(await system.ask('anybody', 'membership', 'seeBinding', { code: late.code }))).toBe('BINDING_GONE')
    expect(codeOf(await system.ask('anybody', 'membership', 'takeBinding', { code: late.code }))).toBe('BINDING_GONE')
  })

  test('not for a member of another union, and not by an officer of one', async () => {
    const person = await personOfKnown()
    const { newForm } = castUnions
    const open = { union: newForm.id, person }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'openBinding', open))).toBe('NOT_FOUND')
    const { binding } = await taken(system.newcomer())
    expect(codeOf(await settle('demo-newform-chair', binding))).toBe('NOT_ALLOWED')
    expect(
      codeOf(
        await system.ask('demo-newform-chair', 'membership', 'settleBinding', {
          union: newForm.id,
          binding,
          verdict: 'confirm',
        }),
      ),
    ).toBe('BINDING_GONE')
  })
})
