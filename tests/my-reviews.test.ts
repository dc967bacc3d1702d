import { electors, reviews } from '../cloudfunctions/_kernel/records/reviews'
import { surveyCodes } from '../cloudfunctions/_kernel/records/survey-codes'
import { boardOf, putBoard } from '../cloudfunctions/_kernel/review/board'
import { fromBase64url } from '../shared/core/base64url'
import { inOrder } from '../shared/core/bytes'
import { succeed } from '../shared/core/outcome'
import { castId } from '../shared/review/cast'
import { merkleRoot } from '../shared/review/merkle'
import { casts } from '../cloudfunctions/_kernel/records/casts'
import { joinedMember } from './members'
import { electorOf, moveTo, reviewIn, slipOf } from './reviews'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf, type Fate } from './voting-phone'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

describe('我的评家', () => {
  const mine = async (as: string) => granted(await system.ask(as, 'review', 'myReviews', {})).reviews

  test('says of each review what part I have in it, the newest first, and whether a token was received in my name', async () => {
    const { as, person } = await joinedMember(system)
    const [voting, announced] = [await reviewIn(system, 'voting'), await reviewIn(system, 'announced')]
    const { electors: _, ...unlisted } = announced
    await system.runtime.store.transact((tx) => tx.put(reviews, unlisted))
    expect((await mine(as)).map(({ review, mine: part }) => [review, part])).toEqual([
      [announced._id, { kind: 'not-listed-yet' }],
      [voting._id, { kind: 'excluded', because: 'not-listed' }],
    ])
    const elector = { _id: `${voting._id}:${person}`, review: voting._id, person, standing: 'elector' } as const
    await system.runtime.store.insert(electors, elector)
    const partNow = async () => (await mine(as)).find(({ review }) => review === voting._id)?.mine
    expect(await partNow()).toEqual({ kind: 'elector', received: false })
    await phoneOf(system, as).receive(voting._id)
    expect(await partNow()).toEqual({ kind: 'elector', channel: 'phone', received: true })
    await moveTo(system, voting, 'published')
    const row = (await mine(as)).find(({ review }) => review === voting._id)
    expect(row).toMatchObject({ result: true, phase: 'published' })
  })

  test('shows reviews of a union that I have left, no staff survey, and no sample that I was not drawn for', async () => {
    const [members, sample] = [await reviewIn(system, 'voting'), await reviewIn(system, 'voting', { kind: 'sample' })]
    const drawn = await electorOf(system, sample)
    const elsewhere = await electorOf(system, members, { paperOnly: 'no-account' })
    await reviewIn(system, 'voting', { kind: 'staff' })
    expect((await mine(drawn.as)).map(({ review }) => review)).toEqual([sample._id])
    expect((await mine(elsewhere.as)).map(({ mine: part }) => part)).toEqual([
      { kind: 'elector', paperOnly: 'no-account', received: false },
    ])
    const { as } = await joinedMember(system)
    expect((await mine(as)).map(({ kind }) => kind)).toEqual(expect.not.arrayContaining(['staff', 'sample']))
  })

  test('is empty for somebody who is nobody on file', async () => {
    expect(await mine(system.newcomer())).toEqual([])
  })
})

describe('a slip of a staff survey', () => {
  test('buys one token, however it is typed, from nobody; the same phone is answered again', async () => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const { code, id } = await slipOf(system, survey)
    const typed = code.toLowerCase().replace(/-/g, ' ')
    const phone = phoneOf(system, undefined)
    expect(wordOf(await phone.receive(survey._id, typed))).toBe('received')
    expect(wordOf(await phoneOf(system, undefined).receive(survey._id, code))).toBe('SURVEY_CODE_USED')
    expect(wordOf(await phone.castBallot(survey._id, 'satisfied', code))).toBe('taken')
    const slip = await system.runtime.store.get(surveyCodes, id)
    expect(Object.keys(slip ?? {}).sort()).toEqual(['_id', 'blinded', 'review', 'signed', 'state'])
  })

  test('on a borrowed phone that has voted by another one is a vote of its own', async () => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const slips = [await slipOf(system, survey), await slipOf(system, survey)]
    const phone = phoneOf(system, undefined)
    for (const { code, id } of slips) {
      expect(wordOf(await phone.castBallot(survey._id, 'satisfied', code))).toBe('no-token')
      expect(wordOf(await phone.receive(survey._id, code))).toBe('received')
      expect(wordOf(await phone.castBallot(survey._id, 'satisfied', code))).toBe('taken')
      expect((await system.runtime.store.get(surveyCodes, id))?.state).toBe('used')
    }
    const typed = slips.map(({ code }) => code.toLowerCase().replace(/-/g, ' '))
    for (const code of typed) {
      const kept = await phone.kept(survey._id, code)
      expect(kept?.stage === 'received' && kept.papers.ballot.at).toBe('taken')
    }
    const query = { index: 'byReview', equals: { review: survey.digest, envelope: 'ballot' } } as const
    expect(await system.runtime.ballots.count(casts, query)).toBe(2)
    for (const { code } of slips) expect(JSON.stringify([...phone.storage])).not.toContain(code)
  })

  test('whose answer was lost is asked for again', async () => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const { code } = await slipOf(system, survey)
    const left = ['arrives', 'arrives', 'answer lost'] satisfies Fate[]
    const phone = phoneOf(system, undefined, () => left.shift() ?? 'arrives')
    expect(wordOf(await phone.receive(survey._id, code))).toBe('offline')
    expect(wordOf(await phone.receive(survey._id, code))).toBe('received')
  })

  test.each([
    ['mistyped', (code: string) => code.replace(/^./, (letter) => (letter === '7' ? '8' : '7'))],
    ['made up', () => 'nonsense'],
  ])('%s is unknown', async (_, change) => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const { code } = await slipOf(system, survey)
    expect(wordOf(await phoneOf(system, undefined).receive(survey._id, change(code)))).toBe('SURVEY_CODE_UNKNOWN')
  })

  test('cancelled is none any more, and a slip is good for its own survey alone', async () => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const { code, id } = await slipOf(system, survey)
    const other = await reviewIn(system, 'voting', { kind: 'staff' })
    expect(wordOf(await phoneOf(system, undefined).receive(other._id, code))).toBe('SURVEY_CODE_UNKNOWN')
    await system.runtime.store.transact((tx) =>
      tx.put(surveyCodes, { _id: id, review: survey._id, state: 'cancelled' }),
    )
    expect(wordOf(await phoneOf(system, undefined).receive(survey._id, code))).toBe('SURVEY_CODE_UNKNOWN')
    const members = await reviewIn(system, 'voting')
    expect(wordOf(await phoneOf(system, undefined).receive(members._id, code))).toBe('NOT_FOUND')
  })

  test('two phones with one slip at once: one token', async () => {
    const survey = await reviewIn(system, 'voting', { kind: 'staff' })
    const { code } = await slipOf(system, survey)
    const phones = [1, 2, 3].map(() => phoneOf(system, undefined))
    const words = await Promise.all(phones.map(async (phone) => wordOf(await phone.receive(survey._id, code))))
    expect(words.sort()).toEqual(['SURVEY_CODE_USED', 'SURVEY_CODE_USED', 'received'])
  })
})

describe('公示栏', () => {
  async function publishedWith(voters: number) {
    const review = await reviewIn(system, 'voting')
    const phones = await Promise.all(
      Array.from({ length: voters }, async () => {
        const phone = phoneOf(system, (await electorOf(system, review)).as)
        await phone.receive(review._id)
        await phone.castBallot(review._id, 'satisfied')
        await phone.castRemark(review._id, { scores: { chair: 5 }, comment: '谢谢' })
        return phone
      }),
    )
    const idsOf = async (envelope: 'ballot' | 'remark') => {
      const query = { index: 'byReview', equals: { review: review.digest, envelope } } as const
      const { documents } = await system.runtime.ballots.find(casts, query)
      return documents.map(({ _id }) => fromBase64url(_id) ?? new Uint8Array()).sort(inOrder)
    }
    return { review, phones, ballots: await idsOf('ballot'), remarks: await idsOf('remark') }
  }
  const rootOf = (ids: readonly Uint8Array[]) => Buffer.from(merkleRoot(ids)).toString('base64url')
  async function publish(review: Awaited<ReturnType<typeof reviewIn>>, ids: readonly Uint8Array[], root?: string) {
    await moveTo(system, review, 'published')
    const pages = (['ballot', 'remark'] as const).flatMap((envelope) => boardOf(review._id, envelope, ids))
    await system.runtime.store.transact(async (tx) => {
      await putBoard(
        tx,
        pages.map((page) => ({ ...page, root: root ?? page.root })),
      )
      return succeed(undefined)
    })
  }

  test('shows each phone that its ballot counted, from the whole board; what is left out is missed', async () => {
    const { review, phones, ballots, remarks } = await publishedWith(3)
    expect([ballots.length, remarks.length]).toEqual([3, 3])
    expect(await phones[0]?.check(review._id, 'ballot', '')).toMatchObject({ problem: { code: 'REVIEW_NOT_YET' } })
    await publish(review, ballots.slice(0, 2))
    const found = await Promise.all(
      phones.map(async (phone) => phone.check(review._id, 'ballot', rootOf(ballots.slice(0, 2)))),
    )
    const words = found.map((each) => (each.ok ? each.data : each.problem.kind)).sort()
    expect(words).toEqual(['counted', 'counted', 'not-counted'])
  })

  test('goes through all pages', async () => {
    const { review, phones, ballots } = await publishedWith(1)
    const others = Array.from({ length: 9_100 }, (_, at) =>
      castId('ballot', new Uint8Array(32), Uint8Array.from([at >> 8, at & 255])),
    )
    const all = [...others, ...ballots].sort(inOrder)
    await publish(review, all)
    expect(await phones[0]?.check(review._id, 'ballot', rootOf(all))).toEqual({ ok: true, data: 'counted' })
    const last = await system.ask(undefined, 'ballot', 'board', { review: review._id, envelope: 'ballot', page: 2 })
    expect(granted(last).pages).toBe(3)
    const beyond = await system.ask(undefined, 'ballot', 'board', { review: review._id, envelope: 'ballot', page: 3 })
    expect(codeOf(beyond)).toBe('NOT_FOUND')
  })

  test('that does not have its root is told as what it is', async () => {
    const { review, phones, ballots } = await publishedWith(1)
    const other = Buffer.alloc(32).toString('base64url')
    await publish(review, ballots, other)
    expect(await phones[0]?.check(review._id, 'ballot', other)).toMatchObject({ problem: { what: 'board-differs' } })
  })

  test('that is another than the published one is no board, though this phone’s ballot stands on it', async () => {
    const { review, phones, ballots } = await publishedWith(2)
    await publish(review, ballots)
    const [counted, left] = [rootOf(ballots), rootOf(ballots.slice(0, 1))]
    expect(await phones[0]?.check(review._id, 'ballot', counted)).toEqual({ ok: true, data: 'counted' })
    expect(await phones[0]?.check(review._id, 'ballot', left)).toMatchObject({ problem: { what: 'board-differs' } })
  })

  test('a remark is sent once, later than the ballot or never; an empty one is none', async () => {
    const review = await reviewIn(system, 'voting')
    const phone = phoneOf(system, (await electorOf(system, review)).as)
    expect(wordOf(await phone.castRemark(review._id, { scores: {}, comment: '好' }))).toBe('no-token')
    await phone.receive(review._id)
    expect(wordOf(await phone.castRemark(review._id, { scores: {}, comment: '' }))).toBe('no-remark')
    expect(wordOf(await phone.castRemark(review._id, { scores: {}, comment: '好' }))).toBe('taken')
    expect(wordOf(await phone.castRemark(review._id, { scores: { funds: 1 }, comment: '' }))).toBe('taken')
    const query = { index: 'byReview', equals: { review: review.digest, envelope: 'remark' } } as const
    expect(await system.runtime.ballots.count(casts, query)).toBe(1)
  })
})
