import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { route } from './routing'
import { clausesOf } from './routing-clauses'
import { explain, type RoutingNames } from './routing-reasons'
import { RuleId, Worker } from './routing-types'
import { anyPolicy, anyWorker, anyWorld } from './routing-worlds.fixture'
import { townWith, userFirst } from './routing.fixture'

const called: Readonly<Record<string, string>> = {
  factory: '海洋装备公司',
  agency: '甲劳务公司',
  bareAgency: '乙劳务公司',
  bakery: '老街餐馆',
  twice: '小微电子厂',
  factoryUnion: '海洋装备公司工会',
  agencyUnion: '甲劳务公司工会',
  villageUnion: '海慈社区工会联合会',
  streetUnion: '中山街道总工会',
  courierUnion: '迅达快递公司工会',
}
const names: RoutingNames = { unit: (id) => called[id] ?? '', union: (id) => called[id] ?? '' }
const nobody: RoutingNames = { unit: () => '', union: () => '' }

function sentenceFor(answers: object, policy = userFirst, by = names): string {
  const worker = Worker.parse(answers)
  return explain(route(townWith(), worker, policy), worker, by).sentence
}

const factoryStaff = { category: 'regular', employer: 'factory' }
const dispatched = { category: 'dispatched', agency: 'agency', userUnit: 'factory' }
const active = (union: string) => ({ union, status: 'active' })

describe('what a worker reads', () => {
  test.each([
    ['R10', factoryStaff, '海洋装备公司有自己的工会，由它组织您入会。'],
    ['R15', { category: 'regular', employer: 'bakery' }, '老街餐馆还没有工会，您先加入所在地的工会。'],
    ['R12 chosen', { category: 'regular', employer: 'twice' }, '小微电子厂列在几个联合工会名下，请选一个加入。'],
    ['R20', dispatched, '您由甲劳务公司派遣，在海洋装备公司上班。由实际用工的单位组织入会，甲劳务公司工会委托管理。'],
    [
      'R23',
      { ...dispatched, agency: 'bareAgency' },
      '您由乙劳务公司派遣，在海洋装备公司上班。乙劳务公司没有工会，您直接加入用工单位的工会。',
    ],
    [
      'R20 R61',
      { ...dispatched, membership: active('agencyUnion') },
      '您由甲劳务公司派遣，在海洋装备公司上班。由实际用工的单位组织入会，甲劳务公司工会委托管理。您已经是甲劳务公司工会的会员，会籍可以不动；愿意的话可以转到海洋装备公司工会。',
    ],
    ['R01', { ...factoryStaff, age: 15 }, '未满 16 周岁还不能加入工会。'],
    [
      'R02',
      { ...factoryStaff, existingByNormalisedId: 'factoryUnion' },
      '您已经是海洋装备公司工会的会员，证件登记过了，不用再次入会。',
    ],
    ['R03 never a member', { ...factoryStaff, retired: true }, '您已退休，退休后不再办理入会。'],
    [
      'R03 a member',
      { ...factoryStaff, retired: true, membership: active('factoryUnion') },
      '您已退休，会籍保留在海洋装备公司工会。',
    ],
    [
      'R05',
      { ...factoryStaff, pendingApplication: 'villageUnion' },
      '您在海慈社区工会联合会有一份申请正在办理，一个人同时只能有一份申请。',
    ],
    [
      'R10 R09',
      { ...factoryStaff, pendingApplication: 'villageUnion', event: 'EMPLOYER_UNION_FOUNDED' },
      '海洋装备公司有自己的工会，由它组织您入会。单位有了自己的工会，您在海慈社区工会联合会的申请改送海洋装备公司工会，提交时间不变。',
    ],
    [
      'R10 R63',
      { ...factoryStaff, membership: { union: 'villageUnion', status: 'retained' } },
      '海洋装备公司有自己的工会，由它组织您入会。您的会籍保留在海慈社区工会联合会，恢复后转到海洋装备公司工会。',
    ],
    [
      'R10 R63 in the same union',
      { ...factoryStaff, membership: { union: 'factoryUnion', status: 'retained' } },
      '海洋装备公司有自己的工会，由它组织您入会。您的会籍保留在海洋装备公司工会，恢复就行。',
    ],
    [
      'R10 R64',
      { ...factoryStaff, membership: active('courierUnion') },
      '海洋装备公司有自己的工会，由它组织您入会。您现在是迅达快递公司工会的会员，会籍随工作转到海洋装备公司工会。',
    ],
    [
      'R30',
      { category: 'seconded', userUnit: 'bakery', membership: active('factoryUnion') },
      '您是借调，会籍留在海洋装备公司工会。',
    ],
    ['R06', { category: 'regular' }, '还不知道您在哪里上班，请补上单位或干活的地方。'],
    ['R99', { category: 'student', employer: 'factory' }, '您的情况需要工会看一下，由上级工会告诉您怎么办。'],
  ])('%s', (_rules, answers, sentence) => {
    expect(sentenceFor(answers)).toBe(sentence)
  })

  test('R15 a unit typed by hand, whose name the registry does not know', () => {
    expect(sentenceFor({ category: 'regular', workRegion: 'village' }, userFirst, nobody)).toBe(
      '您的单位还没有工会，您先加入所在地的工会。',
    )
  })

  test('notes say what should be looked at and what follows; the next step what to do', () => {
    const worker = Worker.parse(dispatched)
    const { notes, nextStep } = explain(route(townWith(), worker, userFirst), worker, names)
    expect(notes).toEqual(['两家单位的工会之间办理委托（挂靠）管理，您不用做什么。'])
    expect(nextStep).toBe('请写入会申请书，提交后由这个工会审批。')
  })

  test('no decision leaves the person without words, with an id, or with a gap', () => {
    fc.assert(
      fc.property(anyWorld, anyWorker, anyPolicy, (world, worker, policy) => {
        const { sentence, notes, nextStep } = explain(route(world, worker, policy), worker, nobody)
        for (const text of [sentence, nextStep, ...notes]) {
          expect(text).toMatch(/。$/)
          expect(text).not.toMatch(/undefined|null|[a-zA-Z_]/)
        }
      }),
    )
  })
})

describe('the clauses', () => {
  test('R20 are those of the rules that decided, each once, word for word', () => {
    const worker = Worker.parse(dispatched)
    expect(explain(route(townWith(), worker, userFirst), worker, names).clauses).toEqual([
      { title: '青岛市总工会通知 二（一）', quote: '按照谁用工、谁组织入会原则，把劳务派遣工、农民工等组织到工会中来' },
      {
        title: '青岛市总工会通知 二（一）',
        quote: '对于已建立工会的劳务派遣单位，要通过接受委托、挂靠等方式,强化对劳务派遣工的管理和服务',
      },
    ])
  })

  test('a rule without one is a default of ours or says what nobody needs a clause for', () => {
    const without = RuleId.options.filter((rule) => clausesOf[rule].length === 0)
    expect(without).toEqual(['R04', 'R06', 'R07', 'R65', 'R99'])
  })

  test('every rule stands in docs/rules/routing.md', () => {
    const rules = readFileSync(join(__dirname, '../../docs/rules/routing.md'), 'utf8')
    expect(RuleId.options.filter((rule) => !rules.includes(`| ${rule} |`))).toEqual([])
  })
})
