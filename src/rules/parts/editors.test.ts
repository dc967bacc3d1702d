import { changxing, huzhou } from '../../../shared/policy/packs/changxing'
import { jiujiang } from '../../../shared/policy/packs/jiujiang'
import { national } from '../../../shared/policy/packs/national'
import { qingdao } from '../../../shared/policy/packs/qingdao'
import { shandong } from '../../../shared/policy/packs/shandong'
import { policyKeys, policySchemas } from '../../../shared/policy/schemas'
import type { PolicyKey, PolicyValues } from '../../../shared/policy/values'
import { policyEditors } from './editors'
import { policyGroups } from './words'

const packs = [national, shandong, qingdao, huzhou, changxing, jiujiang]
const said = packs.flatMap(({ name, provisions }) =>
  policyKeys.flatMap((key) => (provisions[key] ?? []).map(({ value }) => [name, key, value] as const)),
)

function writtenAndRead<Key extends PolicyKey>(key: Key, value: unknown) {
  const { write, read } = policyEditors[key]
  return policySchemas[key].parse(read(write(policySchemas[key].parse(value))))
}

test.each(said)('what %s says of %s stands in its fields, and is read back as it was', (_, key, value) => {
  expect(writtenAndRead(key, value)).toEqual(value)
})

const more: readonly (readonly [PolicyKey, PolicyValues[PolicyKey]])[] = [
  ['landline', null],
  ['platform', null],
  ['assistants', { park: { min: 1, max: 2 }, township: { min: 0 } }],
  ['termYears', [5]],
  ['rosterUpdate', { everyMonths: 12, inMonths: [1, 12] }],
  ['homeGoal', { kind: 'by-age', years: 3 }],
  ['reviewMostlyCounts', true],
  ['rateTargets', { region: { units: 1, members: 2, rural: 3, cards: 4 }, unit: { cards: 100 } }],
  [
    'subsidies',
    [
      { staffFrom: 1, staffTo: 24, amountFen: 100_050 },
      { staffFrom: 25, staffTo: null, amountFen: 0 },
    ],
  ],
]
test.each(more)('so is what a place may say of %s one day', (key, value) => {
  expect(writtenAndRead(key, value)).toEqual(value)
})

test.each([
  ['words for a number', 'approvalWorkingDays', { value: '七' }],
  ['an optional part that is no number', 'reviewThresholds', { enterprise: '九十' }],
  ['an upper end without a lower', 'assistants', { 'park.max': '3' }],
  ['a bracket that cannot be read', 'subsidies', { value: '25-99 1000\n很多人 2000' }],
  ['brackets that overlap', 'subsidies', { value: '25-99 1000\n50以上 2000' }],
  ['an area code alone', 'landline', { areaCode: '0532' }],
] as const)('refused: %s', (_, key, texts) => {
  expect(policySchemas[key].safeParse(policyEditors[key].read({ texts, chosen: {} })).success).toBe(false)
})

test('every rule stands under one heading', () => {
  expect(policyGroups.flatMap(({ keys }) => keys).sort()).toEqual([...policyKeys].sort())
})
