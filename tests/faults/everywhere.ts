import { accountOf } from '../../cloudfunctions/_kernel/caller'
import type { Runtime } from '../../cloudfunctions/_kernel/runtime'
import type { Attempt, MakeAttempt } from './attempt'
import { attempts } from './attempts'
import { faulty, modes, type Mode } from './faulty'
import type { ServedFunction } from '../../cloudfunctions/_kernel/serve'
import type { ProcedureKind } from '../../shared/contract/procedure'
import { contracts, functions, openTestSystem, type FunctionName, type TestSystem } from '../system'

let system: TestSystem

/** Answered without a look into the store: there is nothing to go wrong. */
const storeless = new Set(['session.messageTemplates', 'card.issuerKeys'])
const leastOperations: Readonly<Record<ProcedureKind, number>> = { command: 2, exchange: 1, query: 1 }
const functionNames = Object.keys(contracts) as FunctionName[]
export const procedures = functionNames.flatMap((name) =>
  Object.entries(contracts[name].procedures).map(([procedure, { kind }]) => ({ name, procedure, kind })),
)
export const cases = procedures.flatMap(({ name, procedure, kind }) =>
  Object.entries(attempts[name][procedure] ?? {}).map(
    ([title, make]) => [`${name}.${procedure}: ${title}`, { name, procedure, kind, make }] as const,
  ),
)

export interface Case {
  readonly name: FunctionName
  readonly procedure: string
  readonly kind: ProcedureKind
  readonly make: MakeAttempt
}

type Answer = Awaited<ReturnType<ServedFunction['answer']>>

async function call(
  { name, procedure }: Case,
  { as, browser, input }: Attempt,
  requestId: string,
  runtime: Runtime,
): Promise<Answer> {
  if (browser !== undefined) {
    const answered = await browser.ask(name, procedure as never, input, { requestId, runtime })
    return answered.ok ? answered : { ok: false, error: { code: answered.code, message: answered.message } }
  }
  const caller = { openid: as, account: accountOf(as, system.runtime) }
  return functions[name].answer({ procedure, input, requestId }, caller, runtime)
}

/** The answer may be lost, never wrong; a repeat brings what is due, and the effect is there once. */
async function tryAt(
  each: Case,
  attempt: Attempt,
  at: number,
  mode: Mode,
): Promise<'went wrong' | 'nothing left to go wrong'> {
  const requestId = `faults-${at}-${system.newcomer()}`
  const { store, ballots, hit, used } = faulty(system.runtime, at, mode)
  const first = await call(each, attempt, requestId, { ...system.runtime, store, ballots, log: () => {} })
  if (!hit()) {
    expect({ used: used(), ok: first.ok, error: first.error }).toEqual({ used: at, ok: true, error: undefined })
    return 'nothing left to go wrong'
  }
  if (mode === 'late' || mode === 'conflict')
    expect({ at, ok: first.ok, error: first.error?.code }).toMatchObject({ ok: true })
  if (!first.ok) expect(first.error?.code).toBe('FAULT')

  const second = await call(each, attempt, requestId, system.runtime)
  // An exchange has no memory: asked again it answers again.
  if (first.ok && each.kind !== 'exchange') expect(second).toEqual(first)
  const spent = attempt.spent !== undefined && second.error?.code === attempt.spent
  if (!spent) expect({ at, ok: second.ok, error: second.error?.code }).toEqual({ at, ok: true, error: undefined })
  if (attempt.effects !== undefined)
    expect({ at, effects: await attempt.effects() }).toEqual({ at, effects: spent ? 0 : 1 })
  return 'went wrong'
}

/** One file’s share of them, in a world of its own: the files run side by side. */
export function failEverywhere(isMine: (each: Case) => boolean): void {
  beforeAll(async () => {
    system = await openTestSystem()
  }, 600_000)
  afterAll(() => system.close())
  jest.setTimeout(600_000)

  describe.each(cases.filter(([, each]) => isMine(each)))('%s', (_, each) => {
    test.each(modes)('%s at every single operation: a clear answer, and one effect after repeating', async (mode) => {
      const { name, procedure, kind, make }: Case = each
      let attempt = await make(system)
      let at = 0
      while ((await tryAt(each, attempt, at, mode)) === 'went wrong') {
        at++
        // What a question asks about is there still; what a command did is done.
        if (kind !== 'query') attempt = await make(system)
      }
      expect(at).toBeGreaterThanOrEqual(storeless.has(`${name}.${procedure}`) ? 0 : leastOperations[kind])
    })
  })
}
