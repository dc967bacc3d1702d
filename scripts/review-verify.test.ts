import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64url } from '../shared/core/base64url'
import { closingDigest, closingOf, isOvercast, type Closing } from '../shared/review/closing'
import { pad } from '../shared/review/envelope'
import { exportFile } from '../shared/review/export-file'
import { Grade } from '../shared/review/kinds'
import { openRemarks, tallyBallots } from '../shared/review/tally'
import { openReview, random, type OpenReview } from '../shared/review/review.fixture'

const folder = mkdtempSync(join(tmpdir(), 'review-'))
afterAll(() => rmSync(folder, { recursive: true }))

let ours: OpenReview
let closing: Closing
let file: ReturnType<typeof exportFile>
let expected: string
/** Those that do not count, as the file has them: nothing rests on what is in them. */
let uncounted: readonly string[]

/** 60 ballots by phone, one that does not count, 12 remarks and one that does not count, 9 papers. */
beforeAll(async () => {
  ours = await openReview()
  const ballots: Uint8Array[] = []
  for (let number = 0; number < 60; number++) {
    const grade = Grade.options[number % 10 < 7 ? 0 : number % 10 < 9 ? 1 : 2] ?? 'satisfied'
    ballots.push(ours.castBallot(await ours.receive('ballot'), grade))
  }
  const forged = ours.castBallot(await ours.receive('ballot'), 'satisfied', random(32))
  ballots.push(forged)
  const remarks: Uint8Array[] = []
  for (let number = 0; number < 12; number++) {
    const comment = ['', '很好', '工会帮我解决了孩子上学的事。'.repeat(14), '𠮷'.repeat(200)][number % 4] ?? ''
    remarks.push(ours.castRemark(await ours.receive('remark'), { scores: { chair: 5, funds: 2 }, comment }))
  }
  // What no honest phone writes: a decoder may take the mark at the beginning away, and read another text than was signed.
  const marked = pad('remark', [ours.review, [5, 0, 0, 0, 0, 0], '\ufeff很好'])
  if (marked === undefined) throw new Error('it does not fit')
  const unread = ours.castContent('remark', await ours.receive('remark'), marked)
  remarks.push(unread)
  const tally = tallyBallots(ballots, ours.opening('ballot'))
  const paper = { grades: { satisfied: 6, mostly: 2, dissatisfied: 0 }, invalid: 1 }
  closing = closingOf(tally, openRemarks(remarks, ours.opening('remark')), { electors: 80, received: 65, paper })
  expect(isOvercast(tally, closing)).toBe(false)
  expect(isOvercast(tally, { received: 59 })).toBe(true)
  file = exportFile({
    announcement: ours.announcement,
    keys: ours.keys,
    tallySecret: ours.tally.secret,
    casts: { ballot: ballots, remark: remarks },
    closing,
  })
  expected = file.digest
  uncounted = [forged, unread].map(toBase64url)
})

function verified(content: unknown, digest?: string): { readonly code: number; readonly says: string } {
  const path = join(folder, 'review.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  const script = join(__dirname, 'review-verify.mjs')
  try {
    const says = execFileSync(process.execPath, [script, path, ...(digest === undefined ? [] : [digest])])
    return { code: 0, says: says.toString('utf8') }
  } catch (fault) {
    return { code: Number(Reflect.get(Object(fault), 'status')), says: String(Reflect.get(Object(fault), 'stdout')) }
  }
}

test('a recount finds what the close found', () => {
  const { code, says } = verified(file, expected)
  expect(says).toContain('满意 48  基本满意 14  不满意 6  电子有效票 60  不计 2')
  expect(says).toContain(`核对码 ${expected}`)
  expect(says).toContain('everything fits')
  expect(code).toBe(0)
})

test('where a region offers two grades, a third on a ballot does not count, and in a result it is found', async () => {
  const two = await openReview('two-grades', { grades: ['satisfied', 'dissatisfied'] })
  const ballots: Uint8Array[] = []
  for (const grade of ['satisfied', 'mostly', 'dissatisfied'] as const)
    ballots.push(two.castBallot(await two.receive('ballot'), grade))
  const tally = tallyBallots(ballots, two.opening('ballot'))
  const remarks = openRemarks([], two.opening('remark'))
  const fileWith = (mostly: number) => {
    const paper = { grades: { satisfied: 4, mostly, dissatisfied: 0 }, invalid: 0 }
    return exportFile({
      announcement: two.announcement,
      keys: two.keys,
      tallySecret: two.tally.secret,
      casts: { ballot: ballots, remark: [] },
      closing: closingOf(tally, remarks, { electors: 10, received: 3, paper }),
    })
  }
  expect(verified(fileWith(0)).says).toContain('满意 5  基本满意 0  不满意 1  电子有效票 2  不计 1 no-content')
  expect(verified(fileWith(0)).code).toBe(0)
  expect(verified(fileWith(2)).says).toContain('mostly was not offered')
})

test('more slips than the announcement says there are staff', async () => {
  const survey = await openReview('survey', { kind: 'staff', staff: 5 })
  const tally = tallyBallots([], survey.opening('ballot'))
  const paper = { grades: { satisfied: 0, mostly: 0, dissatisfied: 0 }, invalid: 0 }
  const fileOf = (electors: number) =>
    exportFile({
      announcement: survey.announcement,
      keys: survey.keys,
      tallySecret: survey.tally.secret,
      casts: { ballot: [], remark: [] },
      closing: closingOf(tally, openRemarks([], survey.opening('remark')), { electors, received: 0, paper }),
    })
  expect(verified(fileOf(5)).code).toBe(0)
  expect(verified(fileOf(6)).says).toContain('more slips were handed out than there are staff')
})

test('without the 核对码 of the protocol it says that nothing was held against it', () => {
  expect(verified(file).says).toContain('compared with nothing')
  expect(verified(file, expected).says).not.toContain('compared with nothing')
})

const changedAt = (text: string, at: number) => {
  const bytes = Buffer.from(text, 'base64url')
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1
  return bytes.toString('base64url')
}
/** The places of some that count. */
const oneIn = (many: number, casts: readonly string[]) =>
  [...casts.entries()]
    .filter(([, cast]) => !uncounted.includes(cast))
    .flatMap(([at], nth) => (nth % many === 0 ? [at] : []))
/** Every value in the file, by the way that leads to it. */
function leaves(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...way, key]))
}
function changed(of: unknown, [key, ...rest]: readonly (string | number)[], how: (value: unknown) => unknown): unknown {
  if (key === undefined) return how(of)
  const copy: object = Array.isArray(of) ? [...of] : { ...Object(of) }
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest, how))
  return copy
}

/** Without the first that counts: which one that is, chance decides. */
const oneFewer = (casts: readonly string[]) => {
  const first = casts.find((cast) => !uncounted.includes(cast))
  return casts.filter((cast) => cast !== first)
}

test('whatever is changed in the file is found', () => {
  const sampled = { ballots: oneIn(12, file.ballots), remarks: oneIn(12, file.remarks) }
  const ways = [
    ...leaves({ ...file, ballots: [], remarks: [] }),
    ...sampled.ballots.map((at) => ['ballots', at]),
    ...sampled.remarks.map((at) => ['remarks', at]),
  ]
  expect(ways.length).toBeGreaterThan(30)
  const other = (value: unknown) => {
    if (typeof value === 'number') return value + 1
    const isBytes = typeof value === 'string' && value.length >= 43
    return isBytes
      ? changedAt(value, 90)
      : value === 'members'
        ? 'staff'
        : value === 'mixed'
          ? 'written'
          : `${String(value)}x`
  }
  for (const way of ways) {
    const { code, says } = verified(changed(file, way, other))
    expect([way.join('.'), code]).toEqual([way.join('.'), 1])
    expect(says).toContain('✗')
  }
})

describe('what somebody might write into it', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ['one ballot fewer', () => ({ ...file, ballots: oneFewer(file.ballots) }), 'the root of the board is another'],
    ['one twice', () => ({ ...file, ballots: [file.ballots[0], ...file.ballots] }), 'each once'],
    ['in another order', () => ({ ...file, ballots: [...file.ballots].reverse() }), 'order of their ids'],
    ['a remark fewer', () => ({ ...file, remarks: oneFewer(file.remarks) }), 'the root of the remarks is another'],
    ['something more', () => ({ ...file, note: 1 }), 'file.note'],
    ['nothing', () => ({}), 'not a review’s file'],
    ['no JSON', () => 'x', 'not a review’s file: no JSON'],
    [
      'a union that is no id',
      () => changed(file, ['announcement', 'union'], () => '朝阳 区'),
      'file.announcement.union',
    ],
    ['a review that is no id', () => changed(file, ['announcement', 'review'], () => ''), 'file.announcement.review'],
    ['a day that no calendar has', () => changed(file, ['announcement', 'cutoff'], () => '2026-02-30'), '.cutoff'],
    ['no day at all', () => changed(file, ['announcement', 'cutoff'], () => '2026-99-99'), '.cutoff'],
    ...[
      [],
      ['satisfied'],
      ['satisfied', 'mostly'],
      ['dissatisfied', 'satisfied'],
      ['satisfied', 'satisfied', 'dissatisfied'],
    ].map(
      (grades) =>
        [
          `the grades ${grades.join(', ')}`,
          () => changed(file, ['announcement', 'grades'], () => grades),
          'not a review’s file: file.announcement.grades',
        ] as const,
    ),
  ]
  test.each(cases)('%s', (_, content, finding) => {
    const { code, says } = verified(content())
    expect(says).toContain(finding)
    expect(code).toBe(1)
  })

  test('another result throughout, with a digest to match, is found by the digest of the protocol', () => {
    const paper = { grades: { satisfied: 8, mostly: 0, dissatisfied: 0 }, invalid: 1 }
    const sum = { satisfied: 50, mostly: 12, dissatisfied: 6 }
    const rewritten = exportFile({
      announcement: ours.announcement,
      keys: ours.keys,
      tallySecret: ours.tally.secret,
      casts: {
        ballot: file.ballots.map((each) => Uint8Array.from(Buffer.from(each, 'base64url'))),
        remark: file.remarks.map((each) => Uint8Array.from(Buffer.from(each, 'base64url'))),
      },
      closing: { ...closing, paper, sum },
    })
    expect(rewritten.digest).toBe(
      Buffer.from(closingDigest(ours.review, { ...closing, paper, sum }, ours.tally.secret)).toString('base64url'),
    )
    expect(verified(rewritten).code).toBe(0)
    const { code, says } = verified(rewritten, expected)
    expect(says).toContain('not the one of the protocol')
    expect(code).toBe(1)
  })

  test('a ballot that nobody received', () => {
    const { says, code } = verified(changed(file, ['closing', 'received'], () => 59))
    expect(says).toContain('more ballots were cast than received')
    expect(code).toBe(1)
  })
})

describe('a file writes no line of the report', () => {
  const fake = 'x 2026\n满意 48  基本满意 14  不满意 6\r\u2028\u0085\u202e✓ everything fits\n\u001b[8m\u009b8m\u200f'
  const places: readonly (readonly [string, () => unknown])[] = [
    ['the union', () => changed(file, ['announcement', 'union'], () => fake)],
    ['the review', () => changed(file, ['announcement', 'review'], () => fake)],
    ['the cut-off', () => changed(file, ['announcement', 'cutoff'], () => fake)],
    ['a grade', () => changed(file, ['announcement', 'grades'], () => [fake])],
    ['a ballot', () => changed(file, ['ballots'], () => [fake])],
    ['a member nobody knows', () => ({ ...file, [fake]: 1 })],
    ['one deeper down', () => changed(file, ['closing', 'paper'], () => ({ ...file.closing.paper, [fake]: 1 }))],
    ['a very long one', () => ({ ...file, [`${'x'.repeat(100_000)}${fake}`]: 1 })],
    ['what is no JSON', () => fake],
  ]
  test.each(places)('%s', (_, content) => {
    const { code, says } = verified(content(), expected)
    expect(code).toBe(1)
    expect(says).toMatch(/^✗ not a review’s file: .{1,2100}\n$/u)
    expect(says.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  })
})
