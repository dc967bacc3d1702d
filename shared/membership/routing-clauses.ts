import type { RegionId } from '../core/ids'
import { documents, type DocumentId, type SourceDocument } from '../policy/documents'
import type { RuleId } from './routing-types'

/** 依据: where a rule stands, and its words where the document is at hand. */
export interface Clause {
  /** Document and number, as shown: 青岛市总工会通知 二（一）. */
  readonly title: string
  /** Verbatim. */
  readonly quote?: string
}

/** A clause as the rules cite it, with where its document is in force. */
interface CitedClause extends Clause {
  readonly place?: string
}

function clause(document: DocumentId, number: string, quote?: string): CitedClause {
  const { short, place }: SourceDocument = documents[document]
  return {
    title: `${short} ${number}`.trim(),
    ...(quote === undefined ? {} : { quote }),
    ...(place === undefined ? {} : { place }),
  }
}

/**
 * 在这里有效的依据: what is in force where the work is done. Where only another place has written a rule down, its clause is shown as what it is, a
 * reference (参照). Without a place, all clauses as they are.
 */
export function clausesInForce(cited: readonly CitedClause[], place: readonly RegionId[]): readonly Clause[] {
  const inForce = cited.filter(
    (one) => one.place === undefined || place.length === 0 || place.some((id) => id.startsWith(one.place ?? '')),
  )
  if (inForce.length > 0) return inForce.map(({ place: _, ...shown }) => shown)
  return cited.map(({ place: _, title, ...shown }) => ({ title: `参照${title}`, ...shown }))
}

const dispatched = '按照谁用工、谁组织入会原则，把劳务派遣工、农民工等组织到工会中来'
const withoutAgencyUnion = '对于未建立工会的劳务派遣单位，要吸纳劳务派遣工直接加入用工单位工会'
const entrusted = '对于已建立工会的劳务派遣单位，要通过接受委托、挂靠等方式,强化对劳务派遣工的管理和服务'
const newForm =
  '对尚未建立工会的新就业形态劳动者,按照属地和行业就近原则,向镇街新就业形态联合工会和行业工会联合会提出入会申请,加入镇街新就业形态联合工会和行业工会联合会'
const onceFounded = '用人单位建立工会后,应及时办理会员会籍接转手续'
const flexible =
  '非全日制等形式灵活就业的职工,可以申请加入所在单位工会,也可以申请加入所在地的镇街、开发区 (工业园区)、村 (社区)工会和区域 (行业)工会联合会等，会员会籍由上述工会管理'

const userOrganises = clause('QINGDAO_ORGANISATION', '二（一）', dispatched)
const nobodyTwice = clause('CHANGXING_REGISTRATION', '二（六）', '确保信息详实、准确，避免出现重复、遗漏、错误')
const changesOnRecord = clause(
  'CHANGXING_REGISTRATION',
  '四4',
  '调出、退休、离职等原因减少会员，应及时按照《工会会员会籍管理办法》（总工发〔2016〕35号）的有关规定进行变更并记录相关信息',
)
const movesWithWork = clause(
  'SHANDONG_GRASSROOTS',
  '8',
  '落实会员组织关系随劳动关系流动的规定，畅通会员组织关系接转渠道',
)
const followsWork = clause(
  'MEMBERSHIP_RULES',
  '第三条',
  '会员劳动（工作）关系在哪里，会籍就在哪里，实行一次入会、动态接转',
)
const rightToChoose = clause(
  'CONTRACT_LAW',
  '第六十四条',
  '被派遣劳动者有权在劳务派遣单位或者用工单位依法参加或者组织工会，维护自身的合法权益',
)

/** 每条规则的依据. An empty list is a default of ours: docs/rules/routing.md says why. */
export const clausesOf = {
  R01: [clause('LABOUR_LAW', '第十五条', '禁止用人单位招用未满十六周岁的未成年人')],
  R02: [nobodyTwice],
  R03: [changesOnRecord, clause('MEMBERSHIP_RULES', '')],
  R04: [],
  R05: [nobodyTwice],
  R06: [],
  R07: [],
  R08: [clause('UNION_LAW', '第十三条'), clause('MEMBERSHIP_RULES', '')],
  R09: [clause('QINGDAO_ORGANISATION', '二（二）', onceFounded)],
  R10: [
    clause('QINGDAO_ORGANISATION', '二（一）', '按照谁用工、谁组织入会原则'),
    clause(
      'CHANGXING_REGISTRATION',
      '二（三）1',
      '凡我县机关、企事业单位在职员工，承认工会章程，履行相应义务，均可向所在基层工会组织，在《中华全国总工会入会申请书》签字',
    ),
  ],
  R11: [
    clause(
      'QINGDAO_ORGANISATION',
      '一（四）',
      '在车间班组、经营网点、工程项目、服务窗口、科研团队等实现工会组织和工会工作全覆盖',
    ),
  ],
  R12: [
    clause('CHANGXING_REGISTRATION', '二（一）', '暂不具备单建的采用联合工会的方式予以覆盖'),
    clause('SHANDONG_GRASSROOTS', '4', '25人以下单位一般通过联合基层工会实现组织覆盖'),
  ],
  R13: [
    clause(
      'QINGDAO_ORGANISATION',
      '一（二）',
      '各机关工会按照所在机关党组织领导体系，在做好本级机关工会工作的同时，负责所属单位工会工作',
    ),
    clause(
      'QINGDAO_ORGANISATION',
      '一（三）',
      '各事业单位工会按照所在事业单位党政领导体系，在做好本级事业单位工会工作的同时，领导所属直属事业、企业单位工会工作',
    ),
  ],
  R15: [
    clause(
      'SHANDONG_GRASSROOTS',
      '6',
      '推进村（社区）工会建设，努力实现对不具备单独建会条件的小微企业和零散就业人员的工会组织覆盖',
    ),
    clause('MEMBERSHIP_RULES', ''),
  ],
  R20: [userOrganises, clause('QINGDAO_ORGANISATION', '二（一）', entrusted)],
  R21: [clause('DISPATCH_RULES', '一', '应首先选择参加劳务派遣单位工会')],
  R22: [rightToChoose],
  R23: [clause('QINGDAO_ORGANISATION', '二（一）', withoutAgencyUnion)],
  R24: [clause('QINGDAO_ORGANISATION', '二（一）', entrusted)],
  R25: [userOrganises],
  R26: [clause('QINGDAO_ORGANISATION', '二（一）', '按照谁用工、谁组织入会原则')],
  R27: [clause('QINGDAO_ORGANISATION', '一（四）', '督导、指导、帮助未建会外围配套服务企业建立健全工会组织')],
  R30: [clause('MEMBERSHIP_RULES', '')],
  R40: [clause('QINGDAO_ORGANISATION', '二（二）', newForm)],
  R41: [clause('QINGDAO_ORGANISATION', '二（二）', newForm)],
  R42: [clause('QINGDAO_ORGANISATION', '二（二）', newForm)],
  R50: [clause('QINGDAO_ORGANISATION', '二（二）', flexible)],
  R51: [clause('QINGDAO_ORGANISATION', '二（二）', flexible)],
  R52: [clause('QINGDAO_ORGANISATION', '二（二）', flexible)],
  R60: [nobodyTwice],
  R61: [nobodyTwice],
  R62: [followsWork, movesWithWork],
  R63: [followsWork],
  R64: [followsWork, movesWithWork],
  R65: [],
  R99: [],
} as const satisfies Readonly<Record<RuleId, readonly CitedClause[]>>
