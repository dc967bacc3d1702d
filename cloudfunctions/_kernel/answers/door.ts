import { z } from 'zod'
import { sentences } from '../../../shared/contract/errors'
import { answerInfo, type SealedAnswer } from '../../../shared/contract/sealed-answer'
import type { Caller, Runtime } from '../runtime'
import type { Answer, ServedFunction } from '../serve'
import { sealingTo } from './seal-answer'

const Knock = z.object({ procedure: z.string(), answerKey: z.unknown().optional() })

/**
 * What a deployed function returns, and so what the platform’s log keeps: a plain answer, or one sealed to the device that asked. Without a key to seal to
 * nothing is done.
 */
export async function answerAtDoor(
  served: ServedFunction,
  event: unknown,
  caller: Caller,
  runtime: Runtime,
): Promise<Answer | SealedAnswer> {
  const knock = Knock.safeParse(event)
  if (!knock.success || served.answersOf(knock.data.procedure) === 'plain') return served.answer(event, caller, runtime)
  const { procedure, answerKey } = knock.data
  const seal = sealingTo(answerKey, answerInfo(served.name, procedure))
  if (seal === undefined) {
    runtime.log({ function: served.name, procedure, code: 'BAD_INPUT' })
    const message = sentences.BAD_INPUT
    return { ok: false, error: { code: 'BAD_INPUT', message, fields: { answerKey: message } } }
  }
  return { sealed: seal(JSON.stringify(await served.answer(event, caller, runtime))) }
}
