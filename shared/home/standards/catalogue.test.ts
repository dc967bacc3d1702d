import { itemsFor, standardsFor } from './applies'
import { catalogue, textOf } from './catalogue'
import written from './home-standards.json'
import { standardKeys } from './keys'
import { isJudgedFromRecords, mayBeAsked, metricsFromAnswer, metricsFromBoth, metricsFromRecords } from './metric-names'
import { inOrder, regionInOrder, rulesOf, today } from './standards.fixture'
import { questionsIn, standingOf } from './standing'

interface Listed {
  readonly id: string
  readonly metrics: readonly { readonly id: string; readonly value: unknown }[]
}
const ofCategories: readonly (Listed & { readonly assessment: string })[] = written.items
const norms: readonly { readonly items: readonly Listed[] }[] = written.sixNorms.items
const listed: readonly Listed[] = [...ofCategories, ...norms.flatMap(({ items }) => items)]
const metricsWritten = listed.flatMap(({ metrics }) => metrics)

describe('条目', () => {
  test.each([
    ['six-have', 6],
    ['eight-have', 8],
    // One of 23 is left out: 企业工会…可以配备专职工作人员.
    ['six-norms', 22],
    ['ENT', 31],
    ['PUB', 26],
    ['REG', 25],
  ] as const)('%s has %d', (standard, many) => {
    const counted = catalogue.filter((item) => item.standard === standard).length
    expect(counted).toBe(many)
  })

  test('each has one id, and text in every document’s words', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
    expect(catalogue.map((item) => textOf(item, 'QINGDAO_HOME')).filter((text) => text.length < 4)).toEqual([])
  })

  test('六有 3 and 八有 2 read as the region’s document has them', () => {
    const text = (id: string, document: 'QINGDAO_HOME' | 'JIUJIANG_STANDARDS') =>
      catalogue.filter((item) => item.id === id).map((item) => textOf(item, document))[0]
    expect(text('6Y-3', 'QINGDAO_HOME')).toBe('有服务职工的活动载体场所')
    expect(text('6Y-3', 'JIUJIANG_STANDARDS')).toContain('有服务职工的活动载体，')
    expect(text('8Y-2', 'QINGDAO_HOME')).toBe('有统一标识')
    expect(text('8Y-2', 'JIUJIANG_STANDARDS')).toBe('有规范标识')
  })

  test('every list is one that is told apart', () =>
    expect(new Set(catalogue.map(({ standard }) => standard))).toEqual(new Set(standardKeys)))
})

describe('指标', () => {
  const ours = ['elected_chair', 'affairs_disclosed', 'democratic_management']
  test('every metric that a document names is known, and every known one but ours is named', () => {
    const known = [...metricsFromRecords, ...metricsFromBoth, ...metricsFromAnswer].filter(
      (name) => !ours.includes(name),
    )
    expect(new Set(metricsWritten.map(({ id }) => id))).toEqual(new Set(known))
  })

  test('what is “auto” in the list is judged from records', () => {
    const auto = ofCategories.filter(({ assessment }) => assessment === 'auto').flatMap(({ metrics }) => metrics)
    const asked = auto.map(({ id }) => catalogueMetric(id)).filter((name) => !isJudgedFromRecords(name))
    expect(asked).toEqual([])
  })

  test.each([
    ['3702', 'satisfaction_rate', (values: Values) => values.reviewThresholds.enterprise, 'QD-ENT-SAT-01'],
    ['3702', 'satisfaction_rate', (values: Values) => values.reviewThresholds.publicInstitution, 'QD-PUB-SAT-01'],
    ['3702', 'sample_satisfaction_rate', (values: Values) => values.reviewThresholds.regionalSample, 'QD-REG-SAT-01'],
    ['3702', 'staff_satisfaction_rate', (values: Values) => values.reviewThresholds.regionalStaff, 'QD-REG-SAT-02'],
    ['3702', 'member_join_rate', (values: Values) => values.rateTargets.unit.members, 'QD-ENT-ORG-06'],
    ['3702', 'member_join_rate', (values: Values) => values.rateTargets.region.members, 'QD-REG-ORG-02'],
    ['3702', 'migrant_join_rate', (values: Values) => values.rateTargets.region.rural, 'QD-REG-ORG-02'],
    ['3702', 'unionisation_rate', (values: Values) => values.rateTargets.region.units, 'QD-REG-ORG-02'],
    ['3702', 'collective_contract_rate', (values: Values) => values.contractTarget, 'QD-REG-SYS-05'],
    ['3702', 'archive_update_interval', (values: Values) => values.rosterUpdate.everyMonths, 'QD-ENT-SYS-02'],
    ['3604', 'committee_required_members', (values: Values) => values.ownCommitteeAt, 'JJ-6G-2-1'],
    ['3604', 'women_committee_threshold', (values: Values) => values.womenCommittee.at, 'JJ-6G-2-3'],
    ['3604', 'congress_term', (values: Values) => values.termYears, 'JJ-6G-4-1'],
    ['3604', 'congress_per_year', ({ congressPerYear: { min, max } }: Values) => [min, max], 'JJ-6G-4-1'],
    ['3604', 'park_assistants', (values: Values) => values.assistants.park?.min, 'JJ-6G-1-3'],
    ['3604', 'archive_update_interval', (values: Values) => values.rosterUpdate.everyMonths, 'JJ-6G-5-2'],
    ['3604', 'review_form', (values: Values) => values.reviewForm, 'JJ-6G-6-2'],
  ] as const)('the policy of %s says of %s what the item says', (region, name, valueOf, item) => {
    const metrics = listed.find(({ id }) => id === item)?.metrics ?? []
    expect(valueOf(rulesOf(region))).toEqual(metrics.find(({ id }) => id === name)?.value)
  })
})

type Values = ReturnType<typeof rulesOf>

function catalogueMetric(id: string) {
  const name = [...metricsFromRecords, ...metricsFromBoth, ...metricsFromAnswer].find((one) => one === id)
  if (name === undefined) throw new Error(`${id} is no metric`)
  return name
}

describe('一件事只问一次', () => {
  const subjects = [inOrder, regionInOrder, { ...inOrder, subject: { ...inOrder.subject, unitKind: '机关' as const } }]
  const everywhere = subjects.flatMap((facts) =>
    (['3702', '3604', '37'] as const).map((region) => ({ facts, rules: rulesOf(region), region })),
  )

  test('an item whose metrics records can tell asks for nothing, whatever stands on file', () => {
    const blank = {
      ...inOrder,
      committees: [],
      groups: 0,
      reviews: [],
      memberCongress: { heldOn: [] },
      staffCongress: { heldOn: [] },
    }
    for (const { facts, rules } of [
      ...everywhere,
      ...everywhere.map((one) => ({ ...one, facts: { ...blank, subject: one.facts.subject } })),
    ]) {
      const applies = standardsFor(facts.subject, rules, today)
      for (const { item, questions } of standingOf(itemsFor(facts.subject, applies), facts, rules, today)) {
        const askable = item.metrics.length === 0 ? [item.id] : item.metrics.filter(mayBeAsked)
        expect(askable).toEqual(expect.arrayContaining([...questions]))
      }
    }
  })

  test('a question that several items rest on is asked once', () => {
    const rules = rulesOf('3702')
    const applies = standardsFor(inOrder.subject, rules, today)
    const standings = standingOf(itemsFor(inOrder.subject, applies), inOrder, rules, today)
    const venue = standings.filter(({ questions }) => questions.includes('activity_venue')).map(({ item }) => item.id)
    expect(venue).toEqual(['6Y-3', '8Y-1', 'QD-ENT-INF-02'])
    expect(questionsIn(standings).filter((question) => question === 'activity_venue')).toHaveLength(1)
  })
})
