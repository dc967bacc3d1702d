import type { z } from 'zod'
import type { FunctionContract, ProcedureKind } from '../../shared/contract/procedure'
import { answerInfo } from '../../shared/contract/sealed-answer'
import { readAnswer } from './answer'
import { answerKeys } from './answer-keys'
import { openAnswer } from './open-answer'
import { goToUpdate } from './route'
import { offline, slow, type Answer } from './problem'
import { newRequestId } from './request-id'
import { signIn } from './sign-in'
import { carry, carryAsNobody } from './transport'

const patienceMs = 10_000

type Named<C extends FunctionContract, Kind extends ProcedureKind> = {
  [P in keyof C['procedures'] & string]: C['procedures'][P]['kind'] extends Kind ? P : never
}[keyof C['procedures'] & string]

export type QueryOf<C extends FunctionContract> = Named<C, 'query'>
export type CommandOf<C extends FunctionContract> = Named<C, 'command'>
export type ExchangeOf<C extends FunctionContract> = Named<C, 'exchange'>
export type InputOf<C extends FunctionContract, P extends keyof C['procedures']> = z.input<C['procedures'][P]['input']>
export type OutputOf<C extends FunctionContract, P extends keyof C['procedures']> = z.output<
  C['procedures'][P]['output']
>

/** Asks for something. Never throws; after ten seconds the answer is that there was none. */
export function ask<C extends FunctionContract, P extends QueryOf<C>>(
  contract: C,
  procedure: P,
  input: InputOf<C, P>,
): Promise<Answer<OutputOf<C, P>>> {
  return send(contract, procedure, input, undefined)
}

/** Does something. The same requestId has one effect, however often it is sent. */
export function act<C extends FunctionContract, P extends CommandOf<C>>(
  contract: C,
  procedure: P,
  input: InputOf<C, P>,
  requestId: string = newRequestId(),
): Promise<Answer<OutputOf<C, P>>> {
  return send(contract, procedure, input, requestId)
}

/** Does something that is harmless to repeat, for whoever has no account or must not be remembered by it. */
export function exchange<C extends FunctionContract, P extends ExchangeOf<C>>(
  contract: C,
  procedure: P,
  input: InputOf<C, P>,
): Promise<Answer<OutputOf<C, P>>> {
  return send(contract, procedure, input, undefined)
}

async function send<C extends FunctionContract, P extends keyof C['procedures'] & string>(
  contract: C,
  procedure: P,
  input: unknown,
  requestId: string | undefined,
): Promise<Answer<OutputOf<C, P>>> {
  const declared = contract.procedures[procedure]
  if (declared === undefined) throw new Error(`${contract.name} has no ${procedure}`)
  const keys = declared.answers === 'sealed' ? await answerKeys() : undefined
  const call = { procedure, input, requestId, answerKey: keys?.answerKey }
  const sent = contract.callers === 'nobody' ? carryAsNobody(contract.name, call) : carry(contract.name, call)
  const carried = await within(patienceMs, sent)
  if (carried === 'late') return { ok: false, problem: slow }
  if (carried.kind === 'offline') return { ok: false, problem: offline }
  const body = keys === undefined ? carried.body : openAnswer(carried.body, keys, answerInfo(contract.name, procedure))
  const answer = readAnswer<C['procedures'][P]['output']>(body, declared)
  if (!answer.ok && answer.problem.kind === 'refused') {
    if (answer.problem.code === 'NOT_SIGNED_IN') signIn()
    if (answer.problem.code === 'UPDATE_REQUIRED') void goToUpdate()
  }
  return answer
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T | 'late'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('late'), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
