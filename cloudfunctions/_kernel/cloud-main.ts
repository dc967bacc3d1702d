import type { SealedAnswer } from '../../shared/contract/sealed-answer'
import { answerAtDoor } from './answers/door'
import { callerOf } from './caller'
import { currentRuntime } from './runtime'
import type { Answer, ServedFunction } from './serve'

/** A function’s door as CloudBase knocks on it: the event carries the call, the context says who calls. */
export function cloudMain(
  served: ServedFunction,
): (event: unknown, context: unknown) => Promise<Answer | SealedAnswer> {
  return (event, context) => {
    const runtime = currentRuntime()
    return answerAtDoor(served, event, callerOf(context, runtime), runtime)
  }
}
