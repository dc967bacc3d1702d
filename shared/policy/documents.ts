/** 文件: what rules and policies are taken from. `seed` documents are quoted word for word; the others are cited (REQUIREMENTS D says how well each is known). */
export interface SourceDocument {
  /** As it is shown beside a decision. */
  readonly short: string
  readonly title: string
  readonly level: 'law' | 'national' | 'province' | 'city' | 'county' | 'default'
  /** Where a local document is in force: what region ids begin with there (GB/T 2260). Absent where it is in force everywhere. */
  readonly place?: string
  /** As printed; absent where the document carries no date. */
  readonly date?: string
}

export const documents = {
  QINGDAO_ORGANISATION: {
    short: '青岛市总工会通知',
    title: '青岛市总工会关于进一步健全基层工会组织体系规范会员会籍管理和民主管理工作制度的通知',
    level: 'city',
    place: '3702',
  },
  QINGDAO_HOME: {
    short: '青岛市总工会“双争”通知',
    title: '青岛市总工会关于深入开展“双争”活动加强职工之家阵地规范化建设的通知',
    level: 'city',
    place: '3702',
  },
  JIUJIANG_STANDARDS: {
    short: '九江市“六有六规范”方案',
    title: '九江市总工会《全市推进基层工会组织“六有六规范”建设工作方案》',
    level: 'city',
    place: '3604',
    date: '2022-05-20',
  },
  CHANGXING_REGISTRATION: {
    short: '长兴县总工会通知',
    title: '长兴县总工会关于推进基层工会组织和工会会员实名制管理工作的通知（长总工〔2018〕12号）',
    level: 'county',
    place: '330522',
    date: '2018-04-11',
  },
  SHANDONG_GRASSROOTS: {
    short: '鲁会〔2014〕79号',
    title: '山东省总工会关于新形势下加强基层工会建设的实施意见（鲁会〔2014〕79号）',
    level: 'province',
    place: '37',
    date: '2014-12-08',
  },
  LINYI_FORWARD: {
    short: '临会办〔2014〕99号',
    title: '临沂市总工会办公室转发鲁会〔2014〕79号的通知（临会办〔2014〕99号）',
    level: 'city',
    place: '3713',
    date: '2014-12-26',
  },
  MEMBERSHIP_RULES: {
    short: '工会会员会籍管理办法',
    title: '《工会会员会籍管理办法》（总工发〔2016〕35号）',
    level: 'national',
    date: '2016-12-12',
  },
  DISPATCH_RULES: {
    short: '总工发〔2009〕21号',
    title: '中华全国总工会关于组织劳务派遣工加入工会的规定（总工发〔2009〕21号）',
    level: 'national',
  },
  PUBLISHED_LETTER: {
    short: '入会申请书通行文本',
    title: '中华全国总工会入会申请书（公开发布的通行文本）',
    level: 'national',
  },
  CONGRESS_RULES: {
    short: '总工发〔2019〕6号',
    title: '《基层工会会员代表大会条例》（总工发〔2019〕6号）',
    level: 'national',
  },
  DEMOCRACY_RULES: {
    short: '企业民主管理规定',
    title: '《企业民主管理规定》（总工发〔2012〕12号）',
    level: 'national',
    date: '2012-02-13',
  },
  COMPANY_LAW: { short: '公司法', title: '《中华人民共和国公司法》（2023 年修订）', level: 'law' },
  WOMEN_RULES: { short: '工会女职工委员会工作条例', title: '《工会女职工委员会工作条例》', level: 'national' },
  UNION_LAW: { short: '工会法', title: '《中华人民共和国工会法》（2021 年修正）', level: 'law' },
  LABOUR_LAW: { short: '劳动法', title: '《中华人民共和国劳动法》', level: 'law' },
  CONTRACT_LAW: { short: '劳动合同法', title: '《中华人民共和国劳动合同法》', level: 'law' },
  /** Adopted in this system by the general union of a place; its clause names the document. */
  ADOPTED: { short: '本地工会规定', title: '本地总工会在本系统公布的规定', level: 'city' },
  /** Our own choice where no document speaks; every use is listed in docs/rules/. */
  DEFAULT: { short: '系统默认', title: '文件未作规定，采用系统默认', level: 'default' },
} as const satisfies Readonly<Record<string, SourceDocument>>

export type DocumentId = keyof typeof documents
