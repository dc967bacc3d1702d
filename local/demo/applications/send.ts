import type { z } from 'zod'
import type { UnionId } from '../../../shared/core/ids'
import { chinaDay, isoTime, type IsoTime } from '../../../shared/core/time'
import { unreachable } from '../../../shared/core/unreachable'
import type { AnyProcedure } from '../../../shared/contract/procedure'
import { membership } from '../../../shared/contract/membership'
import type { JoinForm, UnionChoice } from '../../../shared/membership/joining'
import { accountOf } from '../../../cloudfunctions/_kernel/caller'
import { officers } from '../../../cloudfunctions/_kernel/records/registry'
import type { Caller, Runtime } from '../../../cloudfunctions/_kernel/runtime'
import type { Answer, ServedFunction } from '../../../cloudfunctions/_kernel/serve'
import type { Prng } from '../prng'
import type { ApplicationPlan, LaterAct } from './plan'
import { inventSignature } from './signature'

const { previewRoute, letter, submit, resubmit, mine, withdraw, remind, decide } = membership.procedures
const hourMs = 60 * 60 * 1000

/**
 * Sends applications through the membership function itself, at the time the plan says: what the demo world holds of them is what the
 * system makes of them. Answers whether the system took it.
 */
export function applicationSender(served: ServedFunction, runtime: Runtime, prng: Prng) {
  return async function send(plan: ApplicationPlan): Promise<boolean> {
    const sentAt = workingHour(runtime.now(), plan.sentDaysAgo, prng)
    const worker = { openid: plan.openid, account: accountOf(plan.openid, runtime) }
    const form = await formOf(plan, worker, sentAt)
    if (form === undefined) return false
    const sent = await ask('submit', { form }, worker, sentAt)
    if (!sent.ok) return false
    const { application } = read(submit, sent)
    for (const act of plan.later)
      await take(act, application, form, worker, earlierOf(later(sentAt, act.afterHours), runtime.now()))
    return true
  }

  async function formOf(
    { person, situation, objection }: ApplicationPlan,
    worker: Caller,
    at: IsoTime,
  ): Promise<JoinForm | undefined> {
    const { name, document, number, mobile, nationality, birth, sex, education, household } = person
    const identity = { name, document, number, mobile, ...(document === 'resident' ? {} : { nationality, birth, sex }) }
    const preview = read(previewRoute, await ask('previewRoute', { situation, retired: false, identity }, worker, at))
    if (!preview.canSubmit) return undefined
    const handler = objection === undefined ? (preview.primary ?? preview.reviewer) : preview.reviewer
    if (handler === undefined) return undefined
    const terms = read(letter, await ask('letter', { union: handler.union }, worker, at))
    return {
      situation,
      retired: false,
      identity,
      details: { education, household },
      choice: choiceOf(objection, preview.primary?.union),
      consent: {
        letterVersion: terms.version,
        privacyVersion: terms.privacyVersion,
        agreed: true,
        sensitiveAgreed: true,
        ...(terms.consentForm === 'signature' ? { signature: inventSignature(prng) } : {}),
      },
    }
  }

  async function take(act: LaterAct, id: string, form: JoinForm, worker: Caller, at: IsoTime): Promise<void> {
    const { application } = read(mine, await ask('mine', { application: id }, worker, at))
    if (application === undefined) throw new Error(`application ${id} is gone`)
    const seen = application.revision
    switch (act.kind) {
      case 'remind':
        return done(remind, await ask('remind', { application: id }, worker, at))
      case 'withdraw':
        return done(withdraw, await ask('withdraw', { application: id, seen }, worker, at))
      case 'resubmit':
        return done(resubmit, await ask('resubmit', { application: id, seen, form }, worker, at))
      case 'approve':
        return rule({ kind: 'approve', committee: { decidedOn: chinaDay(at) } })
      case 'return':
      case 'reject':
        return rule({ kind: act.kind, reasons: [act.reason], ...(act.note === undefined ? {} : { note: act.note }) })
      default:
        return unreachable(act)
    }

    async function rule(verdict: unknown) {
      const union = application?.union.union
      if (union === undefined || application?.undecided === true) return
      done(decide, await ask('decide', { union, application: id, seen, verdict }, await chairOf(union), at))
    }
  }

  async function chairOf(union: UnionId): Promise<Caller> {
    const page = await runtime.store.find(officers, { index: 'byUnion', equals: { union, role: 'chair' }, limit: 1 })
    const [chair] = page.documents
    if (chair === undefined) throw new Error(`${union} has no chair`)
    return { account: chair.account }
  }

  function ask(procedure: string, input: unknown, caller: Caller, at: IsoTime): Promise<Answer> {
    return served.answer({ procedure, input, requestId: runtime.random.id() }, caller, { ...runtime, now: () => at })
  }
}

function read<S extends z.ZodType>(
  procedure: { readonly summary: string; readonly output: S },
  answer: Answer,
): z.output<S> {
  if (!answer.ok) throw new Error(`the demo world was refused: ${answer.error?.code ?? ''} (${procedure.summary})`)
  return procedure.output.parse(answer.data)
}

function done(procedure: AnyProcedure, answer: Answer): void {
  read(procedure, answer)
}

function choiceOf(objection: string | undefined, primary: UnionId | undefined): UnionChoice {
  if (objection !== undefined) return { kind: 'objection', sentence: objection }
  return primary === undefined ? { kind: 'review' } : { kind: 'offered', union: primary }
}

/** Some time between eight and ten in the evening in China on that day, never later than now. */
function workingHour(now: IsoTime, daysAgo: number, prng: Prng): IsoTime {
  const midnight = Date.parse(`${chinaDay(isoTime(Date.parse(now) - daysAgo * 24 * hourMs))}T00:00:00.000+08:00`)
  return isoTime(Math.min(midnight + prng.whole(8 * 60, 22 * 60) * 60_000, Date.parse(now) - hourMs))
}

function earlierOf(a: IsoTime, b: IsoTime): IsoTime {
  return a < b ? a : b
}

function later(at: IsoTime, hours: number): IsoTime {
  return isoTime(Date.parse(at) + hours * hourMs)
}
