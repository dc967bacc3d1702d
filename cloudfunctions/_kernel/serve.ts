import { z } from 'zod'
import { RequestId, type AccountId } from '../../shared/core/ids'
import { chinaDay, type IsoDate, type IsoTime } from '../../shared/core/time'
import { refuse, type Outcome } from '../../shared/core/outcome'
import { sentences, type ErrorCode } from '../../shared/contract/errors'
import type { KernelCode } from '../../shared/contract/kernel-errors'
import type { Answers, AnyProcedure, FunctionContract, Procedure } from '../../shared/contract/procedure'
import { isSupported } from '../../shared/contract/version'
import { judgeAccess } from './access'
import { actsOnce, type Act, type Acts } from './acts'
import type { Caller, LogEntry, Runtime } from './runtime'
import { BadCursor, CannotWrite } from './store/port'

/** What a handler gets: parsed input, a judged caller, the ports, and the time of the call. */
export interface Call<Input> extends Omit<Runtime, 'now' | 'log'> {
  readonly input: Input
  readonly caller: Caller
  /** The caller’s account. Throws in a procedure open to anyone, which has none. */
  readonly account: AccountId
  readonly now: IsoTime
  /** The time as it goes on, for what takes a while. */
  readonly clock: () => IsoTime
  readonly today: IsoDate
  /** One transaction with its answer kept: the only way a command writes. */
  readonly act: Act
}

/** The code list is an allow-list: a handler cannot answer what the contract does not name. */
export type Handler<P> =
  P extends Procedure<infer I, infer O, infer Code>
    ? (call: Call<z.output<I>>) => Promise<Outcome<z.input<O>, Code | KernelCode>>
    : never

/** One use case, one file: gives a handler its types from the contract. */
export function implement<P extends AnyProcedure>(_procedure: P, handler: Handler<P>): Handler<P> {
  return handler
}

export type Handlers<C extends FunctionContract> = {
  readonly [K in keyof C['procedures']]: Handler<C['procedures'][K]>
}

export interface Answer {
  readonly ok: boolean
  readonly data?: unknown
  readonly error?: {
    readonly code: ErrorCode
    readonly message: string
    readonly fields?: Readonly<Record<string, string>>
  }
}

export interface ServedFunction {
  readonly name: string
  readonly callers: 'known' | 'nobody'
  /** How this procedure’s answers leave the function; a procedure that does not exist is refused plainly. */
  answersOf(procedure: string): Answers
  answer(event: unknown, caller: Caller, runtime: Runtime): Promise<Answer>
}

const Event = z.object({
  procedure: z.string().max(64),
  input: z.unknown(),
  requestId: RequestId.optional(),
  /** Which contract the app was built with. */
  version: z.number().int().optional(),
})
const maxEventCharacters = 256 * 1024

/** People never see zod’s own words: a schema says its sentence, or this one stands at the field. */
z.config({ customError: () => '请检查这一项' })

type LooseHandler = (call: Call<unknown>) => Promise<Outcome<unknown, ErrorCode>>

/** Joins a contract with its handlers. A missing handler does not compile; an unknown procedure is a typed refusal. */
export function serve<C extends FunctionContract>(contract: C, handlers: Handlers<C>): ServedFunction {
  return {
    name: contract.name,
    callers: contract.callers ?? 'known',
    answersOf: (name) =>
      Object.hasOwn(contract.procedures, name) ? (contract.procedures[name]?.answers ?? 'plain') : 'plain',
    answer: (event, caller, runtime) =>
      answerOnce(contract, handlers, event, contract.callers === 'nobody' ? {} : caller, runtime),
  }
}

async function answerOnce(
  contract: FunctionContract,
  handlers: object,
  event: unknown,
  caller: Caller,
  runtime: Runtime,
): Promise<Answer> {
  let procedureName = ''
  try {
    const parsed = Event.safeParse(event)
    if (!parsed.success) return say(refuse('BAD_INPUT'))
    if (!isSupported(parsed.data.version)) return say(refuse('UPDATE_REQUIRED'))
    procedureName = parsed.data.procedure
    const answer = await dispatch(contract, handlers, parsed.data, caller, runtime)
    runtime.log({ function: contract.name, procedure: procedureName, code: answer.error?.code ?? 'OK' })
    return answer
  } catch (fault) {
    if (fault instanceof BadCursor) return say(refuse('BAD_INPUT', { field: 'cursor' }))
    return answerFault(fault, { function: contract.name, procedure: procedureName }, runtime)
  }
}

/** What broke, once, at the edge: into the log with a number, and the number alone to the person. */
export function answerFault(
  fault: unknown,
  where: Pick<LogEntry, 'function' | 'procedure'>,
  { random, log }: Pick<Runtime, 'random' | 'log'>,
): Answer {
  const number = random
    .id()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 4)
    .toUpperCase()
  const code = fault instanceof CannotWrite ? 'CANNOT_SAVE' : 'FAULT'
  log({ ...where, code, number, fault })
  return say(refuse(code, { message: `${sentences[code]}（编号 ${number}）` }))
}

async function dispatch(
  contract: FunctionContract,
  handlers: object,
  event: z.infer<typeof Event>,
  caller: Caller,
  runtime: Runtime,
): Promise<Answer> {
  if (!Object.hasOwn(contract.procedures, event.procedure)) return say(refuse('UNKNOWN_PROCEDURE'))
  const procedure = contract.procedures[event.procedure]
  const handler = handlerOf(handlers, event.procedure)
  if (procedure === undefined || handler === undefined) return say(refuse('UNKNOWN_PROCEDURE'))
  if (JSON.stringify(event.input ?? null).length > maxEventCharacters) return say(refuse('TOO_LARGE'))

  const input = procedure.input.safeParse(event.input)
  if (!input.success) return badInput(input.error)
  if (procedure.kind === 'command' && event.requestId === undefined)
    return say(refuse('BAD_INPUT', { field: 'requestId' }))

  const now = runtime.now()
  const access = await judgeAccess(procedure.access, trusted(input.data), caller, runtime.store, now)
  if (access !== 'allowed') return say(refuse(access))

  const acts = procedure.kind === 'command' ? repeatsOf(contract, event, input.data, caller, runtime) : undefined
  const earlier = await acts?.earlier<unknown, ErrorCode>()
  if (earlier !== undefined) return told(procedure, earlier)
  const outcome = await handler(makeCall(contract, event, input.data, caller, runtime, now, acts))
  return told(procedure, outcome.ok || acts === undefined ? outcome : await acts.settle(outcome))
}

/** The answer is an allow-list: what the contract’s output does not name does not leave. */
function told(procedure: AnyProcedure, outcome: Outcome<unknown, ErrorCode>): Answer {
  return outcome.ok ? { ok: true, data: procedure.output.parse(outcome.data) } : say(outcome)
}

function repeatsOf(
  contract: FunctionContract,
  event: z.infer<typeof Event>,
  input: unknown,
  caller: Caller,
  runtime: Runtime,
): Acts {
  if (event.requestId === undefined || caller.account === undefined)
    throw new Error(`${contract.name}.${event.procedure} is a command that anybody may call`)
  return actsOnce(
    runtime,
    { account: caller.account, procedure: `${contract.name}.${event.procedure}`, requestId: event.requestId, input },
    trusted,
  )
}

function makeCall(
  contract: FunctionContract,
  event: z.infer<typeof Event>,
  input: unknown,
  caller: Caller,
  runtime: Runtime,
  now: IsoTime,
  acts: Acts | undefined,
): Call<unknown> {
  const { store, ballots, sealer, indexer, issuer, files, random } = runtime
  const { phone, messenger, poster, confirmationLink, handedLink, deskOrigin } = runtime
  const account = () => {
    if (caller.account === undefined)
      throw new Error(`${contract.name}.${event.procedure} asked for an account that nobody is signed in to`)
    return caller.account
  }
  return {
    store,
    ballots,
    sealer,
    indexer,
    issuer,
    files,
    random,
    phone,
    messenger,
    poster,
    confirmationLink,
    handedLink,
    deskOrigin,
    input,
    caller,
    now,
    clock: runtime.now,
    today: chinaDay(now),
    get account() {
      return account()
    },
    act: (work, part) => {
      if (acts === undefined) throw new Error(`${contract.name}.${event.procedure} is not a command and cannot act`)
      return acts.act(work, part)
    },
  }
}

/** The one place where types are taken on trust: contract and handlers were checked against each other in `serve`. */
function trusted<T>(value: unknown): T {
  return value as T
}

function handlerOf(handlers: object, name: string): LooseHandler | undefined {
  return trusted<Readonly<Record<string, LooseHandler | undefined>>>(handlers)[name]
}

function say(refusal: { code: ErrorCode; field?: string; message?: string }): Answer {
  const message = refusal.message ?? sentences[refusal.code]
  return {
    ok: false,
    error: {
      code: refusal.code,
      message,
      ...(refusal.field === undefined ? {} : { fields: { [refusal.field]: message } }),
    },
  }
}

/** At most twenty fields are named, each once, so that a hostile input cannot grow the answer. */
function badInput(error: z.ZodError): Answer {
  const fields: Record<string, string> = {}
  for (const issue of error.issues.slice(0, 20)) {
    const path = issue.path.map(String).join('.').slice(0, 80)
    if (path !== '' && !Object.hasOwn(fields, path) && path !== '__proto__') fields[path] = issue.message
  }
  return { ok: false, error: { code: 'BAD_INPUT', message: sentences.BAD_INPUT, fields } }
}
