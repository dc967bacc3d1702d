import { itemsFor, standardsFor } from './applies'
import type { Facts } from './facts'
import { gapsIn } from './gaps'
import { questionsIn, scoreOf, standingOf, withAnswers, withFindings, type ItemStanding } from './standing'
import { inOrder, rulesOf, today } from './standards.fixture'

const qingdao = rulesOf('3702')
const standings = (facts: Facts, rules = qingdao): readonly ItemStanding[] =>
  standingOf(itemsFor(facts.subject, standardsFor(facts.subject, rules, today)), facts, rules, today)
const stateOf = (all: readonly ItemStanding[], id: string) => all.find(({ item }) => item.id === id)?.state

describe('the standing from records alone', () => {
  test('a union in order has no gap; what records cannot tell is open', () => {
    const all = standings(inOrder)
    expect(scoreOf(all)).toEqual({ met: 18, gap: 0, open: 26, claimed: 0, 'not-meant': 0 })
    expect(gapsIn(all)).toEqual([])
  })

  test('what is a gap by records is asked for nothing', () => {
    const all = standings({ ...inOrder, accountsOn: undefined })
    expect(stateOf(all, '6Y-5')).toBe('gap')
    expect(questionsIn(all)).toContain('independent_account')
    const without = all.filter(({ item }) => item.id === '6Y-5')
    expect(questionsIn(without)).toEqual([])
  })
})

describe('S8: what lifts most comes first', () => {
  test.each<readonly [string, Partial<Facts>, readonly string[]]>([
    [
      'a meeting that two lists ask for before one that lifts one item',
      { groups: 0, reviews: [] },
      // Each of the two metrics of 评家 fails in two items, and neither lifts one by itself.
      ['groups_established', 'review_per_year', 'satisfaction_rate'],
    ],
    [
      'of two that lift one, the accounts that hold back two',
      { accountsOn: undefined, rosterCheckedOn: undefined },
      ['finance_disclosed_per_year', 'archive_update_interval'],
    ],
    [
      'of two that lift one, the one nearest to done',
      { groups: 0, rates: { ...inOrder.rates, members: { numerator: 99, denominator: 100 } } },
      ['member_join_rate', 'groups_established'],
    ],
  ])('%s', (_, differ, order) =>
    expect(gapsIn(standings({ ...inOrder, ...differ })).map(({ metric }) => metric)).toEqual(order),
  )

  test('it names how many items it lifts, and which it holds back', () => {
    const [first] = gapsIn(standings({ ...inOrder, rosterCheckedOn: undefined }))
    expect(first).toMatchObject({ metric: 'archive_update_interval', lifts: 1, items: ['QD-ENT-SYS-02'] })
  })

  test('what still has to be asked is not lifted by a record: 独立账户 remains open beside the accounts', () => {
    const [accounts] = gapsIn(standings({ ...inOrder, accountsOn: undefined }))
    expect(accounts).toMatchObject({ items: ['6Y-5', 'QD-ENT-INF-04'], lifts: 1 })
    const after = standings(inOrder)
    expect(['6Y-5', 'QD-ENT-INF-04'].map((id) => stateOf(after, id))).toEqual(['open', 'met'])
  })

  test.each<readonly [string, Partial<Facts>, Partial<Facts>]>([
    ['finance_disclosed_per_year', { accountsOn: undefined }, { accountsOn: inOrder.accountsOn }],
    ['archive_update_interval', { rosterCheckedOn: undefined }, { rosterCheckedOn: inOrder.rosterCheckedOn }],
    // 报告、决议、批复 are on no record here: 组织建设（1） has to be asked still.
    [
      'three_committees_established',
      { committees: inOrder.committees.filter(({ kind }) => kind !== 'audit'), approvedHere: false },
      { committees: inOrder.committees },
    ],
  ])('%s, put right alone, brings as many items over as it says', (name, differ, mended) => {
    const short = standings({ ...inOrder, ...differ })
    const after = standings({ ...inOrder, ...differ, ...mended })
    const lifts = gapsIn(short).find(({ metric }) => metric === name)?.lifts
    expect([lifts, lifts]).toEqual([1, scoreOf(after).met - scoreOf(short).met])
  })
})

describe('answers and findings', () => {
  const all = standings(inOrder)
  test.each([
    ['yes', 'claimed'],
    ['no', 'gap'],
    ['not-meant', 'claimed'],
    [undefined, 'open'],
  ] as const)('a union that says %s: %s', (said, state) => {
    const answers = new Map(said === undefined ? [] : [['fixed_office', said]])
    expect(stateOf(withAnswers(all, answers), 'QD-ENT-INF-01')).toBe(state)
  })

  test('an item with two questions is claimed once both are answered', () => {
    const one = withAnswers(all, new Map([['independent_account', 'yes']]))
    expect(stateOf(one, 'QD-ENT-INF-03')).toBe('open')
    const both = withAnswers(
      all,
      new Map([
        ['independent_account', 'yes'],
        ['dues_paid_in_full', 'yes'],
      ]),
    )
    expect(stateOf(both, 'QD-ENT-INF-03')).toBe('claimed')
  })

  test('that a clause does not mean the union is claimed of the whole item, or not at all', () => {
    const asking = standings({ ...inOrder, board: undefined }).filter(({ item }) => item.id === 'QD-ENT-SYS-05')
    const [board] = asking
    if (board === undefined) throw new Error('职工董事、职工监事 means no enterprise')
    const two = { ...board, questions: [...board.questions, 'fixed_office'] }
    const said = (...answers: readonly ('yes' | 'not-meant')[]) =>
      new Map(two.questions.map((question, at) => [question, answers[at] ?? 'yes']))
    expect(withAnswers([two], said('not-meant', 'not-meant'))).toMatchObject([{ state: 'claimed', claim: 'not-meant' }])
    expect(withAnswers([two], said('not-meant', 'yes'))[0]?.claim).toBeUndefined()
    const member = { name: 'member_join_rate', judged: { state: 'met', shown: { kind: 'nothing' } } } as const
    const beside = { ...two, metrics: [...two.metrics, member] }
    expect(withAnswers([beside], said('not-meant', 'not-meant'))[0]?.claim).toBeUndefined()
  })

  test('records are never made better or worse by an answer or by what was found', () => {
    const short = standings({ ...inOrder, accountsOn: undefined })
    expect(stateOf(withAnswers(short, new Map([['finance_disclosed_per_year', 'yes']])), 'QD-ENT-INF-04')).toBe('gap')
    expect(stateOf(withFindings(short, new Map([['QD-ENT-INF-04', 'met']])), 'QD-ENT-INF-04')).toBe('gap')
    expect(stateOf(withFindings(all, new Map([['QD-ENT-INF-04', 'gap']])), 'QD-ENT-INF-04')).toBe('met')
  })

  test('what was found of the rest stands until the next assessment', () => {
    const found = withFindings(
      all,
      new Map([
        ['QD-ENT-INF-01', 'met'],
        ['QD-ENT-POL-01', 'gap'],
      ]),
    )
    expect([stateOf(found, 'QD-ENT-INF-01'), stateOf(found, 'QD-ENT-POL-01')]).toEqual(['met', 'gap'])
  })
})
