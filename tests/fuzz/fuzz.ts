import fc from 'fast-check'
import { sentences } from '../../shared/contract/errors'
import { chinaDay } from '../../shared/core/time'
import { resolvePolicy } from '../../shared/policy/resolve'
import { privacyNotice } from '../../shared/policy/privacy'
import { applications } from '../../cloudfunctions/_kernel/records/applications'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { castPeople, castScenes, castUnions, castUnits, stage } from '../../local/demo/personas'
import { asking, inOffice, offered, openedBinding, takenBinding } from '../faults/ready'
import { somebody } from '../forms'
import { contracts, granted, type TestSystem } from '../system'
import { inputsOf, type Dictionary } from './arbitrary'

export interface FuzzReport {
  readonly calls: number
  /** How often each code was answered; OK among them. */
  readonly codes: Readonly<Record<string, number>>
  /** What must not happen, with the call that did it. */
  readonly findings: readonly string[]
}

const officers = ['demo-factory-chair', 'demo-newform-chair', 'demo-battery-chair', 'demo-street', 'demo-city']
const workers = Array.from({ length: 12 }, (_, index) => `fuzz-worker-${index}`)
const callers: readonly (string | undefined)[] = [undefined, ...officers, ...workers]

/** What no answer may hold, whoever asks: whole numbers and phones of people on file. */
const secrets = Object.values(castPeople).flatMap(({ number, mobile }) => [number, mobile])
/** Whole names that a worker must not read of others. */
const names = Object.values(castPeople).map(({ name }) => name)
/** What somebody typed themself, and what is kept about them, comes back to them. */
const echoes = new Set(['loadDraft', 'mine', 'saveDraft', 'aboutMe', 'exportMine'])
/** What an officer may see whole, for a purpose that is kept; the request for a correction holds the right phone. */
const shownToOfficers = new Set(['reveal', 'requests'])

const perRound = 8
const kernelCodes = [
  'BAD_INPUT',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'PHONE_ONLY',
  'BROWSER_ONLY',
  'UNKNOWN_PROCEDURE',
  'TOO_LARGE',
  'TOO_MANY',
  'NOT_FOUND',
  'REQUEST_REUSED',
]

/** Calls every procedure with inputs from its own schema, as everybody in turn. The same seed makes the same inputs. */
export async function fuzz(system: TestSystem, calls: number, seed: number): Promise<FuzzReport> {
  const codes: Record<string, number> = {}
  const findings: string[] = []
  let made = 0
  for (let round = 0; made < calls; round++) {
    const words = await dictionary(system)
    for (const [name, { procedures }] of Object.entries(contracts)) {
      for (const [procedure, declared] of Object.entries(procedures)) {
        const inputs = fc.sample(inputsOf(declared.input, words), { numRuns: perRound, seed: seed + round })
        const allowed = new Set<string>([...declared.errors, ...kernelCodes])
        await Promise.all(
          inputs.map(async (input, index) => {
            const as = callers[(round * 7 + index * 5 + made) % callers.length]
            made += 1
            const requestId = index % 5 === 0 ? `fuzz-${seed}-repeated` : `fuzz-${seed}-${made}-${index}`
            const answer = await system.carry(as, name, { procedure, input, requestId })
            const said = JSON.stringify(answer)
            const code = codeOf(answer)
            codes[code] = (codes[code] ?? 0) + 1
            for (const finding of faultsOf(code, said, allowed, procedure, as))
              findings.push(
                `${name}.${procedure} as ${String(as)}: ${finding} ← ${JSON.stringify(input)?.slice(0, 300)}`,
              )
          }),
        )
      }
    }
  }
  return { calls: made, codes, findings }
}

function faultsOf(
  code: string,
  said: string,
  allowed: ReadonlySet<string>,
  procedure: string,
  as: string | undefined,
): string[] {
  const findings: string[] = []
  if (code !== 'OK' && !allowed.has(code)) findings.push(`answered ${code}`)
  if (said.length > 512 * 1024) findings.push(`answered ${said.length} characters`)
  if (echoes.has(procedure)) return findings
  const isOfficer = as !== undefined && officers.includes(as)
  if (isOfficer && shownToOfficers.has(procedure)) return findings
  if (secrets.some((secret) => said.includes(secret))) findings.push('a whole number or phone came back')
  if (!isOfficer && names.some((name) => said.includes(name))) findings.push('a whole name came back')
  return findings
}

function codeOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return 'NO_ANSWER'
  if (answer.ok === true) return 'OK'
  const error: unknown = Reflect.get(answer, 'error')
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' && code in sentences ? code : 'NO_CODE'
}

/** Ids that exist by now, people who could apply, and people who are on file. */
async function dictionary(system: TestSystem): Promise<Dictionary> {
  const { runtime } = system
  const union = castUnions.factory.id
  const [sent, held] = await Promise.all([
    runtime.store.find(applications, { index: 'inbox', equals: { desk: union }, limit: 20 }),
    runtime.store.find(memberships, { index: 'byUnion', equals: { union }, limit: 10 }),
  ])
  const { grant, code: office } = await offered(system, 'clerk')
  const { binding } = await takenBinding(system)
  const { officer } = await inOffice(system, union, 'clerk')
  const { request } = await asking(system)
  const shown = granted(await system.browser().ask('session', 'openSignIn', {}))
  const ids = (records: readonly { readonly _id: string }[]) =>
    records.length === 0 ? ['nobody'] : records.map(({ _id }) => _id)
  const people = [...Object.values(castPeople), ...Array.from({ length: 6 }, () => somebody())]
  const places = [stage.community, stage.street, stage.shinan, stage.changxingStreet]
  return {
    union: Object.values(castUnions).map(({ id }) => id),
    to: Object.values(castUnions).map(({ id }) => id),
    unit: [
      ...Object.values(castUnits).map(({ id }) => id),
      ...Object.values(castUnits).map(({ id }) => ({ kind: 'listed', unit: id })),
    ],
    application: ids(sent.documents),
    person: ids(held.documents),
    code: [office, await openedBinding(system), shown.code],
    grant: [grant],
    binding: [binding],
    officer: [officer],
    request: [request],
    until: ['2027-11-18', '2030-01-01'],
    scene: Object.values(castScenes),
    region: places,
    workRegion: places,
    parent: places,
    number: people.map(({ number }) => number),
    mobile: people.map(({ mobile }) => mobile),
    name: ['王建平', '李雷', 'MARIA ROSSI'],
    document: ['resident'],
    seen: [1, 2, 3],
    retired: [false],
    letterVersion: [
      resolvePolicy([stage.street, stage.shinan, stage.qingdao], chinaDay(runtime.now())).values.letter.version,
    ],
    privacyVersion: [privacyNotice.version],
    agreed: [true],
    sensitiveAgreed: [true],
    text: ['青岛', '公司', '工会'],
    search: ['王', '1234'],
    decidedOn: ['2026-11-18'],
  }
}
