import { randomBytes } from 'node:crypto'
import { answerInfo } from '../../shared/contract/sealed-answer'
import { answerKeysOf, openAnswer } from '../../src/services/open-answer'
import { granted, type FunctionName, type TestBrowser, type TestSystem } from '../system'
import { somebody } from '../forms'

/** The device that everybody here asks with. */
export const device = answerKeysOf(randomBytes(32))

/** Whose way it is, and strokes that nobody draws twice. */
export const owner = 'the-owner'
export const worker = { ...somebody('19870623'), name: '欧阳回答甲' }
export const strokes = [[137, 911, 613, 277, 419, 853, 149, 701]]

export interface Answered {
  /** What the function returned, as the platform’s log keeps it. */
  readonly returned: string
  /** What the device makes of it. */
  readonly read: unknown
}

/** Asks, and keeps every procedure’s last answer. */
export interface Asking {
  readonly system: TestSystem
  readonly answered: ReadonlyMap<string, Answered>
  /** The data of the answer; a refusal fails the test. */
  call(as: string, name: FunctionName, procedure: string, input: unknown): Promise<unknown>
  /** The same from a browser, through its own door. */
  fromDesk(browser: TestBrowser, name: FunctionName, procedure: string, input: unknown): Promise<unknown>
}

export function askingIn(system: TestSystem): Asking {
  const answered = new Map<string, Answered>()
  let count = 0
  return {
    system,
    answered,
    async call(as, name, procedure, input) {
      const event = { procedure, input, requestId: `sealed-${++count}-00000000`, answerKey: device.answerKey }
      const returned = await system.knock(as, name, event)
      const read = openAnswer(returned, device, answerInfo(name, procedure))
      expect({ procedure, read }).toMatchObject({ procedure, read: { ok: true } })
      answered.set(`${name}.${procedure}`, { returned: JSON.stringify(returned), read })
      return Reflect.get(Object(read), 'data')
    },
    async fromDesk(browser, name, procedure, input) {
      const data: unknown = granted(await browser.ask(name, procedure as never, input))
      answered.set(`${name}.${procedure}`, { returned: system.returned.at(-1) ?? '', read: { ok: true, data } })
      return data
    },
  }
}
