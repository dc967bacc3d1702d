import fc from 'fast-check'
import { openTestSystem, type TestSystem } from './system'
import { begin, worldOf } from './whole-life/life'
import { acts, lived } from './whole-life/acts'
import { play } from './whole-life/play'
import { counted, hold, look, nobodyInAnEndedUnion } from './whole-life/holds'

/** One life at a time, through everything that members, officers and the clock can do to it: each act is a call of the real procedures, and a refusal is as good as an answer. */

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
jest.setTimeout(300_000)

const examples = [
  // 保留会籍以后在别处接续: the card goes along (R63).
  lived('card', 'retain', 'apply rider'),
  // 合并以后退会、再入会: the history of both records.
  lived('merge', 'six-months-away', 'apply workshop'),
  lived('merge', 'six-months-away', 'on-paper'),
  // What was under way follows whoever moves, or ends with it.
  lived('expel', 'transfer rider', 'release', 'accept'),
  lived('retain', 'ask-to-leave', 'apply rider'),
  lived('retain', 'expel', 'apply rider', 'file'),
  // Everything else at least once, whatever the dice say.
  lived('transfer own', 'release', 'accept', 'card', 'union-merges', 'confirm-event', 'object', 'wait 9', 'wait 9'),
  lived('transfer own', 'release', 'accept', 'union-ends', 'confirm-event', 'wait 9', 'wait 9', 'resume'),
  lived('new-workplace dispatched', 'entrust', 'end-entrust', 'card', 'certificate', 'received', 'apply workshop'),
  lived('card', 'merge', 'wait 3', 'undo', 'card', 'ask-to-leave', 'stay', 'ask-to-leave', 'announce'),
  lived('transfer rider', 'dispute', 'stop', 'transfer rider', 'dispute', 'uphold', 'accept', 'withdraw'),
  lived('expel', 'send-back', 'expel', 'file', 'reinstate', 'decease', 'reinstate', 'transfer rider', 'withdraw'),
  // A founding whose union ends before it is through (E25), and an objection of somebody who was expelled meanwhile.
  lived('union-ends', 'transfer own', 'release', 'accept', 'confirm-event', 'retain'),
  lived('transfer own', 'release', 'accept', 'union-ends', 'confirm-event', 'expel', 'file', 'object'),
]

test('whatever is done to a life: one membership, a state that the machine knows, no vote in retention, every entry of its history, a card only where the membership is', async () => {
  const world = worldOf(system)
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const life = await begin(system)
      let before = await look(system, life)
      for (const act of sequence.flat()) {
        await play(world, life, act)
        const after = await look(system, life, before)
        await hold(system, life, before, after, act.act)
        before = after
      }
      await counted(system, life)
      await nobodyInAnEndedUnion(world, life)
    }),
    {
      examples,
      numRuns: examples.length + 12,
    },
  )
  const commands = [
    ...[
      'requestTransfer',
      'releaseTransfer',
      'acceptTransfer',
      'disputeTransfer',
      'settleTransfer',
      'withdrawTransfer',
    ],
    ...[
      'changeWorkplace',
      'askToLeave',
      'takeBackLeaving',
      'announceLeaving',
      'changeMembership',
      'reinstateMembership',
    ],
    ...['proposeExpulsion', 'settleFiling', 'decide', 'enterOnBehalf', 'entrust', 'endEntrust', 'issueCertificate'],
    ...[
      'certificateReceived',
      'mergePersons',
      'undoMerge',
      'planEvent',
      'confirmEvent',
      'objectToEvent',
      'settleObjection',
    ],
  ]
  expect(commands.filter((command) => !world.done.has(command))).toEqual([])
})
