import './document'
import * as exparser from 'miniprogram-exparser'
import type { WxElement } from 'miniprogram-exparser'

/** A finger: the engine derives `tap` from a touch that starts and ends in one place, and lets it bubble as WeChat does. */
export async function touch(target: Element): Promise<void> {
  target.dispatchEvent(touching('touchstart', target, 1))
  await Promise.resolve()
  target.dispatchEvent(touching('touchend', target, 0))
  await rest()
}

function touching(type: string, target: Element, fingers: 0 | 1): Event {
  const point = { identifier: 1, target, clientX: 1, clientY: 1, pageX: 1, pageY: 1 }
  const down = fingers === 0 ? [] : [point]
  const event = new TouchEvent(type, { bubbles: true, cancelable: true })
  for (const [name, points] of Object.entries({ touches: down, targetTouches: down, changedTouches: [point] }))
    Object.defineProperty(event, name, { value: points })
  return event
}

/** What an input, a picker or a button of the platform reports: the engine’s built-in components are inert. Throws where no handler is bound. */
export async function report(element: Element, type: string, detail: object, extraFields: object = {}): Promise<void> {
  const target = wxElementOf(element)
  if (target._vt.event[type] === undefined) throw new Error(`nothing is bound to “${type}” of ${element.tagName}`)
  const options = { bubbles: false, composed: false, capturePhase: true, extraFields }
  exparser.Event.dispatchEvent(target, exparser.Event.create(type, detail, options))
  await rest()
}

/** The attributes that the template bound: inert built-in components keep them in the virtual tree. */
export function attributesOf(element: Element): Readonly<Record<string, unknown>> {
  return Object.fromEntries(wxElementOf(element)._vt.attrs.map(({ name, value }) => [name, value]))
}

function wxElementOf(element: Element): WxElement {
  const inner: unknown = Reflect.get(element, '__wxElement')
  if (typeof inner !== 'object' || inner === null || !('_vt' in inner)) throw new Error('not an element of the engine')
  return inner as WxElement
}

/** A few turns of both threads. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 4))
}
