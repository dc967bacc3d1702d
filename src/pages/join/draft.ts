import { z } from 'zod'
import { ApplicationId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import type { JoinDraft } from '../../../shared/membership/joining'
import { Answers, Origin } from './answers'
import type { Flow } from './flow'
import { isStep, reachable, type Facts } from './steps'

/** The shape of what is kept. A draft of another version is not read: the person starts over. */
const version = 1
const Kept = z.strictObject({
  version: z.literal(version),
  origin: Origin,
  answers: Answers,
  mends: ApplicationId.optional(),
})

/** 存草稿. */
export function toDraft(flow: Flow): JoinDraft {
  const { origin, answers, step, mending } = flow
  return {
    ...(origin.kind === 'invitation' ? { scene: origin.scene } : {}),
    step,
    ...(answers.elsewhere?.proof === undefined ? {} : { proof: answers.elsewhere.proof }),
    answers: { version, origin, answers, ...(mending === undefined ? {} : { mends: mending.application }) },
  }
}

export interface ReadDraft {
  readonly flow: Flow
  /** The returned application that this draft mends. */
  readonly mends?: ApplicationId
}

/** 接着填: the flow where it was left, or undefined for a draft of an older or a foreign shape. */
export function fromDraft(draft: JoinDraft, today: IsoDate): ReadDraft | undefined {
  const kept = Kept.safeParse(draft.answers)
  if (!kept.success || !isStep(draft.step)) return undefined
  const { origin, answers, mends } = kept.data
  const facts: Facts = { today, origin, answers, toMend: [] }
  const flow: Flow = { ...facts, step: reachable(draft.step, facts), tried: false, refusals: {} }
  return mends === undefined ? { flow } : { flow, mends }
}

/** Whether anything was answered that is worth keeping. */
export function isWorthKeeping({ answers, mending }: Flow): boolean {
  const { identity } = answers
  return answers.work !== undefined || identity.name !== '' || identity.number !== '' || mending !== undefined
}
