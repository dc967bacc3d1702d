import { answerKeysOf, type AnswerKeys } from './open-answer'
import { randomBytes } from './random'

let made: Promise<AnswerKeys> | undefined

/** One pair from the start of the app to its end, in memory only. Where the phone has no randomness now, the next call tries again. */
export function answerKeys(): Promise<AnswerKeys> {
  made ??= randomBytes(32).then(answerKeysOf)
  made.catch(() => (made = undefined))
  return made
}
