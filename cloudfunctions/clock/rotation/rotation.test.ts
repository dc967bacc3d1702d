import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { chinaDay, isoTime } from '../../../shared/core/time'
import { castUnions } from '../../../local/demo/personas'
import { openDataFolder } from '../../../local/data-folder'
import { formFor, sent, situations, somebody } from '../../../tests/forms'
import { paper, proposedExpulsion } from '../../../tests/members'
import { everyOne } from '../../../tests/people'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { personLocks } from '../../_kernel/locks'
import { ApplicantSecrets, applications, claims } from '../../_kernel/records/applications'
import { identifiers, persons, PersonSecrets } from '../../_kernel/records/persons'
import { rotations } from '../../_kernel/records/rotations'
import { sealedFields } from '../../_kernel/records/sealed-fields'
import type { Runtime } from '../../_kernel/runtime'
import { keysFrom, type KeyProvider } from '../../_kernel/seal/keys'
import { openJson } from '../../_kernel/secrets'
import type { Store } from '../../_kernel/store/port'
import { rotateLocks } from './locks'
import { rotateSeals } from './seals'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const hourMs = 60 * 60 * 1000

interface Secrets {
  readonly name: string
  readonly seal: Buffer
  readonly lock: Buffer
}

let system: TestSystem
let index: Buffer
let present: Secrets
let generation = 0

beforeAll(async () => {
  system = await openTestSystem()
  const { keys } = openDataFolder(system.folder)
  index = keys.index
  present = { name: 'local', seal: keys.sealing, lock: keys.index }
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(600_000)

const fresh = (): Secrets => ({ name: `k${++generation}`, seal: randomBytes(32), lock: randomBytes(32) })
const lockName = ({ name }: Secrets) => (name === 'local' ? 'index' : name)

/** A process that has these keys; the last one seals. */
function keysOf(...secrets: readonly Secrets[]): KeyProvider {
  return keysFrom({
    seal: new Map(secrets.map(({ name, seal }) => [name, seal])),
    current: secrets.at(-1)?.name ?? '',
    index,
    locks: new Map(secrets.map((one) => [lockName(one), one.lock])),
  })
}

/** A process that is killed: its store does so many transactions, and then no more. */
function dying(runtime: Runtime, transactions: number, afterCommit: boolean): Runtime {
  let left = transactions
  const store: Store = {
    ...runtime.store,
    transact: async (work) => {
      if (left <= 0 && !afterCommit) throw new Error('killed')
      const done = await runtime.store.transact(work)
      if (left-- <= 0) throw new Error('killed')
      return done
    },
  }
  return { ...runtime, store }
}

async function rotateUntilKilled(transactions: number, afterCommit: boolean): Promise<void> {
  const runtime = dying(system.runtime, transactions, afterCommit)
  try {
    await rotateLocks(runtime)
    await rotateSeals(runtime)
  } catch (fault) {
    if (!(fault instanceof Error) || fault.message !== 'killed') throw fault
  }
}

/** To the end, by two clocks at once, with the hour between the passes. */
async function rotateToTheEnd(): Promise<void> {
  for (const wait of [0, hourMs]) {
    system.travel(isoTime(Date.parse(system.runtime.now()) + wait))
    const both = () => Promise.all([rotateLocks(system.runtime), rotateLocks(system.runtime)])
    await both()
    await Promise.all([rotateSeals(system.runtime), rotateSeals(system.runtime)])
  }
  for (const { collection } of sealedFields)
    expect(await system.runtime.store.get(rotations, `seals:${collection}`)).toHaveProperty('doneAt')
  for (const id of ['files:applications', 'files:fileUses', 'locks:persons', 'locks:applications'])
    expect(await system.runtime.store.get(rotations, id)).toHaveProperty('doneAt')
}

const open = (application: string) => system.ask(chair, 'membership', 'openApplication', { union, application })
const decide = (application: string, seen = 1) =>
  system.ask(chair, 'membership', 'decide', {
    union,
    application,
    seen,
    verdict: { kind: 'approve', committee: { decidedOn: chinaDay(system.runtime.now()) } },
  })
const apply = (worker: ReturnType<typeof somebody>, as = system.newcomer()) =>
  sent(system, as, worker, situations.workshop)

/** Before a change of keys: one who applies, one who is a member, one who signed, one with a picture, one whose paper is on file. */
async function cast() {
  const [applying, member, signer] = [somebody(), { ...somebody(), name: `换钥匙${generation}` }, system.newcomer()]
  const { application } = await apply(applying)
  // With a phone that WeChat verified: any other proves nothing for a month.
  const own = system.newcomer()
  await system.verifyPhone(own, member.mobile)
  granted(await decide((await apply(member, own)).application))
  await sent(system, signer, somebody(), situations.battery)
  const incoming = system.newcomer()
  const { file: proof } = granted(await system.ask(incoming, 'membership', 'putProof', { picture: paper }))
  const elsewhere = { unionName: '外地工会', proof }
  const pictured = (await sent(system, incoming, somebody(), situations.workshop, { elsewhere })).application
  const { task: filing } = await proposedExpulsion(system)
  return { applying, application, member, signer, pictured, filing }
}

/** What must hold between any two steps of a rotation. */
async function worksFor(people: Awaited<ReturnType<typeof cast>>): Promise<void> {
  const { applying, application, member, signer, pictured, filing } = people
  const known = await apply(member)
  expect(granted(await open(known.application)).duplicate).toBe('already-member')
  expect(codeOf(await decide(known.application))).toBe('ALREADY_MEMBER')

  const second = await apply(applying)
  expect(granted(await open(second.application)).duplicate).toBe('applying-elsewhere')
  expect(codeOf(await decide(second.application))).toBe('APPLYING_ELSEWHERE')
  const first = granted(await open(application))
  expect(first.duplicate).toBe('none')
  expect(first.applicant.name).toBe(applying.name)

  const newcomer = somebody()
  granted(await decide((await apply(newcomer)).application))
  expect(granted(await open((await apply(newcomer)).application)).duplicate).toBe('already-member')

  const phone = system.newcomer()
  await system.verifyPhone(phone, member.mobile)
  const identity = { name: member.name, document: 'resident', number: member.number, mobile: member.mobile }
  const route = await system.ask(phone, 'membership', 'previewRoute', {
    situation: situations.workshop,
    retired: false,
    identity,
  })
  expect(granted(route).action).toBe('KEEP')

  const found = granted(await system.ask(chair, 'membership', 'roster', { union, search: member.name }))
  expect(found.rows.map(({ name }) => name)).toEqual([member.name])
  expect(granted(await system.ask(signer, 'membership', 'mine', {})).application?.letter.signature).toBeDefined()
  expect(granted(await open(pictured)).elsewhere?.picture).toBeDefined()
  const above = { union: castUnions.street.id, task: filing }
  expect(granted(await system.ask('demo-street', 'membership', 'filing', above)).document).toMatch(/^data:image/)
}

/** Every lock there is belongs to a number under the configured keys, and every number has all of its locks. */
async function expectExactlyTheLocksOf(runtime: Runtime): Promise<void> {
  const { store, sealer, indexer } = runtime
  const wanted = new Set<string>()
  for (const { _id, secrets, nationality, locks } of await everyOne(persons, store)) {
    const opened = openJson(sealer, { collection: 'persons', id: _id, field: 'secrets' }, PersonSecrets, secrets)
    const expected = personLocks(opened, nationality, indexer)
    expect([...locks].sort()).toEqual([...expected].sort())
    for (const lock of expected) wanted.add(lock)
  }
  expect(new Set((await everyOne(identifiers, store)).map(({ _id }) => _id))).toEqual(wanted)

  const all = await everyOne(applications, store)
  const locksOf = new Map<string, readonly string[]>(
    all.map(({ _id, secrets, nationality }) => {
      const place = { collection: 'applications', id: _id, field: 'secrets' }
      return [_id, personLocks(openJson(sealer, place, ApplicantSecrets, secrets), nationality, indexer)] as const
    }),
  )
  for (const { _id, locks } of all) expect([...locks].sort()).toEqual([...(locksOf.get(_id) ?? [])].sort())
  for (const { _id, application } of (await everyOne(claims, store)).filter(({ _id }) => _id.startsWith('person:')))
    expect(locksOf.get(application)?.map((lock) => `person:${lock}`)).toContain(_id)
}

test('stopped anywhere, nobody notices that keys are being changed; at the end nothing is under the old ones', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 24 }), fc.boolean(), async (transactions, afterCommit) => {
      const [old, young] = [present, fresh()]
      const people = await cast()
      system.useKeys(keysOf(old, young))
      await rotateUntilKilled(transactions, afterCommit)
      await worksFor(people)
      await rotateToTheEnd()
      const both = system.runtime
      await expectExactlyTheLocksOf(both)

      system.useKeys(keysOf(young))
      await worksFor(people)
      await rotateUntilKilled(transactions, afterCommit)
      await worksFor(people)
      await rotateToTheEnd()
      await expectExactlyTheLocksOf(system.runtime)
      granted(await decide(people.application))
      present = young
    }),
    { numRuns: 5 },
  )
})

test('while instances with the old keys and with both take applications at once, one of them holds the number', async () => {
  const [old, young] = [present, fresh()]
  const processes = [keysOf(old), keysOf(old, young)]
  for (let round = 0; round < 10; round++) {
    const worker = somebody()
    const phones = [system.newcomer(), system.newcomer()]
    const form = await formFor(system, phones[0] ?? '', worker, situations.workshop)
    // A call belongs to the process that was there when it began.
    const answers = await Promise.all(
      processes.map((keys, at) => {
        system.useKeys(keys)
        return system.ask(phones[at], 'membership', 'submit', { form })
      }),
    )
    const sentIds = answers.map((answer) => granted(answer).application)
    const codes = [codeOf(await decide(sentIds[0] ?? '')), codeOf(await decide(sentIds[1] ?? ''))]
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1)
  }
  await rotateToTheEnd()
  await expectExactlyTheLocksOf(system.runtime)
  present = young
})

test('with nothing to change a run of the clock reads one note per collection and writes nothing', async () => {
  system.useKeys(keysOf(present))
  await rotateToTheEnd()
  const { store } = system.runtime
  let reads = 0
  const counted: Store = {
    ...store,
    get: (collection, id) => {
      reads++
      return store.get(collection, id)
    },
    find: () => Promise.reject(new Error('walked')),
    transact: () => Promise.reject(new Error('wrote')),
  }
  expect(await rotateSeals({ ...system.runtime, store: counted })).toBe(0)
  expect(await rotateLocks({ ...system.runtime, store: counted })).toBe(0)
  const files = ['of applications', 'of drafts', 'papers', 'photos']
  const locks = ['persons', 'applications']
  expect(reads).toBe(sealedFields.length + files.length + locks.length)
})
