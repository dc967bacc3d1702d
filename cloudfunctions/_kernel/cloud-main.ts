import { callerOf } from './caller'
import { currentRuntime } from './runtime'
import type { Answer, ServedFunction } from './serve'

/** A function’s door as CloudBase knocks on it: the event carries the call, the context says who calls. */
export function cloudMain(served: ServedFunction): (event: unknown, context: unknown) => Promise<Answer> {
  return (event, context) => {
    const runtime = currentRuntime()
    return served.answer(event, callerOf(context, runtime), runtime)
  }
}
