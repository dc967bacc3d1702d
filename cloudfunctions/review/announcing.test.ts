import { castUnions } from '../../local/demo/personas'
import { fromBase64url } from '../../shared/core/base64url'
import { daysAfter } from '../../shared/core/calendar'
import { announcementDigest } from '../../shared/review/announcement'
import { reviewKeys, reviews } from '../_kernel/records/reviews'
import { auditEntries } from '../_kernel/records/upkeep'
import { announcementOf } from '../_kernel/review/announcement'
import { signingSecrets, tallyKeyOf } from '../_kernel/review/keys'
import { blindSigner } from '../_kernel/review/blind-signer'
import { stockKeys } from '../clock/reviews/stock-keys'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../tests/system'
import { newUnion } from '../membership/events/events.fixture'
import { announced, usualDays } from './review.fixture'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const announce = (change: object = {}) => {
  const days = { ...usualDays(system), ...change }
  return system.ask(chair, 'review', 'announceReview', { union, kind: 'members', days })
}

describe('announcing a review', () => {
  test.each([
    ['a cut-off that is over', { cutoff: '2026-11-17' }],
    ['receiving before the list has lain open', { receivingOn: '2026-11-19' }],
    ['voting on the day of receiving', { votingOn: '2026-11-20' }],
    ['an end before its beginning', { lastDay: '2026-11-26' }],
    ['more than a month of voting', { lastDay: '2028-11-18' }],
    [
      'years ahead, under the rules of today',
      { cutoff: '2031-03-01', receivingOn: '2031-03-05', votingOn: '2031-03-10', lastDay: '2031-03-20' },
    ],
    ['voting years after its cut-off', { receivingOn: '2031-03-05', votingOn: '2031-03-10', lastDay: '2031-03-20' }],
    [
      'the last days that can be written',
      { cutoff: '9999-12-01', receivingOn: '9999-12-05', votingOn: '9999-12-10', lastDay: '9999-12-31' },
    ],
  ])('is refused for %s', async (_, change) => {
    expect(codeOf(await announce(change))).toBe('REVIEW_PERIODS_INVALID')
  })

  test('takes keys from the stock, shows their digest to anybody, and happens once a year', async () => {
    await stockKeys(system.runtime)
    expect(await system.runtime.store.count(reviewKeys, { index: 'byUse', equals: { review: undefined } })).toBe(2)
    const { review } = granted(await announce())
    expect(await system.runtime.store.count(reviewKeys, { index: 'byUse', equals: { review: undefined } })).toBe(1)
    const shown = granted(await system.ask(undefined, 'review', 'announcedReview', { review }))
    expect(shown).toMatchObject({
      unionName: castUnions.factory.name,
      phase: 'announced',
      form: 'mixed',
      receivingFrom: '2026-11-19T16:00:00.000Z',
      votingFrom: '2026-11-26T16:00:00.000Z',
      votingUntil: '2026-12-03T16:00:00.000Z',
    })
    const record = await system.runtime.store.get(reviews, review)
    const keys = await system.runtime.store.get(reviewKeys, record?.keys ?? '')
    if (record === undefined || keys === undefined) throw new Error('there is no review')
    expect(fromBase64url(shown.digest)).toEqual(announcementDigest(announcementOf(record, keys)))
    const secrets = signingSecrets(keys, system.runtime)
    expect(blindSigner(secrets?.ballot ?? new Uint8Array()).publicKey).toEqual(fromBase64url(keys.ballotKey))
    expect(tallyKeyOf(keys, system.runtime).publicKey).toEqual(fromBase64url(keys.tallyKey))
    expect(codeOf(await announce())).toBe('REVIEW_THIS_YEAR')
    const entries = await system.runtime.store.find(auditEntries, { index: 'bySubject', equals: { subject: review } })
    expect(entries.documents).toMatchObject([{ action: 'review.announce', digest: shown.digest }])
    const { reviews: listed } = granted(await system.ask(chair, 'review', 'reviews', { union }))
    expect(listed.map((row) => row.review)).toEqual([review])
  })

  test('two who announce it at once announce one, under one set of keys', async () => {
    const days = usualDays(system)
    const next = { ...days, votingOn: daysAfter(days.votingOn, 60), lastDay: daysAfter(days.lastDay, 60) }
    const input = { union, kind: 'members', days: next }
    const both = await Promise.all([1, 2].map(() => system.ask(chair, 'review', 'announceReview', input)))
    expect(both.map(codeOf).sort()).toEqual(['OK', 'REVIEW_THIS_YEAR'])
  })

  test('many unions at once, with a stock that is too small, each get keys of their own', async () => {
    await stockKeys(system.runtime)
    const those = await Promise.all([1, 2, 3, 4].map(() => newUnion(system)))
    const all = await Promise.all(those.map(({ union }) => announced(system, union, 'demo-street')))
    const keys = await Promise.all(all.map(async (review) => (await system.runtime.store.get(reviews, review))?.keys))
    expect(new Set(keys).size).toBe(4)
  })
})
