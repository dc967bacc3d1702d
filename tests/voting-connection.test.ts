import fc from 'fast-check'
import type { ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import type { Grade } from '../shared/review/kinds'
import { ballotsIn } from '../shared/review/kinds'
import { electorOf, reviewIn } from './reviews'
import { openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf, type Fate } from './voting-phone'
import { castsOf, counted } from './voting-casts'

let system: TestSystem
let review: ReviewRecord
beforeAll(async () => {
  system = await openTestSystem()
  review = await reviewIn(system, 'voting')
}, 600_000)
afterAll(() => system.close())

describe('a connection that is cut', () => {
  /** Taps until each step has come to its end, as people do. */
  async function insist(fates: readonly Fate[], tapsAgain: readonly Grade[]) {
    const { as } = await electorOf(system, review)
    const left = [...fates]
    const phone = phoneOf(system, as, () => left.shift() ?? 'arrives')
    const before = (await castsOf(system, review)).length
    for (let tap = 0; wordOf(await phone.receive(review._id)) !== 'received'; tap++) expect(tap).toBeLessThan(30)
    for (let tap = 0; ; tap++) {
      expect(tap).toBeLessThan(30)
      const word = wordOf(await phone.castBallot(review._id, tapsAgain[tap] ?? 'satisfied'))
      if (word === 'taken') break
      expect(word).toBe('offline')
    }
    for (const grade of tapsAgain) expect(wordOf(await phone.castBallot(review._id, grade))).toBe('taken')
    expect((await castsOf(system, review)).length).toBe(before + 1)
    return phone
  }

  /** The announcement and its digest, the receipt; the same two and the cast. */
  const cuts = [0, 1, 2, 3, 4, 5].flatMap((at) =>
    (['request lost', 'answer lost'] as const).map((fate) => [at, fate] as const),
  )
  test.each(cuts)('at message %i (%s) costs a repeat and no vote', async (at, fate) => {
    await insist([...Array.from({ length: at }, (): Fate => 'arrives'), fate], ['mostly', 'dissatisfied'])
  })

  test('anywhere, again and again, ends with one vote that counts', async () => {
    const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'request lost', 'answer lost')
    const grade = fc.constantFrom<Grade>('satisfied', 'mostly', 'dissatisfied')
    const cutAnywhere = fc.asyncProperty(
      fc.array(fate, { maxLength: 16 }),
      fc.array(grade, { minLength: 1, maxLength: 3 }),
      async (fates, grades) => void (await insist(fates, grades)),
    )
    await fc.assert(cutAnywhere, { numRuns: 20 })
    const tally = await counted(system, review)
    expect(ballotsIn(tally.grades)).toBe((await castsOf(system, review)).length)
    expect(new Set(Object.values(tally.rejected))).toEqual(new Set([0]))
  }, 600_000)

  test('leaves nothing on the phone, once taken, that could prove the choice', async () => {
    const phone = await insist([], ['satisfied'])
    const kept = await phone.kept(review._id)
    expect(kept?.stage === 'received' ? Object.keys(kept.papers.ballot).sort() : []).toEqual(['at', 'id'])
  })
})
