import fc from 'fast-check'
import { answerHttp } from '../../cloudfunctions/_kernel/desk/http-door'
import { castPeople } from '../../local/demo/personas'
import { signedInBrowser } from '../faults/ready'
import { contracts, functions, type FunctionName, type TestSystem } from '../system'

export interface DoorReport {
  /** How often the door answered with each status. */
  readonly statuses: Readonly<Record<string, number>>
  readonly findings: readonly string[]
}

const secrets = Object.values(castPeople).flatMap(({ name, number, mobile }) => [name, number, mobile])
const cookieForm = /^__Host-desk=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=28800; Secure; HttpOnly; SameSite=Strict$/

/** HTTP events of every shape at every function’s door for browsers: wrong origins, planted cookies, bodies that are none. The same seed makes the same events. */
export async function fuzzDoor(system: TestSystem, count: number, seed: number): Promise<DoorReport> {
  const statuses: Record<string, number> = {}
  const findings: string[] = []
  const signedIn = (await signedInBrowser(system, 'demo-factory-chair')).cookie()
  for (const event of fc.sample(eventsOf(system.runtime.deskOrigin, signedIn), { numRuns: count, seed })) {
    const name = nameIn(event)
    const { statusCode, headers, body } = await answerHttp(functions[name], event, system.runtime)
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1
    const note = (what: string) => findings.push(`${what} ← ${JSON.stringify(event)?.slice(0, 400)}`)
    const answer: unknown = JSON.parse(body)
    if (statusCode === 200 && originOf(event) !== system.runtime.deskOrigin) note('another origin was answered')
    if (statusCode !== 200 && Reflect.get(Object(answer), 'ok') !== false)
      note(`status ${statusCode} without a refusal`)
    const cookie = headers['Set-Cookie']
    if (cookie !== undefined && !cookieForm.test(cookie)) note(`a cookie of another form: ${cookie}`)
    if (secrets.some((secret) => body.includes(secret))) note('somebody was named in full')
  }
  return { statuses, findings }
}

const names = Object.keys(contracts) as FunctionName[]
const procedures = names.flatMap((name) => Object.keys(contracts[name].procedures).map((one) => `/${name}/${one}`))

function nameIn(event: unknown): FunctionName {
  const path = String(Reflect.get(Object(event), 'path'))
  return names.find((name) => path.startsWith(`/${name}/`)) ?? 'session'
}

function originOf(event: unknown): unknown {
  const headers = Object.entries(Object(Reflect.get(Object(event), 'headers')))
  return headers.filter(([name]) => name.toLowerCase() === 'origin').at(-1)?.[1]
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', '\r\nSet-Cookie: a=b', '__proto__', ';;==', '/'),
)

function eventsOf(origin: string, signedIn: string): fc.Arbitrary<unknown> {
  const cookie = fc.oneof(
    fc.constantFrom(signedIn, `a=b; ${signedIn}; c`, `${signedIn}x`, '__Host-desk=', `__Host-desk=${'A'.repeat(43)}`),
    text,
  )
  const from = fc.oneof(
    { weight: 5, arbitrary: fc.constant(origin) },
    { weight: 1, arbitrary: fc.constantFrom(`${origin}.evil.example`, 'null', '') },
  )
  const headers = fc.record(
    { origin: from, Origin: from, Cookie: cookie, 'User-Agent': text, 'X-Forwarded-For': text },
    { requiredKeys: ['Origin'] },
  )
  const envelope = fc.record(
    {
      input: fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 3 })),
      requestId: fc.oneof(fc.constant('door-request-00000'), fc.jsonValue({ maxDepth: 1 })),
      answerKey: fc.oneof(fc.constantFrom('A'.repeat(43), `${'B'.repeat(42)}A`), text),
      version: fc.oneof(fc.constant(1), fc.jsonValue({ maxDepth: 1 })),
      procedure: fc.constant('me'),
      account: fc.constant('somebody-else'),
    },
    { requiredKeys: ['input'] },
  )
  const body = fc.oneof(
    { weight: 6, arbitrary: envelope.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: text },
  )
  const asked = fc.record(
    {
      httpMethod: fc.oneof(
        { weight: 6, arbitrary: fc.constant('POST') },
        { weight: 1, arbitrary: fc.constantFrom('GET', 'OPTIONS', '') },
      ),
      path: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...procedures) }, { weight: 1, arbitrary: text }),
      headers,
      body,
      isBase64Encoded: fc.boolean(),
      requestContext: fc.record({ sourceIp: fc.oneof(fc.ipV4(), fc.ipV6(), text) }),
    },
    { requiredKeys: ['httpMethod', 'path', 'headers', 'body'] },
  )
  const encoded = asked.map((event) =>
    event.isBase64Encoded === true ? { ...event, body: Buffer.from(event.body).toString('base64') } : event,
  )
  return fc.oneof(
    { weight: 8, arbitrary: encoded },
    { weight: 1, arbitrary: asked },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  )
}
