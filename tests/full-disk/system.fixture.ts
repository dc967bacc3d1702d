import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { verifyAudit } from '../../cloudfunctions/_kernel/audit-chain/verify'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { runClock } from '../../cloudfunctions/clock/jobs'
import { membershipFunction } from '../../cloudfunctions/membership/function'
import { castUnions } from '../../local/demo/personas'
import { loadWorld } from '../../local/demo/load'
import { openLocalSystem, type LocalSystem } from '../../local/runtime'
import { everythingIn } from '../crash/everything'
import { notWhole } from '../crash/whole'
import { formFor, situations, somebody } from '../forms'
import { functions, granted, type TestSystem } from '../system'
import { fill, makeRoom, type Way } from './disk'

/** Runs on a disk that it fills itself; prints what it saw, a line of JSON each; `reopen` reads the lines of `live`. `live` is killed at the end while the disk is full. */
const [, , mode, way, place] = process.argv
const folder = join(place ?? '', 'data')
const say = (seen: object) => process.stdout.write(`${JSON.stringify(seen)}\n`)

function open(): { system: LocalSystem; ask: TestSystem['ask']; logged: string[] } {
  const system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  const logged: string[] = []
  const runtime = {
    ...system.runtime,
    log: ({ code, fault }: { code: string; fault?: unknown }) => logged.push(`${code} ${String(fault)}`),
  }
  let count = 0
  const ask: TestSystem['ask'] = async (
    as = '',
    name,
    procedure,
    input,
    requestId = `full-${mode}-${++count}-00000`,
  ) => {
    const caller = { openid: as, account: accountOf(as, runtime) }
    const answer = await functions[name].answer({ procedure, input, requestId }, caller, runtime)
    if (answer.error !== undefined) return { ok: false, ...answer.error, fields: answer.error.fields ?? {} }
    return { ok: true, data: answer.data as never }
  }
  return { system, ask, logged }
}

type Ready = readonly { readonly as: string; readonly form: unknown; readonly requestId: string }[]

/** Forms made ready while there is room: asking for a route counts the number, which is a write too. */
async function readyForms(ask: TestSystem['ask'], situation: keyof typeof situations, prefix: string, many: number) {
  const people = Array.from({ length: many }, (_, count) => `${prefix}-${count}`)
  return Promise.all(
    people.map(async (as) => ({
      as,
      form: await formFor({ ask }, as, somebody(), situations[situation]),
      requestId: `${as}-00000000`,
    })),
  )
}

/** Sends forms until one is not taken, and answers that one. */
async function sendUntilFull(ask: TestSystem['ask'], ready: Ready) {
  for (const { as, form, requestId } of ready) {
    const sent = await ask(as, 'membership', 'submit', { form }, requestId)
    if (!sent.ok) return { as, form, requestId, code: sent.code, message: sent.message }
    say({ acknowledged: as, application: sent.data.application, form, requestId })
  }
  throw new Error('the disk took everything')
}

async function live(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { system, ask, logged } = open()
  await loadWorld(
    { units: 60, unions: 60, members: 40, applications: 5 },
    'full',
    system.runtime,
    membershipFunction,
    () => {},
  )
  const riders = await readyForms(ask, 'rider', 'rider', 40)
  const signers = await readyForms(ask, 'battery', 'signer', 40)
  const others = await readyForms(ask, 'workshop', 'other', 40)
  for (const { as, form, requestId } of [...riders.splice(0, 4), ...signers.splice(0, 1)]) {
    const { application } = granted(await ask(as, 'membership', 'submit', { form }, requestId))
    say({ acknowledged: as, application, form, requestId })
  }
  fill(way as Way, folder)

  const refused = await sendUntilFull(ask, riders)
  const signed = await sendUntilFull(ask, signers)
  say({ refused: [refused.code, signed.code], message: refused.message, logged })
  const me = await ask('rider-0', 'session', 'me', {})
  const inbox = await ask('demo-newform-chair', 'membership', 'inbox', { union: castUnions.newForm.id })
  say({ reads: [me.ok, inbox.ok] })

  makeRoom(way as Way, folder)
  for (const { as, form, requestId } of [refused, signed]) {
    const repeated = await ask(as, 'membership', 'submit', { form }, requestId)
    say({ afterwards: repeated.ok ? 'OK' : repeated.code })
  }

  fill(way as Way, folder)
  say({ cut: await sendUntilFull(ask, others) })
  process.kill(process.pid, 'SIGKILL')
}

/** What `live` printed of those who were answered, and of the one who was not. */
const Lived = z.object({
  acknowledged: z.string().optional(),
  form: z.unknown().optional(),
  requestId: z.string().optional(),
  cut: z.object({ as: z.string(), form: z.unknown(), requestId: z.string() }).optional(),
})

/** On the same disk, still full where it is a real one. */
async function reopen(): Promise<void> {
  try {
    await open().system.close()
    say({ openedFull: 'opened' })
  } catch (fault) {
    say({ openedFull: fault instanceof Error ? `${fault.name}: ${fault.message}` : 'something else' })
  }
  makeRoom(way as Way, folder)
  const { system, ask } = open()
  const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean)
  for (const line of lines) {
    const { acknowledged, cut, form, requestId } = Lived.parse(JSON.parse(line))
    if (acknowledged !== undefined) {
      const again = await ask(acknowledged, 'membership', 'submit', { form }, requestId)
      say({ kept: again.ok ? again.data.application : again.code })
    }
    if (cut !== undefined) {
      const again = await ask(cut.as, 'membership', 'submit', { form: cut.form }, cut.requestId)
      say({ taken: again.ok ? 'OK' : again.code })
    }
  }
  await runClock(system.runtime)
  const findings = await verifyAudit(system.runtime.store)
  await system.close()
  say({ whole: notWhole(everythingIn(system.folder.database)), findings })
}

process.on('SIGXFSZ' as NodeJS.Signals, () => {})
;(mode === 'live' ? live() : reopen()).catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
