import { RegionId, Scene, UnionId, UnitId } from '../../shared/core/ids'
import { IsoDate } from '../../shared/core/time'
import type { Industry } from '../../shared/membership/joining'
import type { OfficerRole } from '../../shared/org/officers'
import { withCheckDigit } from './codes/person-numbers'

/**
 * The hand-placed part of the demo world: places, units, unions and people that stay the same whatever the seed, so that a reader, a
 * visitor and a browser test all find them. Everybody and every firm here is invented.
 */
export const stage = {
  qingdao: RegionId.parse('3702'),
  shinan: RegionId.parse('370202'),
  street: RegionId.parse('370202005'),
  community: RegionId.parse('370202005004'),
  quayCommunity: RegionId.parse('370202005007'),
  changxingCity: RegionId.parse('3305'),
  changxing: RegionId.parse('330522'),
  changxingStreet: RegionId.parse('330522001'),
  changxingCommunity: RegionId.parse('330522001008'),
} as const

/** 工会: the unions that personas meet. */
export const castUnions = {
  qingdao: { id: UnionId.parse('union-qingdao'), name: '青岛市总工会' },
  shinan: { id: UnionId.parse('union-shinan'), name: '市南区总工会' },
  street: { id: UnionId.parse('union-zhongshanlu'), name: '中山路街道总工会' },
  newForm: { id: UnionId.parse('union-zhongshanlu-newform'), name: '中山路街道新就业形态联合工会' },
  delivery: { id: UnionId.parse('union-shinan-delivery'), name: '市南区外卖配送行业工会联合会' },
  community: { id: UnionId.parse('union-zhongshanlu-community'), name: '中山路社区工会联合会' },
  factory: { id: UnionId.parse('union-lanyu'), name: '青岛澜屿海洋装备有限公司工会' },
  agency: { id: UnionId.parse('union-yuefan'), name: '青岛樾帆人力资源有限公司工会' },
  huzhou: { id: UnionId.parse('union-huzhou'), name: '湖州市总工会' },
  changxing: { id: UnionId.parse('union-changxing'), name: '长兴县总工会' },
  changxingStreet: { id: UnionId.parse('union-zhicheng'), name: '雉城街道总工会' },
  battery: { id: UnionId.parse('union-tiaohe'), name: '长兴苕禾电源有限公司工会' },
} as const

/** 单位: the units that personas work for. */
export const castUnits = {
  factory: { id: UnitId.parse('unit-lanyu'), name: '青岛澜屿海洋装备有限公司' },
  agency: { id: UnitId.parse('unit-yuefan'), name: '青岛樾帆人力资源有限公司' },
  agencyWithoutUnion: { id: UnitId.parse('unit-qizhou'), name: '青岛启舟劳务派遣有限公司' },
  deliveryStation: { id: UnitId.parse('unit-zhongshanlu-station'), name: '青岛昱禾配送服务有限公司中山路站' },
  restaurant: { id: UnitId.parse('unit-laojie'), name: '市南区栈桥里面馆' },
  battery: { id: UnitId.parse('unit-tiaohe'), name: '长兴苕禾电源有限公司' },
} as const

/** 邀请码: what the posters’ QR codes carry. */
export const castScenes = {
  newForm: Scene.parse('zhongshanlu-newform'),
  factory: Scene.parse('lanyu-factory'),
  factoryUnion: Scene.parse('lanyu-union'),
  agency: Scene.parse('yuefan-agency'),
  battery: Scene.parse('tiaohe-battery'),
} as const

/** A hand-placed person: what they would type, and what is on file of them. */
export interface CastPerson {
  readonly name: string
  /** A valid 居民身份证 number. */
  readonly number: string
  readonly birth: IsoDate
  readonly sex: 'male' | 'female'
  readonly mobile: string
}

function resident(
  name: string,
  sex: CastPerson['sex'],
  county: string,
  birth: string,
  sequence: string,
  mobile: string,
): CastPerson {
  return {
    name,
    sex,
    birth: IsoDate.parse(birth),
    number: withCheckDigit(`${county}${birth.replaceAll('-', '')}${sequence}`),
    mobile,
  }
}

export const castPeople = {
  rider: resident('陈小路', 'male', '371321', '1996-04-12', '037', '15420260101'),
  dispatched: resident('李文秀', 'female', '370283', '1988-09-03', '042', '15420260102'),
  workshop: resident('王建平', 'male', '370202', '1979-11-25', '051', '15420260103'),
  factoryChair: resident('赵海青', 'male', '370203', '1974-03-18', '015', '15420260104'),
  newFormChair: resident('周玉梅', 'female', '370202', '1982-06-30', '026', '15420260105'),
  streetOfficer: resident('刘明', 'male', '370211', '1985-01-09', '033', '15420260106'),
  cityOfficer: resident('孙静', 'female', '370203', '1980-10-21', '048', '15420260107'),
  batteryChair: resident('沈国良', 'male', '330522', '1971-08-08', '017', '15420260108'),
  batteryWorker: resident('姚晓芳', 'female', '330522', '1993-02-14', '024', '15420260109'),
  /** Left a factory three years ago, the membership is kept (保留): resumes where the work is now (R63). */
  retained: resident('马翔', 'male', '370202', '1990-12-01', '059', '15420260110'),
  /** An active member of the factory’s union with a new WeChat account: known once the phone is verified (R02). */
  known: resident('郑德山', 'male', '370202', '1968-05-20', '071', '15420260111'),
  /** Has an application open at the factory’s union, sent from another account (R05). */
  applying: resident('何雨桐', 'female', '370214', '1999-07-07', '066', '15420260112'),
  /** An active member of the factory’s union whose number somebody else’s application carries (the officers see a duplicate). */
  onFile: resident('高秀兰', 'female', '370205', '1977-04-16', '084', '15420260114'),
  /** An ordinary member of the riders’ union of the district, which holds its yearly review just now. */
  member: resident('吕秋霞', 'female', '370212', '1986-08-17', '068', '15420260115'),
  /** Fifteen years old: nobody may organise them (R01). */
  tooYoung: resident('宋小宝', 'male', '370202', '2012-09-01', '013', '15420260113'),
} as const satisfies Record<string, CastPerson>

export type PersonaKey =
  | 'rider'
  | 'dispatched'
  | 'workshop'
  | 'factory-chair'
  | 'newform-chair'
  | 'street'
  | 'city'
  | 'battery-worker'
  | 'member'
  | 'battery-chair'
  | 'retained'
  | 'known'

export interface Persona {
  readonly key: PersonaKey
  readonly group: '职工' | '工会干部' | '特别的情形'
  readonly title: string
  readonly person: CastPerson
  /** What WeChat would call the account. */
  readonly openid: string
  /** One sentence: who this is. */
  readonly who: string
  readonly tries: readonly string[]
  /** The poster this persona would scan. */
  readonly scene?: Scene
  readonly office?: { readonly union: UnionId; readonly role: OfficerRole }
  readonly work?: { readonly industry?: Industry; readonly region: RegionId }
}

export const personas: readonly Persona[] = [
  {
    key: 'rider',
    group: '职工',
    title: '骑手',
    person: castPeople.rider,
    openid: 'demo-rider',
    who: '陈小路，在中山路社区一带送外卖，没有签劳动合同的单位。',
    tries: ['扫街道的海报，几步就能看到归哪个工会、为什么', '到证件一页故意输错一位，看提示怎么说'],
    scene: castScenes.newForm,
    work: { industry: 'delivery', region: stage.community },
  },
  {
    key: 'dispatched',
    group: '职工',
    title: '派遣工',
    person: castPeople.dispatched,
    openid: 'demo-dispatched',
    who: '李文秀，樾帆人力派到澜屿海洋装备上班，两边都有工会。',
    tries: ['回答“谁给您发工资、在哪儿上班”，看结果怎样说明“谁用工谁组织入会”', '也可以改选派遣单位的工会'],
    scene: castScenes.factory,
  },
  {
    key: 'workshop',
    group: '职工',
    title: '车间工人',
    person: castPeople.workshop,
    openid: 'demo-workshop',
    who: '王建平，澜屿海洋装备的焊工，和公司签的合同。',
    tries: ['扫厂里的海报，三下点到核对页', '中途退出再进来，接着填'],
    scene: castScenes.factory,
  },
  {
    key: 'battery-worker',
    group: '职工',
    title: '长兴的女工（要手写签名）',
    person: castPeople.batteryWorker,
    openid: 'demo-battery-worker',
    who: '姚晓芳，长兴苕禾电源的装配工。长兴要求在申请书上签名。',
    tries: ['扫海报入会，用手指签名'],
    scene: castScenes.battery,
  },
  {
    key: 'member',
    group: '职工',
    title: '在册会员（正在评家）',
    person: castPeople.member,
    openid: 'demo-member',
    who: '吕秋霞，跑外卖六年，市南区外卖配送行业工会联合会的会员。她的工会正在会员评家。',
    tries: ['领选票凭证，投一票', '打开会员证，断了网也能出示'],
  },
  {
    key: 'factory-chair',
    group: '工会干部',
    title: '企业工会主席',
    person: castPeople.factoryChair,
    openid: 'demo-factory-chair',
    who: '赵海青，澜屿海洋装备工会主席，收件箱里有人在等。',
    tries: ['按到期日处理申请：同意、退回、不同意，也可以一批同意', '看花名册，打印邀请海报'],
    office: { union: castUnions.factory.id, role: 'chair' },
  },
  {
    key: 'newform-chair',
    group: '工会干部',
    title: '新就业形态联合工会主席',
    person: castPeople.newFormChair,
    openid: 'demo-newform-chair',
    who: '周玉梅，中山路街道新就业形态联合工会主席，骑手的申请到她这里。',
    tries: ['批准骑手的申请，再换回骑手看结果', '退回一份，写明要改哪里'],
    office: { union: castUnions.newForm.id, role: 'chair' },
  },
  {
    key: 'battery-chair',
    group: '工会干部',
    title: '长兴的企业工会主席',
    person: castPeople.batteryChair,
    openid: 'demo-battery-chair',
    who: '沈国良，长兴苕禾电源工会主席。',
    tries: ['打开申请，看职工的手写签名'],
    office: { union: castUnions.battery.id, role: 'chair' },
  },
  {
    key: 'street',
    group: '工会干部',
    title: '街道总工会',
    person: castPeople.streetOfficer,
    openid: 'demo-street',
    who: '刘明，中山路街道总工会副主席，管着街道里的各家工会。',
    tries: ['给说“这不对”的申请定一个工会', '看下级工会报上来的入会申请书'],
    office: { union: castUnions.street.id, role: 'deputy' },
  },
  {
    key: 'city',
    group: '工会干部',
    title: '市总工会',
    person: castPeople.cityOfficer,
    openid: 'demo-city',
    who: '孙静，青岛市总工会副主席。',
    tries: ['处理跨区的异议'],
    office: { union: castUnions.qingdao.id, role: 'deputy' },
  },
  {
    key: 'retained',
    group: '特别的情形',
    title: '会籍保留的老会员',
    person: castPeople.retained,
    openid: 'demo-retained',
    who: '马翔，三年前离厂，会籍一直保留，如今在中山路送外卖。',
    tries: ['先验证手机号再入会：会籍接着算，不用重新入'],
    scene: castScenes.newForm,
    work: { industry: 'delivery', region: stage.community },
  },
  {
    key: 'known',
    group: '特别的情形',
    title: '换了微信的老会员',
    person: castPeople.known,
    openid: 'demo-known',
    who: '郑德山，早就是澜屿海洋装备工会的会员，换了手机和微信。',
    tries: ['不验证手机号就入会，看系统不会说出他是会员', '验证手机号后再看'],
    scene: castScenes.factory,
  },
]
