import { RegionId } from '../core/ids'
import { IsoDate } from '../core/time'
import { documents } from './documents'
import { changxing } from './packs/changxing'
import { national } from './packs/national'
import { qingdao } from './packs/qingdao'
import { shandong } from './packs/shandong'
import { resolveAmong, resolvePolicy } from './resolve'
import type { PolicyKey, PolicyPack, PolicyValues } from './values'

const day = (text: string) => IsoDate.parse(text)
const path = (...ids: string[]) => ids.map((id) => RegionId.parse(id))
const today = day('2026-11-20')

const village = {
  qingdao: path('370202001001', '370202001', '370202', '3702'),
  linyi: path('371302001001', '371302001', '371302', '3713'),
  jiujiang: path('360402001', '360402', '3604'),
  changxing: path('330522100', '330522', '3305'),
  elsewhere: path('110101001', '110101', '1101'),
}

describe('the policy of a place', () => {
  test.each<[keyof typeof village, PolicyKey, unknown, string, string]>([
    ['qingdao', 'dispatch', 'USER_FIRST', '3702', '青岛市总工会通知 二（一）'],
    ['qingdao', 'newFormPrimary', 'TERRITORY', '3702', '青岛市总工会通知 二（二）'],
    ['qingdao', 'letterConsent', 'tick', '3702', '青岛市总工会通知 二（三）'],
    ['qingdao', 'platform', '齐鲁工惠', '3702', '青岛市总工会通知 二（三）'],
    ['qingdao', 'ownCommitteeAt', 25, '37', '鲁会〔2014〕79号 4'],
    ['qingdao', 'jointUnionMaxUnits', 50, '37', '鲁会〔2014〕79号 6'],
    ['qingdao', 'fullTimeChairAt', 200, '37', '鲁会〔2014〕79号 7'],
    ['qingdao', 'approvalWorkingDays', 15, 'CN', '系统默认 文件未规定期限'],
    ['qingdao', 'dissolvedRetain', 'RESIDENCE', 'CN', '工会会员会籍管理办法 会籍保留'],
    ['qingdao', 'minAge', 16, 'CN', '劳动法 第十五条'],
    ['qingdao', 'secondmentMonths', 6, 'CN', '工会会员会籍管理办法 第十四条'],
    ['linyi', 'womenCommittee', { basis: 'members', at: 10 }, '37', '鲁会〔2014〕79号 4'],
    ['linyi', 'letterConsent', 'tick', 'CN', '系统默认 网上申请，勾选同意'],
    ['jiujiang', 'womenCommittee', { basis: 'staff', at: 25 }, '3604', '九江市“六有六规范”方案 附件 组织机构3'],
    ['jiujiang', 'reviewForm', 'written', '3604', '九江市“六有六规范”方案 附件 工作绩效2'],
    ['jiujiang', 'homeGoal', { kind: 'by-age', years: 5 }, '3604', '九江市“六有六规范”方案 二'],
    ['changxing', 'letterConsent', 'signature', '330522', '长兴县总工会通知 二（三）1'],
    ['changxing', 'rosterUpdate', { everyMonths: 6, inMonths: [1, 7] }, '330522', '长兴县总工会通知 三4'],
    ['changxing', 'dispatch', 'USER_FIRST', 'CN', '系统默认 谁用工、谁组织入会；派遣单位工会仍可选择'],
    ['elsewhere', 'reviewThresholds', {}, 'CN', '系统默认 由地区规定'],
    ['qingdao', 'reviewMostlyCounts', false, 'CN', '系统默认 满意率只计“满意”，另列“满意＋基本满意”'],
    [
      'jiujiang',
      'reviewParticipation',
      { numerator: 2, denominator: 3 },
      'CN',
      '系统默认 采用总工发〔2019〕6号到会三分之二',
    ],
    ['elsewhere', 'reviewSmallGroup', 20, 'CN', '系统默认 少于 20 张有效票合并公布，避免推知个人选择'],
    ['elsewhere', 'reviewRectification', false, 'CN', '系统默认 由地区规定'],
    ['elsewhere', 'relativesExcludedAt', 0, 'CN', '工会法 第十条'],
  ])('%s, %s', (place, key, value, region, source) => {
    const policy = resolvePolicy(village[place], today)
    expect(policy.values[key]).toEqual(value)
    const from = policy.provenance.get(key)
    expect(from?.region).toBe(region)
    expect(from && `${documents[from.source].short} ${from.clause}`).toBe(source)
  })

  test('the letter: Changxing keeps its text of 2018, everybody else has the later one', () => {
    expect(resolvePolicy(village.changxing, today).values.letter.text).toContain('富强、民主、文明的社会主义国家')
    expect(resolvePolicy(village.qingdao, today).values.letter.text).toContain(
      '富强、民主、文明和谐的社会主义现代化国家',
    )
    expect(resolvePolicy(village.changxing, today).values.letter.version).not.toBe(
      resolvePolicy(village.qingdao, today).values.letter.version,
    )
  })

  test('the roster has the columns of annex 3 in their printed order', () => {
    expect(resolvePolicy(village.changxing, today).values.rosterColumns.join(' ')).toBe(
      '序号 姓名 性别 身份证号码 国籍 学历 手机号码 户籍类型 所属单位 就业状况 担任工会职务',
    )
  })

  test('the subsidy of Changxing: 50 staff get the larger amount', () => {
    const subsidyFor = (staff: number) =>
      resolvePolicy(village.changxing, today).values.subsidies.find(
        ({ staffFrom, staffTo }) => staffFrom <= staff && (staffTo === null || staff <= staffTo),
      )?.amountFen
    expect([1, 49, 50, 500, 501, 9000].map(subsidyFor)).toEqual([60_000, 60_000, 100_000, 100_000, 200_000, 200_000])
  })

  test('every value says where it comes from', () => {
    const { values, provenance } = resolvePolicy(village.qingdao, today)
    expect([...provenance.keys()].sort()).toEqual(Object.keys(values).sort())
  })
})

describe('which regions have a say', () => {
  test.each<[string, RegionId[], string]>([
    ['a village of Qingdao: city, province, nation', village.qingdao, '3702@2021-01-01+37@2014-12-08+CN@2022-01-01'],
    ['Linyi passed the provincial paper on', village.linyi, '37@2014-12-08+CN@2022-01-01'],
    ['Changxing; Huzhou has no value of its own', village.changxing, '330522@2018-04-11+CN@2022-01-01'],
    ['a city without a pack', village.elsewhere, 'CN@2022-01-01'],
    ['no place at all', [], 'CN@2022-01-01'],
    ['a code alone stands for everything above it', path('370202001'), '3702@2021-01-01+37@2014-12-08+CN@2022-01-01'],
    ['an id that is no code', path('somewhere'), 'CN@2022-01-01'],
  ])('%s', (_title, place, version) => {
    expect(resolvePolicy(place, today).version).toBe(version)
  })
})

describe('time', () => {
  test.each([
    ['before Changxing’s notice', '2018-04-10', 'tick', 'CN@2016-12-12'],
    ['on its day', '2018-04-11', 'signature', '330522@2018-04-11+CN@2016-12-12'],
    ['before the law of 2022, which the version tells', '2021-12-31', 'signature', '330522@2018-04-11+CN@2019-01-15'],
  ])('%s', (_title, on, consent, version) => {
    const policy = resolvePolicy(village.changxing, day(on))
    expect(policy.values.letterConsent).toBe(consent)
    expect(policy.version).toBe(version)
  })

  const provision = <Value>(value: Value, effectiveFrom: string, effectiveTo?: string) => ({
    value,
    effectiveFrom: day(effectiveFrom),
    ...(effectiveTo === undefined ? {} : { effectiveTo: day(effectiveTo) }),
    source: 'DEFAULT' as const,
    clause: '试行',
  })
  const trial: PolicyPack = {
    region: RegionId.parse('370202'),
    name: '试行区',
    provisions: {
      approvalWorkingDays: [
        provision(5, '2026-01-01', '2026-06-30'),
        provision(7, '2026-03-01', '2026-03-31'),
        provision(10, '2027-01-01'),
      ],
    },
  }
  test.each<[string, PolicyValues['approvalWorkingDays']]>([
    ['2025-12-31', 15],
    ['2026-01-01', 5],
    ['2026-03-01', 7],
    ['2026-03-31', 7],
    ['2026-04-01', 5],
    ['2026-06-30', 5],
    ['2026-07-01', 15],
    ['2027-01-01', 10],
  ])('on %s the latest provision in force of the nearest region gives %i working days', (on, days) => {
    expect(
      resolveAmong([trial, shandong, qingdao], national, village.qingdao, day(on)).values.approvalWorkingDays,
    ).toBe(days)
  })
})

test('a change of consent form in one region leaves the others alone', () => {
  expect(resolveAmong([changxing], national, village.qingdao, today).values.letterConsent).toBe('tick')
})
