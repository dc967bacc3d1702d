import { memberFacts } from '../../../../shared/home/meetings/meetings.fixture'
import { factsOf, missingText } from './texts'

test('each group of delegates is shown with its share of all delegates', () => {
  const composition = factsOf(memberFacts).find(({ heading }) => heading === '代表构成')
  expect(composition?.text).toBe('女 12 人（26.6%），劳务派遣工 4 人（8.8%），农民工 9 人（20%）')
})

test('how many have to come is the region’s number, and none is named', () => {
  expect(missingText.quorum).not.toContain('三分之二')
})
