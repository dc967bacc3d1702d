import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditEntries } from '../cloudfunctions/_kernel/records/upkeep'
import { officers } from '../cloudfunctions/_kernel/records/registry'
import { reviewPublications, reviewResults } from '../cloudfunctions/_kernel/records/review-results'
import { electorId, electors } from '../cloudfunctions/_kernel/records/reviews'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import { castUnions } from '../local/demo/personas'
import { PersonId } from '../shared/core/ids'
import { isoTime } from '../shared/core/time'
import { fileText } from '../shared/review/export-text'
import { Grade } from '../shared/review/kinds'
import { inOffice } from './faults/ready'
import { gradesOf, heldReview, type HeldReview, type Plan } from './held-reviews'
import { codeOf, granted, openTestSystem, type TestSystem } from './system'

const plans: readonly Plan[] = Array.from({ length: 30 }, (_, at) => ({
  grade: Grade.options[at % 10 < 6 ? 0 : at % 10 < 8 ? 1 : 2] ?? 'satisfied',
  on: at < 26 ? ('phone' as const) : ('paper' as const),
  ...(at < 5 ? { remark: { scores: { chair: 4 }, comment: `第${at}条意见` } } : {}),
}))

const folder = mkdtempSync(join(tmpdir(), 'recount-'))
let system: TestSystem
let held: HeldReview
let one: string
let other: string
beforeAll(async () => {
  system = await openTestSystem()
  held = await heldReview(system, plans)
  one = (await inOffice(system, held.union, 'scrutineer')).as
  other = (await inOffice(system, castUnions.street.id, 'scrutineer')).as
}, 600_000)
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true })
})

const of = () => ({ union: held.union, review: held.review })
const ask = (as: string, procedure: 'askExport' | 'confirmExport' | 'exportHead') =>
  system.ask(as, 'review', procedure, of())
const later = (minutes: number) => system.travel(isoTime(Date.parse(system.runtime.now()) + minutes * 60_000))

async function entriesOf(action: string) {
  const query = { index: 'bySubject', equals: { subject: held.review }, limit: 1000 } as const
  const { documents } = await system.runtime.store.find(auditEntries, query)
  return documents.filter((entry) => entry.action === action)
}

/** As the desk page writes it: page after page, and none is held. */
async function written(as: string, path: string): Promise<void> {
  const { head, pages } = granted(await system.ask(as, 'review', 'exportHead', of()))
  const text = fileText()
  writeFileSync(path, text.begin(head))
  for (const envelope of ['ballot', 'remark'] as const) {
    for (let page = 0; page < pages[envelope]; page++) {
      const { casts } = granted(await system.ask(as, 'review', 'exportCasts', { ...of(), envelope, page }))
      appendFileSync(path, text.casts(casts))
    }
    if (envelope === 'ballot') appendFileSync(path, text.between())
  }
  appendFileSync(path, text.end())
}

function verified(path: string, digest?: string): { readonly code: number; readonly says: string } {
  const script = join(__dirname, '..', 'scripts', 'review-verify.mjs')
  try {
    const says = execFileSync(process.execPath, [script, path, ...(digest === undefined ? [] : [digest])])
    return { code: 0, says: says.toString('utf8') }
  } catch (fault) {
    return { code: Number(Reflect.get(Object(fault), 'status')), says: String(Reflect.get(Object(fault), 'stdout')) }
  }
}

describe('the file of a review', () => {
  test('is not there before two scrutineers opened it', async () => {
    expect(codeOf(await ask(one, 'exportHead'))).toBe('EXPORT_NOT_OPEN')
    expect(codeOf(await ask(other, 'confirmExport'))).toBe('EXPORT_NOT_ASKED')
    expect(codeOf(await ask('demo-factory-chair', 'askExport'))).toBe('NOT_ALLOWED')
    expect(codeOf(await ask('demo-street', 'askExport'))).toBe('NOT_ALLOWED')
  })

  test('nor is it for whoever leads the union, though they be a scrutineer of the union above', async () => {
    const { as } = await inOffice(system, castUnions.street.id, 'scrutineer')
    expect(codeOf(await system.ask(as, 'review', 'exportStanding', of()))).toBe('OK')
    const { runtime } = system
    const account = accountOf(as, runtime)
    const _id = `${held.union}:${account}`
    const name = runtime.sealer.seal({ collection: 'officers', id: _id, field: 'name' }, '某人')
    const office = { _id, union: held.union, account, role: 'chair' as const, name, shown: false }
    await runtime.store.insert(officers, { ...office, since: runtime.now() })
    expect(codeOf(await ask(as, 'askExport'))).toBe('NOT_ALLOWED')
  })

  test('nobody confirms what they asked for, nor half an hour later', async () => {
    granted(await ask(one, 'askExport'))
    expect(codeOf(await ask(one, 'confirmExport'))).toBe('SECOND_SCRUTINEER')
    expect(codeOf(await ask(other, 'askExport'))).toBe('EXPORT_ASKED')
    expect(granted(await system.ask(other, 'review', 'exportStanding', of())).asked).toMatchObject({ mine: false })
    later(30)
    expect(codeOf(await ask(other, 'confirmExport'))).toBe('EXPORT_NOT_ASKED')
    expect(granted(await system.ask(other, 'review', 'exportStanding', of())).asked).toBeUndefined()
  })

  test('recounted by another program, it is the result, and its 核对码 stands with every act in the audit trail', async () => {
    granted(await ask(one, 'askExport'))
    granted(await ask(other, 'confirmExport'))
    const path = join(folder, 'review.json')
    await written(other, path)
    const result = await system.runtime.store.get(reviewResults, held.review)
    const { code, says } = verified(path, result?.digest)
    const { satisfied, mostly, dissatisfied } = gradesOf(plans)
    expect(says).toContain(`满意 ${satisfied}  基本满意 ${mostly}  不满意 ${dissatisfied}  电子有效票 26  不计 0`)
    expect(says).toContain('everything fits')
    expect(code).toBe(0)
    for (const action of ['review.count', 'review.export.ask', 'review.export.confirm']) {
      const entries = await entriesOf(action)
      expect([action, entries.length > 0]).toEqual([action, true])
      for (const { digest } of entries) expect(digest).toBe(result?.digest)
    }
    const acted = [...(await entriesOf('review.export.ask')), ...(await entriesOf('review.export.confirm'))]
    expect(new Set(acted.map(({ actor }) => actor)).size).toBe(2)
  })

  test('changed anywhere, it is found out', async () => {
    const path = join(folder, 'review.json')
    const result = await system.runtime.store.get(reviewResults, held.review)
    const file: Record<string, unknown> & { ballots: string[]; remarks: string[]; closing: { received: number } } =
      JSON.parse(readFileSync(path, 'utf8'))
    const changed = join(folder, 'changed.json')
    const flipped = (text: string) => `${text.slice(0, 400)}${text[400] === 'A' ? 'B' : 'A'}${text.slice(401)}`
    const tamperings = [
      { ...file, ballots: file.ballots.slice(1) },
      { ...file, ballots: [...file.ballots, ...file.ballots.slice(0, 1)] },
      { ...file, ballots: [...file.ballots].reverse() },
      { ...file, remarks: file.remarks.slice(1) },
      { ...file, closing: { ...file.closing, received: file.closing.received + 1 } },
      { ...file, closing: { ...file.closing, sum: { satisfied: 30, mostly: 0, dissatisfied: 0 } } },
      { ...file, closing: { ...file.closing, paper: { satisfied: 4, mostly: 0, dissatisfied: 0, invalid: 0 } } },
      ...file.ballots.map((_, at) => ({
        ...file,
        ballots: file.ballots.map((each, place) => (place === at ? flipped(each) : each)),
      })),
    ]
    for (const [at, tampered] of tamperings.entries()) {
      writeFileSync(changed, JSON.stringify(tampered))
      expect([at, verified(changed, result?.digest).code]).toEqual([at, 1])
    }
  }, 600_000)

  test('lies open to those two, and not for ever', async () => {
    const third = (await inOffice(system, held.union, 'scrutineer')).as
    expect(codeOf(await ask(third, 'exportHead'))).toBe('EXPORT_NOT_OPEN')
    expect(codeOf(await ask(one, 'exportHead'))).toBe('OK')
    later(121)
    for (const as of [one, other]) expect(codeOf(await ask(as, 'exportHead'))).toBe('EXPORT_NOT_OPEN')
    const page = { ...of(), envelope: 'ballot', page: 0 }
    expect(codeOf(await system.ask(one, 'review', 'exportCasts', page))).toBe('EXPORT_NOT_OPEN')
  })
})

describe('the protocol', () => {
  test('says all that is signed for, who counted and who watched, and no channel apart', async () => {
    for (const as of ['demo-street', one]) {
      const told = granted(await system.ask(as, 'review', 'reviewProtocol', of()))
      expect(told.figures?.grades).toEqual(gradesOf(plans))
      expect(told.tellers).toHaveLength(2)
      expect(told.scrutineers.length).toBeGreaterThan(0)
      expect(told.proof?.digest).toBe((await system.runtime.store.get(reviewResults, held.review))?.digest)
      expect(JSON.stringify(told)).not.toMatch(/"(paper|received|phone|ticked)"/)
    }
  })
})

describe('what is published with others’', () => {
  async function told(state: 'pooled' | 'withheld' | 'alone' | 'counted') {
    await system.runtime.store.transact(async (tx) => {
      const result = await tx.get(reviewResults, held.review)
      if (result !== undefined) await tx.put(reviewResults, { ...result, state })
    })
  }
  afterEach(() => told('alone'))

  test('is exported by scrutineers of the union that published it, and by nobody who has a vote in it', async () => {
    const result = await system.runtime.store.get(reviewResults, held.review)
    const publication = await system.runtime.store.get(reviewPublications, result?.publication ?? '')
    expect(publication?.upper).toBe(castUnions.street.id)
    await told('pooled')
    expect(codeOf(await ask(one, 'askExport'))).toBe('EXPORT_POOLED')
    granted(await ask(other, 'askExport'))
    expect(codeOf(await ask(one, 'confirmExport'))).toBe('EXPORT_POOLED')
    const [voter, second] = [
      await inOffice(system, castUnions.street.id, 'scrutineer'),
      await inOffice(system, castUnions.qingdao.id, 'scrutineer'),
    ]
    const person = PersonId.parse('a-scrutineer-who-votes')
    const [account, now] = [accountOf(voter.as, system.runtime), system.runtime.now()]
    await system.runtime.store.insert(accounts, { _id: account, person, createdAt: now })
    const elector = { _id: electorId(held.review, person), review: held.review, person, standing: 'elector' } as const
    await system.runtime.store.insert(electors, elector)
    expect(codeOf(await ask(voter.as, 'confirmExport'))).toBe('EXPORT_CONCERNED')
    granted(await ask(second.as, 'confirmExport'))
    expect(codeOf(await ask(other, 'exportHead'))).toBe('OK')
    expect(codeOf(await ask(one, 'exportHead'))).toBe('EXPORT_POOLED')
  })

  test('or not at all, is exported by nobody', async () => {
    for (const [state, code] of [
      ['withheld', 'EXPORT_WITHHELD'],
      ['counted', 'EXPORT_NOT_YET'],
    ] as const) {
      await told(state)
      for (const as of [one, other]) expect(codeOf(await ask(as, 'askExport'))).toBe(code)
    }
  })
})
