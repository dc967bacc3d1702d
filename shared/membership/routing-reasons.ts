import type { RegionId, UnionId, UnitId } from '../core/ids'
import { statutory } from '../policy/statutory'
import { clausesInForce, clausesOf, type Clause } from './routing-clauses'
import type { FollowUp, RoutingAction, RoutingFlag, RoutingResult, RuleId, Worker } from './routing-types'

/** Names for the sentences; an empty name makes the sentence say 您的单位 and the like. */
export interface RoutingNames {
  readonly unit: (id: UnitId) => string
  readonly union: (id: UnionId) => string
  /** Where the work is done, from the place itself upward: which documents are in force. */
  readonly place?: readonly RegionId[]
}

/** 分流说明: why this union, by which clauses, what follows later, and what to do now. */
export interface Explanation {
  readonly sentence: string
  readonly clauses: readonly Clause[]
  readonly notes: readonly string[]
  readonly nextStep: string
}

/** The decision in plain words: one sentence or two per rule that made it, in their order. */
export function explain(result: RoutingResult, worker: Worker, names: RoutingNames): Explanation {
  const spoken = wordsFor(result, worker, names)
  return {
    sentence: result.rules.map((rule) => ruleSentence[rule](spoken)).join(''),
    clauses: clausesInForce(eachOnce(result.rules.flatMap((rule) => clausesOf[rule])), names.place ?? []),
    notes: [
      ...result.flags.map((flag) => flagSentence[flag]),
      ...result.followUps.map((followUp) => followUpSentence[followUp](spoken)),
    ],
    nextStep: nextStep[result.action],
  }
}

/** What the templates may name. */
interface Words {
  /** Somebody signs and pays; a rider who takes orders alone has nobody. */
  readonly employed: boolean
  readonly employer: string
  readonly userUnit: string
  readonly agency: string
  readonly union: string
  readonly from: string
  /** The first union offered beside the primary. */
  readonly other: string | undefined
  readonly action: RoutingAction
}

function wordsFor(result: RoutingResult, worker: Worker, names: RoutingNames): Words {
  const unit = (id: UnitId | null | undefined, otherwise: string) => (id && names.unit(id)) || otherwise
  const union = (id: UnionId | null | undefined, otherwise: string) => (id && names.union(id)) || otherwise
  const [other] = result.alternatives
  return {
    employed: Boolean(worker.employer),
    employer: unit(worker.employer, '您的单位'),
    userUnit: unit(worker.userUnit, '用工单位'),
    agency: unit(worker.agency, '派遣公司'),
    union: union(result.primary, '现在的工会'),
    from: union(result.transferFrom ?? result.withdrawFrom, '原来的工会'),
    other: other === undefined ? undefined : union(other, '另一个工会'),
    action: result.action,
  }
}

const withoutUnion = ({ employed }: Words) => (employed ? '您的单位没有单独建会' : '您没有固定的单位')
const bySending = ({ agency, userUnit }: Words) => `您由${agency}派遣，在${userUnit}上班。`

/** 每条规则的说明. The rules of the table say why; those of the person's standing say what becomes of the membership. */
const ruleSentence = {
  R01: () => `未满 ${statutory.minAge} 周岁还不能加入工会。`,
  R02: ({ union }) => `您已经是${union}的会员，证件登记过了，不用再次入会。`,
  R03: ({ action, union }) =>
    action === 'REJECT' ? '您已退休，退休后不再办理入会。' : `您已退休，会籍保留在${union}。`,
  R04: () => '您是单位的负责人，能不能入会由上级工会看过再定。',
  R05: ({ union }) => `您在${union}有一份申请正在办理，一个人同时只能有一份申请。`,
  R06: () => '还不知道您在哪里上班，请补上单位或干活的地方。',
  R07: () => '暂时没有找到能接收您的工会，由上级工会为您安排。',
  R08: ({ action, union }) =>
    `原来的工会已经撤销，您也离开了原单位${action === 'RETAIN' ? `，会籍保留在${union}` : ''}。`,
  R09: ({ union, from }) => `单位有了自己的工会，您在${from}的申请改送${union}，提交时间不变。`,
  R10: ({ employer }) => `${employer}有自己的工会，由它组织您入会。`,
  R11: ({ employer }) => `${employer}不是独立法人，由上级单位的工会组织您入会。`,
  R12: ({ employer, action }) =>
    action === 'CHOOSE'
      ? `${employer}列在几个联合工会名下，请选一个加入。`
      : `${employer}没有单独建会，由覆盖它的联合工会组织您入会。`,
  R13: ({ employer }) => `${employer}还没有工会，按隶属关系由上级单位的工会组织您入会。`,
  R15: ({ employer }) => `${employer}还没有工会，您先加入所在地的工会。`,
  R20: (words) => `${bySending(words)}由实际用工的单位组织入会，${words.agency}工会委托管理。`,
  R21: (words) => `${bySending(words)}按本地规定，先加入派遣单位的工会。`,
  R22: (words) => `${bySending(words)}两家单位的工会都可以加入，由您自己选。`,
  R23: (words) => `${bySending(words)}${words.agency}没有工会，您直接加入用工单位的工会。`,
  R24: (words) => `${bySending(words)}${words.userUnit}还没有工会，先由派遣单位的工会组织您入会。`,
  R25: (words) => `${bySending(words)}两家单位都还没有工会，您先加入上班所在地的工会。`,
  R26: ({ employer }) => `您是${employer}的职工，在别的单位干活也由${employer}这边的工会组织您入会。`,
  R27: ({ employer }) => `${employer}还没有工会，您先加入干活所在地的工会。`,
  R30: ({ union, other }) =>
    `您是借调，会籍留在${union}${other === undefined ? '' : `；借调时间已经够长，愿意的话可以转到${other}`}。`,
  R40: ({ employer }) => `${employer}有工会，由它组织您入会。`,
  R41: (words) => `${withoutUnion(words)}，按属地和行业就近加入工会。`,
  R42: (words) => `${withoutUnion(words)}，先加入能接收您的最近的工会。`,
  R50: () => '可以加入干活单位的工会，也可以加入所在地或本行业的工会，由您自己选。',
  R51: () => '您在几家单位干活，加入其中一家的工会，或者所在地、本行业的工会，由您自己选。',
  R52: () => '您干活的单位还没有工会，可以加入所在地或本行业的工会。',
  R60: ({ union }) => `您已经是${union}的会员，不用再办。`,
  R61: ({ union, other }) =>
    `您已经是${union}的会员，会籍可以不动${other === undefined ? '' : `；愿意的话可以转到${other}`}。`,
  R62: ({ union }) => `您在外地已经入会，把会籍接转到${union}就行，不用重新入会。`,
  R63: ({ union, from }) => `您的会籍保留在${from}，${from === union ? '恢复就行' : `恢复后转到${union}`}。`,
  R64: ({ union, from }) => `您现在是${from}的会员，会籍随工作转到${union}。`,
  R65: () => '',
  R99: () => '您的情况需要工会看一下，由上级工会告诉您怎么办。',
} as const satisfies Readonly<Record<RuleId, (words: Words) => string>>

/** 现在该做什么, by action. */
const nextStep: Readonly<Record<RoutingAction, string>> = {
  JOIN: '请写入会申请书，提交后由这个工会审批。',
  CHOOSE: '请选一个工会，再写入会申请书。',
  TRANSFER: '请办理会籍接转，不用重新入会。',
  RESUME_TRANSFER: '请提交恢复会籍的申请，由接收的工会审批。',
  KEEP: '您不用做什么，会籍不变。',
  RETAIN: '您不用做什么，会籍会为您保留。',
  REROUTE: '您不用做什么，申请会自动转过去。',
  BLOCK_DUPLICATE: '请先看那份申请的进度，或撤回它再重新申请。',
  MANUAL_REVIEW: '请提交申请，由上级工会的干部决定归哪个工会。',
  NEED_INFO: '请回到上一步补上。',
  REJECT: '现在不能办理入会。',
}

/** 后续, as the worker reads it. */
const followUpSentence: Readonly<Record<FollowUp, (words: Words) => string>> = {
  TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED: ({ employed }) =>
    `${employed ? '您的单位建立工会后' : '以后您上班的单位有了工会'}，会籍会转过去，到时通知您。`,
  TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED: () => '用工单位或派遣单位建立工会后，会籍会转过去，到时通知您。',
  OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED: () => '用工单位建立工会后，会问您要不要转过去。',
  ENTRUST_AGREEMENT: () => '两家单位的工会之间办理委托（挂靠）管理，您不用做什么。',
  ASSIST_FOUNDING: () => '上级工会会帮助您的单位建立工会。',
  PARENT_UNION_ASSISTS_FOUNDING: () => '上级单位的工会会帮助您的单位建立工会。',
  HOST_UNION_ASSISTS_FOUNDING: () => '您干活的那家单位的工会会帮助您的单位建立工会。',
  FREEZE_MEMBERSHIP: () => '会籍保留期间不交会费，也不参加选举和表决。',
  MERGE_DUPLICATE: () => '如果登记了两条，工会会核对，合并成一条。',
  CHECK_EXTERNAL_CERTIFICATE: () => '请准备好外地的会员证，工会要核对。',
}

/** 提示, as the worker reads it. */
const flagSentence: Readonly<Record<RoutingFlag, string>> = {
  COVERED_TWICE: '您的单位同时列在几个联合工会名下，需要核对。',
  GROUP_UNION_NEEDS_REVIEW: '您的单位属于集团；集团的工会能不能接收您，要由工会核对。',
  HOST_UNION_NEEDS_REVIEW: '您干活的那家单位的工会能不能接收您，要由工会核对。',
  NO_NEW_FORM_UNION: '附近还没有新就业形态联合工会。',
}

function eachOnce<C extends Clause>(clauses: readonly C[]): readonly C[] {
  return clauses.filter(
    (clause, at) =>
      clauses.findIndex((earlier) => earlier.title === clause.title && earlier.quote === clause.quote) === at,
  )
}
