import { answerInfo } from '../shared/contract/sealed-answer'
import { castUnions } from '../local/demo/personas'
import { openAnswer } from '../src/services/open-answer'
import { everybodyIn } from './people'
import { withACard } from './sealed/a-card'
import { joining } from './sealed/a-worker'
import { askingIn, device, owner, strokes, worker, type Asking } from './sealed/asking'
import { atADesk } from './sealed/at-a-desk'
import { aboutEvents } from './sealed/events'
import { exporting } from './sealed/exports'
import { importing } from './sealed/imports'
import { countedAndReported } from './sealed/figures'
import { inAssessments } from './sealed/standards'
import { inMeetings } from './sealed/meetings'
import { membersChange } from './sealed/memberships'
import { inOffices } from './sealed/offices'
import { inTheOpen } from './sealed/openness'
import { aboutThePerson } from './sealed/persons'
import { inTheRegistry } from './sealed/registry'
import { inHomeAbove } from './sealed/home-above'
import { inTitles } from './sealed/titles'
import { settingRules } from './sealed/policies'
import { inReviews } from './sealed/reviews'
import { roundsAndClean } from './sealed/rounds'
import { acrossTheBorder, transferring, waitingTasks } from './sealed/tasks-and-transfers'
import { contracts, openTestSystem, type TestSystem } from './system'

let system: TestSystem
let asking: Asking

beforeAll(async () => {
  system = await openTestSystem()
  asking = askingIn(system)
  await liveThrough()
}, 600_000)
afterAll(() => system.close())

/** Each procedure at least once, with a person in its answer. */
async function liveThrough(): Promise<void> {
  const { call } = asking
  const person = await joining(asking)
  await withACard(asking)
  await atADesk(asking)
  await inOffices(asking)
  await inTheOpen(asking)
  await inMeetings(asking)
  await inTitles(asking)
  await inHomeAbove(asking)
  await inAssessments(asking)
  await inReviews(asking)
  await roundsAndClean(asking)
  await countedAndReported(asking)
  await aboutThePerson(asking, person)
  await waitingTasks(asking, person)
  await transferring(asking)
  await acrossTheBorder(asking)
  await membersChange(asking)
  await aboutEvents(asking)
  await inTheRegistry(asking)
  await exporting(asking)
  await importing(asking)
  await settingRules(asking)
  await call('demo-city', 'session', 'operations', { union: castUnions.qingdao.id })
  await call(owner, 'session', 'health', {})
  await call(owner, 'session', 'messageTemplates', {})
  await call(owner, 'session', 'subscribe', {})
}

const [chair, input] = ['demo-factory-chair', { union: castUnions.factory.id }] as const

const everyProcedure = Object.entries(contracts).flatMap(([name, { procedures }]) =>
  Object.entries(procedures).map(([procedure, { answers }]) => [`${name}.${procedure}`, answers] as const),
)

/** Whole names, numbers and phones of everybody there is, and the strokes of a signature. */
async function whatNamesPeople(): Promise<readonly string[]> {
  const people = await everybodyIn(system.runtime)
  const told = people.flatMap(({ name, number = '', mobile = '' }) => [`"${name}"`, number, mobile])
  return [...new Set([...told, worker.name, strokes[0]?.join(',') ?? ''])].filter((text) => text.length > 3)
}

/** What a phone scans or an officer hands over, slips of a survey among it: whoever reads it in a log could use it. */
const codesIn = (text: string) => [...handedIn(text), ...slipsIn(text)]
const handedIn = (text: string) => [...text.matchAll(/"code":"([A-Za-z0-9_-]{22})"/g)].map(([, code = '']) => code)
const slipsIn = (text: string) =>
  [...text.matchAll(/"((?:[0-9A-Z]{4}-){4}[0-9A-Z*~$=])"/g)].map(([, code = '']) => code)
/** A blind signature is kept on its elector’s record: with the log’s time beside it, it would say when who received. */
const signaturesIn = (text: string) => [...text.matchAll(/"([A-Za-z0-9_-]{342})"/g)].map(([, signed = '']) => signed)
/** What opens a table on its way out. */
const passwordsIn = (text: string) => [...text.matchAll(/"password":"([^"]{8,})"/g)].map(([, told = '']) => told)
/** What opens ballots, and ballots with it. */
const ballotsIn = (text: string) =>
  [...text.matchAll(/"tallySecret":"([A-Za-z0-9_-]{43})"|"([A-Za-z0-9_-]{662})"/g)].map(
    ([, key, cast]) => key ?? cast ?? '',
  )

describe('what functions return, and the platform’s log keeps', () => {
  test('every procedure was asked and had something to say', () => {
    expect([...asking.answered.keys()].sort()).toEqual(everyProcedure.map(([name]) => name).sort())
  })

  test.each(everyProcedure)('%s (%s) names nobody in full', async (name) => {
    const returned = asking.answered.get(name)?.returned ?? ''
    const found = (await whatNamesPeople()).filter((text) => returned.includes(text))
    expect(found).toEqual([])
  })

  test.each(everyProcedure.filter(([, answers]) => answers === 'sealed'))(
    '%s tells the device that asked a name, a number, a code, a signature, a ballot or a password, and the search finds it there',
    async (name) => {
      const read = JSON.stringify(asking.answered.get(name)?.read)
      const told = [
        ...(await whatNamesPeople()),
        ...codesIn(read),
        ...signaturesIn(read),
        ...ballotsIn(read),
        ...passwordsIn(read),
      ]
      expect(told.some((text) => read.includes(text))).toBe(true)
      expect(told.filter((text) => asking.answered.get(name)?.returned.includes(text))).toEqual([])
    },
  )

  test.each(everyProcedure)('%s (%s) returns no code that somebody else could use', (name) => {
    expect(codesIn(asking.answered.get(name)?.returned ?? '')).toEqual([])
  })

  test.each([
    ['without a key to seal to', undefined],
    ['with a key that is none', 'A'.repeat(43)],
  ])('nothing is done %s', async (_, answerKey) => {
    const returned = await system.knock(chair, 'membership', { procedure: 'roster', input, answerKey })
    expect(returned).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: { answerKey: expect.any(String) } },
    })
  })

  test('a refusal of a procedure that seals is sealed as well', async () => {
    const event = { procedure: 'roster', input, answerKey: device.answerKey }
    const returned = await system.knock('somebody-else', 'membership', event)
    expect(Object.keys(Object(returned))).toEqual(['sealed'])
    expect(openAnswer(returned, device, answerInfo('membership', 'roster'))).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
  })
})
