import type { SealedAnswer } from '../../shared/contract/sealed-answer'
import { answerAtDoor } from './answers/door'
import { callerOf } from './caller'
import { answerHttp, answerHttpAsNobody, isHttpEvent, type HttpAnswer } from './desk/http-door'
import { currentRuntime, type Runtime } from './runtime'
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
    if (served.callers === 'nobody') return answerNobody(served, event, runtime)
    const caller = callerOf(context, runtime)
    if (caller.openid === undefined && isHttpEvent(event)) return answerHttp(served, event, runtime)
    return answerAtDoor(served, event, caller, runtime)
  }
}

/** Neither the context nor a cookie is read: whoever has this process learns no more than that somebody called. */
async function answerNobody(served: ServedFunction, event: unknown, runtime: Runtime) {
  return isHttpEvent(event) ? answerHttpAsNobody(served, event, runtime) : answerAtDoor(served, event, {}, runtime)
}
