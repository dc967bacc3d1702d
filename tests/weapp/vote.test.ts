import { casts } from '../../cloudfunctions/_kernel/records/casts'
import { countReviews } from '../../cloudfunctions/clock/reviews/count/count-reviews'
import { publishReviews } from '../../cloudfunctions/clock/reviews/publish/publish-reviews'
import { afterTheEnd, castVotes, putElectors, putPhase } from '../../cloudfunctions/review/counting.fixture'
import { plainUnion } from '../../cloudfunctions/review/review.fixture'
import { reviews, type ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { inOffice } from '../faults/ready'
import { isoTime } from '../../shared/core/time'
import { Grade } from '../../shared/review/kinds'
import { electorOf, reviewIn } from '../reviews'
import { miniStage } from './mini-stage'
import type { MiniPhone } from './phone'

const { openPhone, system } = miniStage()
jest.setTimeout(600_000)

/** Enough that a union’s figures are published by themselves. */
const others = 29

test('a member votes in the built mini-program while the network goes and comes, and finds the one ballot on the board', async () => {
  const union = await plainUnion(system())
  const review = await reviewIn(system(), 'voting', { union })
  await putElectors(system(), review._id, { phone: others })
  await castVotes(system(), review._id, { grades: { satisfied: others } })
  const { as } = await electorOf(system(), review)
  const network = { down: false, losesAnswersOf: '' }
  const member = openPhone(as, { network })

  await member.open(`pages/review/vote/index?review=${review._id}`)
  await member.tap('review-agree')
  network.down = true
  await member.tap('review-receive')
  await member.find('review-problem')
  network.down = false
  network.losesAnswersOf = 'review.receive'
  await member.tap('review-receive')
  await member.find('review-problem')
  network.losesAnswersOf = ''
  await member.tap('review-receive')

  await member.find('grade-satisfied')
  expect(chosenOn(member)).toEqual([])
  await member.tap('review-cast')
  expect((await member.find('grade-error')).textContent).toContain('请选一个')
  await member.tap('grade-satisfied')
  expect(chosenOn(member)).toEqual(['grade-satisfied'])
  await member.tap('review-cast')
  network.losesAnswersOf = 'ballot.cast'
  await member.tap('confirm-yes')
  await member.find('ballot-unanswered')
  network.losesAnswersOf = ''
  network.down = true
  await member.tap('ballot-again')
  await member.find('review-problem')
  network.down = false
  await member.tap('ballot-again')
  await member.find('review-voted')
  expect(await inBox(review)).toBe(others + 1)

  await putPhase(system(), review._id, 'closed')
  await afterTheEnd(system(), review._id)
  await countReviews(system().runtime)
  await publishReviews(system().runtime)
  await member.open(`pages/review/result/index?review=${review._id}`)
  await member.find('result-counted')
  await member.reads('您的选票已计入')
  expect(member.asked).toContain('ballot.board')

  const chair = openPhone((await inOffice(system(), union, 'chair')).as)
  await chair.open(`officer/review-result/index?union=${union}&review=${review._id}`)
  await chair.find('result-figures')
  await chair.reads(`${others + 1} 票 ÷ ${others + 1} 张有效票`)

  const here = `officer/scrutiny/index?union=${union}&review=${review._id}`
  const one = openPhone((await inOffice(system(), union, 'scrutineer')).as)
  await one.open(here)
  await one.tap('scrutiny-ask')
  await one.find('scrutiny-asked')
  const other = openPhone((await inOffice(system(), union, 'scrutineer')).as)
  await other.open(here)
  await other.tap('scrutiny-confirm')
  await other.tap('confirm-yes')
  await other.find('scrutiny-at-desk')
  await one.tap('scrutiny-look')
  await one.find('scrutiny-at-desk')
})

test('a chair announces the review in the built mini-program, with the days as proposed', async () => {
  system().travel(isoTime(Date.now()))
  const union = await plainUnion(system())
  const chair = openPhone((await inOffice(system(), union, 'chair')).as)
  await chair.open(`officer/reviews/index?union=${union}`)
  await chair.tap('reviews-announce')
  await chair.tap('announce-send')
  await chair.tap('confirm-yes')
  await chair.find('reviews-not-listed')
  expect(await system().runtime.store.count(reviews, { index: 'byUnion', equals: { union } })).toBe(1)
})

/** Which of the grades look chosen. */
function chosenOn(phone: MiniPhone): readonly string[] {
  return Grade.options
    .map((grade) => `grade-${grade}`)
    .filter((id) => phone.page().find(id)?.classList.contains('choice-on'))
}

async function inBox({ digest }: ReviewRecord): Promise<number> {
  return system().runtime.ballots.count(casts, { index: 'byReview', equals: { review: digest, envelope: 'ballot' } })
}
