import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** How one function runs in the cloud. Its code is the folder of the same name in `cloudfunctions/`. */
export interface DeclaredFunction {
  readonly name: string
  readonly memoryMb: 256 | 512
  readonly timeoutSeconds: number
  readonly timers: readonly Timer[]
  /** WeChat’s server interfaces it may call (云调用); anything else WeChat refuses. */
  readonly weChatInterfaces: readonly string[]
  /** Where desk pages call it, on the domain of DESK_ORIGIN; nothing else of it can be reached over HTTP. */
  readonly webPath?: string
}

export interface Timer {
  readonly name: string
  /** Second, minute, hour, day, month, weekday, year; Beijing time. */
  readonly cron: string
}

/** A person waits at most 20 s for an answer; the store gives up a transaction before that. */
const answering = { memoryMb: 256, timeoutSeconds: 20, timers: [], weChatInterfaces: [] } as const

/** The functions that are deployed: one for each folder without a leading underscore, or the build fails. */
export const declaredFunctions: readonly DeclaredFunction[] = [
  { ...answering, name: 'ballot', webPath: '/api/ballot' },
  { ...answering, name: 'card', webPath: '/api/card' },
  // Its jobs take a lease or may run twice, so that a slow minute may overlap the next.
  {
    ...answering,
    name: 'clock',
    timeoutSeconds: 120,
    timers: [{ name: 'everyMinute', cron: '0 * * * * * *' }],
    weChatInterfaces: ['subscribeMessage.send'],
  },
  { ...answering, name: 'home', webPath: '/api/home' },
  { ...answering, name: 'membership', webPath: '/api/membership' },
  { ...answering, name: 'registry', webPath: '/api/registry', weChatInterfaces: ['wxacode.getUnlimited'] },
  { ...answering, name: 'review', webPath: '/api/review' },
  { ...answering, name: 'session', webPath: '/api/session', weChatInterfaces: ['phonenumber.getPhoneNumber'] },
]

export const root = join(__dirname, '..', '..')

/** Throws where a folder and the declaration do not match: nothing is deployed by accident, nothing forgotten. */
export function expectAllDeclared(): void {
  const folders = readdirSync(join(root, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)
  const declared = declaredFunctions.map(({ name }) => name)
  const unmatched = [
    ...folders.filter((name) => !declared.includes(name)).map((name) => `cloudfunctions/${name} is not declared`),
    ...declared.filter((name) => !folders.includes(name)).map((name) => `${name} has no folder`),
  ]
  if (unmatched.length > 0) throw new Error(`scripts/functions/declared.ts: ${unmatched.join(', ')}`)
}
