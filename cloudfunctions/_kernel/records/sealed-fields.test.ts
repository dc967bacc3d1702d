import { formFor, identityOf, sent, situations, somebody } from '../../../tests/forms'
import { onTheWay } from '../../../tests/faults/moving'
import { objected } from '../../../tests/faults/in-events'
import { asking, contact, inOffice, offered, union } from '../../../tests/faults/ready'
import { likelyPair } from '../../../tests/faults/of-rounds'
import { joinedMember } from '../../../tests/members'
import { readyExport } from '../../membership/exports/export.fixture'
import { checkedFile, cutOff, rosterCsv, rosterRow } from '../../membership/import/import.fixture'
import { announced, listed, objectedToList } from '../../review/review.fixture'
import { approvedFounding } from '../../registry/applications/applications.fixture'
import { answered } from '../../home/standards/standards.fixture'
import { countReviews } from '../../clock/reviews/count/count-reviews'
import { afterTheEnd, castVotes, putElectors, putPhase, tellersOf } from '../../review/counting.fixture'
import { stockKeys } from '../../clock/reviews/stock-keys'
import type { ReviewId } from '../../../shared/core/ids'
import { granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { openConnection } from '../store/sqlite-connection'
import { names } from '../../../local/data-folder'
import { join } from 'node:path'
import { allCollections } from './all'
import { sealedFields } from './sealed-fields'

/** A seal begins with its version and the name of its key, here “local”. */
const beginning = Buffer.from([1, 5, ...Buffer.from('local')])

/** Where in a document something sealed lies: `field`, or `field.inner` where it is nested. */
function sealsIn(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string')
    return Buffer.from(value, 'base64url').subarray(0, beginning.length).equals(beginning) ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => sealsIn(inner, [...path, key]))
}

/** Voted in by phone and on paper, and counted. */
async function countedReview(system: TestSystem, review: ReviewId): Promise<void> {
  await putElectors(system, review, { phone: 1, paper: 1 })
  await castVotes(system, review, { grades: { satisfied: 1 }, remarks: [{ scores: {}, comment: '很好' }] })
  await putPhase(system, review, 'closed')
  await afterTheEnd(system, review)
  const { one, other } = await tellersOf(system)
  const count = { union, review, grades: { satisfied: 1, mostly: 0, dissatisfied: 0 }, invalid: 0 }
  for (const as of [one, other]) granted(await system.ask(as, 'review', 'enterPaperCount', count))
  expect(await countReviews(system.runtime)).toBe(1)
}

test('every seal in a database that was lived in is in a field that a change of keys knows, and every such field holds some', async () => {
  const system = await openTestSystem()
  const drafter = system.newcomer()
  granted(
    await system.ask(drafter, 'membership', 'saveDraft', {
      draft: { step: 'identity', answers: { identity: identityOf(somebody()) } },
    }),
  )
  await sent(system, system.newcomer(), somebody(), situations.workshop)
  granted(
    await system.ask(system.newcomer(), 'membership', 'submit', {
      form: await formFor(system, system.newcomer(), somebody(), situations.battery),
    }),
  )
  await system.verifyPhone(drafter, somebody().mobile)
  granted(await system.ask(drafter, 'session', 'subscribe', {}))
  await offered(system, 'clerk')
  await approvedFounding(system)
  const { as: officer } = await inOffice(system, union, 'organiser')
  granted(await system.ask(officer, 'registry', 'setDisplay', { union, display: contact }))
  await asking(system)
  await onTheWay(system)
  const { as: goesAway } = await joinedMember(system)
  granted(await system.ask(goesAway, 'membership', 'issueCertificate', { destination: '杭州市总工会' }))
  const { task, person } = await likelyPair(system)
  granted(await system.ask('demo-factory-chair', 'membership', 'mergePersons', { union, task, keep: person }))
  await objected(system)
  const successor = { union, name: '林小满', mobile: '15420871234' }
  granted(await system.ask(officer, 'registry', 'proposeSuccessor', successor))
  const { as: objector } = await joinedMember(system)
  const review = await listed(system, await announced(system))
  const objection = await objectedToList(system, objector, review)
  const settled = { union, task: objection, verdict: { kind: 'stands' }, reason: '查过花名册' }
  granted(await system.ask('demo-factory-chair', 'review', 'settleListObjection', settled))
  const bringer = { as: officer, union }
  await checkedFile(system, bringer, Buffer.from(rosterCsv([rosterRow()])))
  await cutOff(system, bringer, Buffer.from(rosterCsv([rosterRow()])))
  await readyExport(system, bringer)
  await answered(system)
  await stockKeys(system.runtime)
  await countedReview(system, review)
  const connection = openConnection(join(system.folder, names.database))
  const found = new Set(
    allCollections.flatMap(({ name }) =>
      connection
        .all(`SELECT document FROM "${name}"`, [])
        .flatMap(([text]) => sealsIn(JSON.parse(String(text))).map((path) => `${name}.${path}`)),
    ),
  )
  connection.close()
  await system.close()
  const declared = sealedFields.flatMap(({ collection, fields }) => fields.map((field) => `${collection}.${field}`))
  expect([...found].sort()).toEqual(declared.sort())
})

test('a change of keys can walk every collection that has sealed fields', () => {
  const indexes = sealedFields.map(({ collection, use }) => [collection, use(({ indexes }) => 'all' in indexes)])
  expect(indexes.filter(([, walks]) => walks !== true)).toEqual([])
})
