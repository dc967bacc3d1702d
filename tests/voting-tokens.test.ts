import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { names } from '../local/data-folder'
import { toBase64url } from '../shared/core/base64url'
import { castBytes } from '../shared/review/cast'
import { ballotsIn } from '../shared/review/kinds'
import { ballotFunction } from '../cloudfunctions/ballot/function'
import { everythingIn } from './crash/everything'
import { electorOf, reviewIn } from './reviews'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'
import { phoneOf, wordOf } from './voting-phone'
import { cast, castsOf, changedAt, counted, sealedCast } from './voting-casts'

let system: TestSystem
let review: ReviewRecord
beforeAll(async () => {
  system = await openTestSystem()
  review = await reviewIn(system, 'voting')
}, 600_000)
afterAll(() => system.close())

describe('a token', () => {
  test('forged is refused', async () => {
    const forged = toBase64url(Uint8Array.from(randomBytes(castBytes.ballot)))
    expect(codeOf(await cast(system, review, forged))).toBe('CAST_INVALID')
  })

  test('of another review is refused', async () => {
    const other = await reviewIn(system, 'voting')
    expect(codeOf(await cast(system, review, await sealedCast(system, other)))).toBe('CAST_INVALID')
  })

  test('for remarks is none for ballots', async () => {
    const { as } = await electorOf(system, review)
    const phone = phoneOf(system, as)
    await phone.receive(review._id)
    const kept = await phone.kept(review._id)
    const text = phone.storage.get(review._id) ?? ''
    if (kept?.stage !== 'received') throw new Error('nothing received')
    const swapped: { papers: { ballot: unknown; remark: unknown } } = JSON.parse(text)
    const papers = { ballot: swapped.papers.remark, remark: swapped.papers.ballot }
    phone.storage.set(review._id, JSON.stringify({ ...swapped, papers }))
    expect(wordOf(await phone.castBallot(review._id, 'satisfied'))).toBe('CAST_INVALID')
  })

  test('sent again as it was is taken again, and counts once; another content under it is refused', async () => {
    const text = await sealedCast(system, review)
    const before = (await castsOf(system, review)).length
    const answers = await Promise.all([1, 2, 3].map(() => cast(system, review, text)))
    expect(answers.map(codeOf)).toEqual(['OK', 'OK', 'OK'])
    expect(codeOf(await cast(system, review, text))).toBe('OK')
    expect(codeOf(await cast(system, review, changedAt(text, castBytes.ballot - 1)))).toBe('CAST_OTHER')
    expect((await castsOf(system, review)).length).toBe(before + 1)
  })

  test.each([
    ['its public key', 0],
    ['the end of its key', 31],
    ['its prefix', 32],
    ['its signature', 64],
    ['the end of its signature', 319],
  ])('changed in %s is refused', async (_, at) => {
    expect(codeOf(await cast(system, review, changedAt(await sealedCast(system, review), at)))).toBe('CAST_INVALID')
  })

  test.each([
    ['the box’s key', 320],
    ['the ballot', 352],
    ['the last byte', castBytes.ballot - 1],
  ])('whose %s was changed on its way counts for nothing', async (_, at) => {
    const of = await reviewIn(system, 'voting')
    expect(codeOf(await cast(system, of, changedAt(await sealedCast(system, of), at)))).toBe('OK')
    expect(ballotsIn((await counted(system, of)).grades)).toBe(0)
  })

  test.each([
    ['shorter', (text: string) => text.slice(1)],
    ['longer', (text: string) => `${text}A`],
    ['not base64url', (text: string) => `*${text.slice(1)}`],
    ['with spare bits set', (text: string) => `${text.slice(0, -1)}_`],
  ])('%s than it has to be is refused before anything is computed', async (_, changed) => {
    expect(codeOf(await cast(system, review, changed(await sealedCast(system, review))))).toMatch(
      /^(BAD_INPUT|CAST_INVALID)$/,
    )
  })
})

describe('nobody’s function', () => {
  test('writes nothing where people are kept', async () => {
    const text = await sealedCast(system, review)
    const database = join(system.folder, names.database)
    const before = everythingIn(database).acts
    expect(codeOf(await cast(system, review, text))).toBe('OK')
    expect(everythingIn(database).acts).toEqual(before)
  })

  test('tells nothing but whether it was taken, and logs nothing of what came in, a fault included', async () => {
    const text = await sealedCast(system, review)
    const [logged, returned] = [system.logged.length, system.returned.length]
    expect(granted(await cast(system, review, text))).toEqual({})
    const broken = { get: () => Promise.reject(new Error(`cannot read ${text}`)) }
    const lines: unknown[] = []
    const runtime = {
      ...system.runtime,
      ballots: { ...system.runtime.ballots, ...broken },
      log: ({ fault, ...line }: object & { fault?: unknown }) => lines.push(line, String(fault).slice(0, 11)),
    }
    const input = { review: review._id, envelope: 'ballot', cast: text }
    const event = { procedure: 'cast', input }
    expect(await ballotFunction.answer(event, { openid: 'somebody' }, runtime)).toMatchObject({ ok: false })
    const told = JSON.stringify([system.logged.slice(logged), system.returned.slice(returned), lines])
    const id = (await castsOf(system, review)).find((each) => each.cast === text)?._id ?? 'none'
    for (const part of [text.slice(0, 40), id]) expect(told).not.toContain(part)
  })
})
