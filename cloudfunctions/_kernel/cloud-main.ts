import type { SealedAnswer } from '../../shared/contract/sealed-answer'
import { answerAtDoor } from './answers/door'
import { callerOf } from './caller'
import { answerHttp, isHttpEvent, type HttpAnswer } from './desk/http-door'
import { currentRuntime } from './runtime'
import type { Answer, ServedFunction } from './serve'

/**
 * A function’s doors as CloudBase knocks on them. In WeChat the event carries the call and the context says who calls; a desk browser comes over HTTP,
 * where nobody but a cookie does. Whoever WeChat vouches for cannot come in by the other door.
 */
export function cloudMain(
  served: ServedFunction,
): (event: unknown, context: unknown) => Promise<Answer | SealedAnswer | HttpAnswer> {
  return (event, context) => {
    const runtime = currentRuntime()
    const caller = callerOf(context, runtime)
    if (caller.openid === undefined && isHttpEvent(event)) return answerHttp(served, event, runtime)
    return answerAtDoor(served, event, caller, runtime)
  }
}
