import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { invited, sentFounding } from '../../cloudfunctions/registry/applications/applications.fixture'
import { keepStandings } from '../../cloudfunctions/home/above/above.fixture'
import { applied as appliedForTitle } from '../../cloudfunctions/home/titles/titles.fixture'
import { sentUp, started as startedAssessment, yearOf } from '../../cloudfunctions/home/standards/standards.fixture'
import { askedMove } from '../../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { castScenes, castUnions, stage } from '../../local/demo/personas'
import { ensureBuilt } from '../../scripts/ensure-built'
import { chair, inOffice, offered, openedBinding, street, union, waiting } from '../faults/ready'
import { foundingTask, objected, planned } from '../faults/in-events'
import { onTheWay } from '../faults/moving'
import { activity, heldToday, notice, published } from '../faults/of-openness'
import { heldByMembers, heldByStaff } from '../faults/of-meetings'
import { objectedAnew } from '../faults/of-reviews'
import { raisedFromBelow } from '../faults/of-rounds'
import { proposedRule } from '../faults/of-policies'
import { publishedEmpty } from '../faults/of-scrutiny'
import { electorOf, reviewIn, slipOf } from '../reviews'
import type { ReviewPhase } from '../../shared/review/life'
import { slipText } from '../../shared/review/survey-code'
import { joinedMember, leavingMember, lookedAt, proposedExpulsion } from '../members'
import { granted, openTestSystem, type TestSystem } from '../system'
import { built } from './built'
import { closeDocument } from './document'
import { phoneOf, type MiniPhone } from './phone'

/** Who opens a page, with what, and what they read there. */
interface Visit {
  readonly as: string
  readonly query?: Readonly<Record<string, string>>
  readonly reads: string | RegExp
}
type Prepare = (system: TestSystem) => Promise<Visit>

const above = castUnions.street.id
const toNewcomer =
  (reads: Visit['reads'], query: Visit['query'] = {}): Prepare =>
  async (system) => ({ as: system.newcomer(), query, reads })
const toMember =
  (reads: Visit['reads']): Prepare =>
  async (system) => ({ as: (await joinedMember(system)).as, reads })
const toChair =
  (reads: Visit['reads'], query: Visit['query'] = {}): Prepare =>
  async () => ({ as: chair, query: { union, ...query }, reads })
const toAssessment = (
  system: TestSystem,
  reads: Visit['reads'],
  { as, union: of }: { readonly as: string; readonly union: string },
): Visit => ({ as, query: { union: of, year: String(yearOf(system)) }, reads })
const toStreet =
  (reads: Visit['reads']): Prepare =>
  async () => ({ as: street, query: { union: above }, reads })
const toElector =
  (phase: ReviewPhase, reads: Visit['reads']): Prepare =>
  async (system) => {
    const review = await reviewIn(system, phase)
    return { as: (await electorOf(system, review)).as, query: { review: review._id }, reads }
  }
const toTeller =
  (phase: ReviewPhase, reads: Visit['reads']): Prepare =>
  async (system) => {
    const review = await reviewIn(system, phase)
    await electorOf(system, review, { channel: 'paper' })
    return { as: (await inOffice(system, union, 'clerk')).as, query: { union, review: review._id }, reads }
  }
const toReviewer =
  (phase: ReviewPhase, reads: Visit['reads']): Prepare =>
  async (system) => ({ as: chair, query: { union, review: (await reviewIn(system, phase))._id }, reads })

const toStreetWithStandings =
  (reads: Visit['reads']): Prepare =>
  async (system) => {
    await keepStandings(system.runtime)
    return { as: street, query: { union: above }, reads }
  }

/** Every page that is registered, as the one it is made for comes to it. */
const visits: Readonly<Record<string, Prepare>> = {
  'pages/home/index': toNewcomer('您还没有加入工会'),
  'pages/join/index': toNewcomer('谁给您发工资？', { scene: castScenes.factory }),
  'pages/progress/index': async (system) => ({ ...(await waiting(system)), reads: castUnions.factory.name }),
  'pages/letter/index': toMember('申请'),
  'pages/me/index': toMember('职工热线'),
  'pages/union/index': toNewcomer(castUnions.factory.name, { union }),
  'pages/confirm/index': async (system) => {
    const { code } = granted(await system.browser().ask('session', 'openSignIn', {}))
    return { as: system.newcomer(), query: { code }, reads: '电脑' }
  },
  'pages/office/index': async (system) => {
    const { code } = await offered(system, 'clerk')
    return { as: system.newcomer(), query: { code }, reads: '请您担任' }
  },
  'pages/binding/index': async (system) => ({
    as: system.newcomer(),
    query: { code: await openedBinding(system) },
    reads: '郑*山',
  }),
  'pages/update/index': toNewcomer('更新'),
  'pages/certificate/index': toNewcomer('核验码'),
  'pages/mine/certificate/index': toMember('转到哪里的工会？'),
  'officer/covering/index': toStreet('联合工会'),
  'officer/registry/index': toChair('上报的会员人数'),
  'officer/registry-history/index': toChair(/变动/),
  'officer/tree/index': toStreet(/下级|工会/),
  'officer/apply/index': toChair('申请什么？'),
  'officer/union-applications/index': toStreet(/申请/),
  'officer/union-application/index': async (system) => {
    const { application } = await sentFounding(system)
    return { as: street, query: { union: above, application }, reads: '批复同意' }
  },
  'officer/unfounded/index': toStreet(/工会|单位/),
  'officer/reaffiliation/index': async (system) => {
    const { reaffiliation } = await askedMove(system)
    return { as: street, query: { union: above, reaffiliation }, reads: '新的上级' }
  },
  'pages/mine/founding/index': async (system) => {
    const { as, code } = await invited(system)
    return { as, query: { code }, reads: '工会全称' }
  },
  'officer/import/index': toChair('选一个表格'),
  'officer/export/index': toChair('导出哪一张表'),
  'pages/mine/form/index': toMember('工会会员登记表'),
  'officer/home/meetings/index': toChair(/大会/),
  'officer/home/management/index': toChair('厂务公开'),
  'officer/home/management/write/index': toChair('公开了什么？', { kind: 'disclosure' }),
  'officer/home/archive/index': toChair('纸质档案目录'),
  'officer/home/meetings/write/index': toChair('第几届？', { meeting: 'members' }),
  'officer/home/meetings/one/index': async (system) => {
    const { id } = await heldByMembers(system)
    return { as: chair, query: { union, meeting: 'members', id }, reads: '批准工会委员会工作报告' }
  },
  'officer/home/meetings/print/index': async (system) => {
    const { id } = await heldByStaff(system)
    return { as: chair, query: { union, meeting: 'staff', id }, reads: '主持人' }
  },
  'officer/home/above/overview/index': toStreetWithStandings('先帮谁'),
  'officer/home/above/below/index': toStreetWithStandings('分布图'),
  'officer/home/above/weakest/index': toStreetWithStandings('提建议'),
  'officer/home/above/report/index': toStreetWithStandings('建家情况'),
  'officer/home/above/summary/index': toStreetWithStandings('最弱的条目'),
  'officer/home/titles/own/index': toChair('镇街级'),
  'officer/home/titles/register/index': toStreet('补录以前的称号'),
  'officer/home/titles/enter/index': toStreet('哪一级的称号？'),
  'officer/home/titles/honour/index': toChair('哪一级的？'),
  'officer/home/titles/one/index': async (system) => {
    await appliedForTitle(system)
    return { as: street, query: { union: above, of: union, level: 'township' }, reads: '考核通过' }
  },
  'officer/home/standards/index': toChair('先补这几样'),
  'officer/home/standards/assessment/index': async (system) =>
    toAssessment(system, '回答问题', await startedAssessment(system)),
  'officer/home/standards/below/index': toStreet('部署评定'),
  'officer/home/standards/check/index': async (system) => {
    const { union: below } = await sentUp(system)
    return { as: street, query: { union: above, below, year: String(yearOf(system)) }, reads: '看完再定' }
  },
  'officer/home/standards/sheet/index': async (system) => toAssessment(system, '评定表', await sentUp(system)),
  'figures/statistics/index': toStreet(/统计|还没有/),
  'figures/below/index': toStreet(/下级|工会/),
  'figures/month/index': toStreet(/通报|还没有/),
  'figures/subsidies/index': toStreet('本地没有补助标准'),
  'pages/card/show/index': toMember('激活会员卡'),
  'pages/mine/stored/index': toMember('会籍'),
  'pages/mine/trail/index': toMember('您提交了入会申请'),
  'pages/mine/correct/index': toMember('更正'),
  'pages/mine/export/index': toMember('导出'),
  'pages/mine/bind/index': toNewcomer('验证'),
  'pages/mine/desks/index': toMember('电脑'),
  'pages/mine/membership/index': toMember('有选举权、被选举权和表决权'),
  'pages/mine/transfer/index': toMember(/转会|单位/),
  'pages/mine/event/index': async (system) => ({ as: (await objected(system)).as, reads: '您提了不同意见' }),
  'pages/news/list/index': async (system) => {
    await published(system, notice)
    return { as: system.newcomer(), query: { union }, reads: notice.title }
  },
  'pages/news/one/index': async (system) => {
    const publication = await published(system, activity(system))
    return { as: (await joinedMember(system)).as, query: { publication }, reads: '我要报名' }
  },
  'pages/card/verify/index': toNewcomer('扫会员出示的二维码'),
  'pages/card/services/index': toMember('困难帮扶'),
  'pages/review/mine/index': toMember('现在没有评家'),
  'pages/review/vote/index': toElector('voting', '领取选票凭证'),
  'pages/review/remark/index': toElector('voting', '这部手机上没有凭证'),
  'pages/review/result/index': toElector('closed', '结果还没有公布'),
  'pages/review/object/index': toElector('receiving', '您说的是谁？'),
  'pages/review/slip/index': async (system) => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff', form: 'electronic' })
    const { code } = await slipOf(system, survey)
    return { as: system.newcomer(), query: { code: slipText(survey._id, code) }, reads: '纸条上的调查码' }
  },
  'officer/survey/index': async (system) => {
    const survey = await reviewIn(system, 'announced', { kind: 'staff', form: 'electronic', staff: 30 })
    const { as } = await inOffice(system, union, 'clerk')
    return { as, query: { union, review: survey._id }, reads: '做纸条请到电脑上' }
  },
  'officer/reviews/index': toReviewer('receiving', '应投'),
  'officer/electors/index': toReviewer('receiving', '看哪些人'),
  'officer/list-objection/index': async (system) => {
    const { officer: as, union: own, task } = await objectedAnew(system)
    return { as, query: { union: own, task }, reads: '怎么定？' }
  },
  'officer/venue/index': toTeller('voting', '来的是谁'),
  'officer/paper-count/index': toTeller('closed', '打开票箱'),
  'officer/ballot-papers/index': toTeller('receiving', '您对工会这一年的工作'),
  'officer/review-result/index': toReviewer('closed', '结果还没有公布'),
  'officer/reviews-below/index': toStreet('哪一年'),
  'officer/review-protocol/index': toReviewer('closed', '还没有计票记录'),
  'officer/review-sample/index': toStreet('用哪一期公开的开奖'),
  'officer/review-rounds/index': toStreet('发起评家活动'),
  'officer/scrutiny/index': async (system) => {
    const { union: own, record } = await publishedEmpty(system)
    const { as } = await inOffice(system, own, 'scrutineer')
    return { as, query: { union: own, review: record._id }, reads: '申请导出复核文件' }
  },
  'officer/publications/index': async (system) => {
    await published(system, notice)
    return { as: chair, query: { union }, reads: '写一条' }
  },
  'officer/publication/index': toChair('公开什么？'),
  'officer/sign-ups/index': async (system) => {
    const { publication } = await heldToday(system)
    return { as: chair, query: { union, publication }, reads: '一共来了多少人？' }
  },
  'officer/services/index': toChair('添加一项服务'),
  'officer/service/index': toChair('哪一类服务？'),
  'officer/workbench/index': toChair('待审批'),
  'officer/inbox/index': toChair('多选'),
  'officer/application/index': async (system) => {
    const { application } = await waiting(system)
    return { as: chair, query: { union, application }, reads: '测试人' }
  },
  'officer/tasks/index': async (system) => {
    await leavingMember(system)
    return { as: chair, query: { union }, reads: '会员退会' }
  },
  'officer/roster/index': toChair('共 '),
  'officer/form/index': async (system) => {
    const { person } = await joinedMember(system)
    return { as: chair, query: { union, person }, reads: '工会会员登记表' }
  },
  'officer/member/index': async (system) => {
    const { person } = await joinedMember(system)
    return { as: chair, query: { union, person }, reads: '可以办的变动' }
  },
  'officer/change/index': async (system) => {
    const { person } = await joinedMember(system)
    return { as: chair, query: { union, person, name: '测试人', change: 'retain' }, reads: '为什么保留会籍？' }
  },
  'officer/leaving/index': async (system) => {
    const { task } = await leavingMember(system)
    return { as: chair, query: { union, task }, reads: '可以先谈一谈' }
  },
  'officer/filing/index': async (system) => {
    const { task } = await proposedExpulsion(system)
    return { as: street, query: { union: above, task }, reads: '委员会的决定' }
  },
  'officer/contract/index': async (system) => {
    const { person } = await joinedMember(system)
    return { as: chair, query: { union, task: await lookedAt(system, person) }, reads: '现在怎样？' }
  },
  'officer/entrusted/index': toChair('没有委托给本会的会员'),
  'officer/reinstate/index': toStreet('会员号'),
  'officer/on-behalf/index': toChair('给没有微信的职工办入会'),
  'officer/invite/index': toChair('图片'),
  'officer/letters/index': toChair('批准'),
  'officer/letter/index': async (system) => {
    const { as } = await joinedMember(system)
    const { membership } = granted(await system.ask(as, 'membership', 'myMembership', {}))
    return { as: chair, query: { union, application: membership?.application ?? '' }, reads: '测试人' }
  },
  'officer/officers/index': toChair('我的职务：主席'),
  'officer/bindings/index': toChair(/绑定/),
  'officer/transfer/index': async (system) => {
    const { transfer } = await onTheWay(system)
    return { as: chair, query: { union, transfer }, reads: '放行' }
  },
  'officer/requests/index': toChair(/更正|删除|请求/),
  'officer/display/index': toChair(/公开/),
  'officer/round/index': toChair('职工入会率'),
  'officer/rounds-below/index': toStreet(/核对/),
  'officer/clean/index': toChair(/登记|清理|空挂/),
  'officer/in-place/index': async (system) => {
    const { as, above: desk, task } = await raisedFromBelow(system, 'half-year-round')
    return { as, query: { union: desk, task }, reads: '任命干部' }
  },
  'officer/found/index': toStreet('建哪一种？'),
  'officer/ending/index': toStreet(/撤销|合并/),
  'officer/event/index': async (system) => {
    const { event } = await planned(system)
    return { as: street, query: { union: above, event }, reads: '影响多少人' }
  },
  'officer/objection/index': async (system) => {
    const { task } = await objected(system)
    return { as: street, query: { union: above, task }, reads: '怎么定？' }
  },
  'rules/policies/index': toNewcomer('入会审批期限', { region: stage.community }),
  'rules/desk/index': async (system) => {
    const { other, union: own } = await proposedRule(system)
    return { as: other, query: { union: own }, reads: '待公布' }
  },
  'officer/assist/index': async (system) => {
    const { task } = await foundingTask(system)
    return { as: street, query: { union: above, task }, reads: '应建未建' }
  },
}

let system: TestSystem
let phone: MiniPhone | undefined
beforeAll(async () => {
  await ensureBuilt('weapp')
  system = await openTestSystem()
}, 600_000)
afterEach(async () => {
  await phone?.leave()
  phone = undefined
})
afterAll(async () => {
  await system.close()
  closeDocument()
})
jest.setTimeout(600_000)

const AppConfig = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })),
})

test('every page that is registered is visited here, and no other', () => {
  const { pages, subPackages } = AppConfig.parse(JSON.parse(readFileSync(join(built, 'app.json'), 'utf8')))
  const registered = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  expect(Object.keys(visits).sort()).toEqual([...registered].sort())
})

test.each(Object.entries(visits))('%s opens', async (route, prepare) => {
  const { as, query = {}, reads } = await prepare(system)
  phone = phoneOf({ built, openid: as, system })
  await phone.open(`${route}?${new URLSearchParams(query).toString()}`)
  await phone.reads(reads)
})
