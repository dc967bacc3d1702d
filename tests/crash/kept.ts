import { z } from 'zod'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { applications, drafts } from '../../cloudfunctions/_kernel/records/applications'
import { invitations } from '../../cloudfunctions/_kernel/records/registry'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { Acknowledged } from './journal'
import { byId, type Everything } from './everything'

/**
 * Every acknowledged act, compared with the database: what was answered with yes is there as often as it was answered, and nothing else is. The
 * journal must be complete: each call was repeated until it was answered.
 */
export function notKept(journal: readonly Acknowledged[], span: Span, runtime: Runtime): readonly string[] {
  const done = journal.filter(({ answer }) => answer.ok)
  return [...lostSteps(done, span), ...lostDrafts(done, span.after, runtime), ...lostOthers(done, span.after, runtime)]
}

/** The database before the first call and after the last answer. */
export interface Span {
  readonly before: Everything
  readonly after: Everything
}

const Reference = z.object({ application: z.string() })
const Decided = z.object({ application: z.string(), verdict: z.object({ kind: z.string() }) })
const Batch = z.object({ results: z.array(z.object({ ok: z.boolean(), application: z.string() })) })
const kindOfVerdict: Readonly<Record<string, string>> = { approve: 'approved', return: 'returned', reject: 'rejected' }

/** Which steps of which applications this act was told to have taken. */
function stepsOf({ procedure, input, answer }: Acknowledged): readonly string[] {
  switch (procedure) {
    case 'submit':
      return [`${Reference.parse(answer.data).application} submitted`]
    case 'resubmit':
      return [`${Reference.parse(input).application} resubmitted`]
    case 'withdraw':
      return [`${Reference.parse(input).application} withdrawn`]
    case 'remind':
      return [`${Reference.parse(input).application} reminded`]
    case 'decide': {
      const { application, verdict } = Decided.parse(input)
      return [`${application} ${kindOfVerdict[verdict.kind] ?? ''}`]
    }
    case 'decideBatch':
      return Batch.parse(answer.data).results.flatMap(({ ok, application }) => (ok ? [`${application} approved`] : []))
    default:
      return []
  }
}

function* lostSteps(done: readonly Acknowledged[], { before, after }: Span): Generator<string> {
  const there = new Set(stepsIn(before))
  yield* difference(
    done.flatMap(stepsOf),
    stepsIn(after).filter((step) => !there.delete(step)),
  )
}

const stepsIn = (database: Everything) =>
  database.all(applications).flatMap(({ _id, timeline }) => timeline.map(({ kind }) => `${_id} ${kind}`))

/** As bags: what is in one and not, or not as often, in the other. */
function* difference(acknowledged: readonly string[], taken: readonly string[]): Generator<string> {
  const left = new Map<string, number>()
  for (const step of acknowledged) left.set(step, (left.get(step) ?? 0) + 1)
  for (const step of taken) left.set(step, (left.get(step) ?? 0) - 1)
  for (const [step, times] of left)
    if (times !== 0) yield times > 0 ? `${step}: acknowledged, and not there` : `${step}: there, and never acknowledged`
}

/** The last act of an account on its draft decides whether there is one. */
function* lostDrafts(done: readonly Acknowledged[], database: Everything, runtime: Runtime): Generator<string> {
  const kept = byId(database.all(drafts))
  const expected = new Map<string, string | undefined>()
  for (const { as, procedure, answer } of done) {
    const savedAt = procedure === 'saveDraft' ? z.object({ savedAt: z.string() }).parse(answer.data).savedAt : undefined
    if (['saveDraft', 'dropDraft', 'submit', 'resubmit'].includes(procedure))
      expected.set(accountOf(as, runtime), savedAt)
  }
  for (const [account, savedAt] of expected)
    if (kept.get(account)?.savedAt !== savedAt)
      yield `draft of ${account}: ${String(kept.get(account)?.savedAt)}, not ${String(savedAt)}`
}

function* lostOthers(done: readonly Acknowledged[], database: Everything, runtime: Runtime): Generator<string> {
  const known = byId(database.all(accounts))
  const codes = byId(database.all(invitations))
  for (const { as, procedure, answer } of done) {
    if (procedure === 'verifyPhone' && known.get(accountOf(as, runtime))?.mobile === undefined)
      yield `the phone of ${as} was acknowledged and is not there`
    if (procedure === 'invite' && !codes.has(z.object({ scene: z.string() }).parse(answer.data).scene))
      yield `an invitation was acknowledged and is not there`
  }
}
