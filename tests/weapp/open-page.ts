import type { Rendered } from 'miniprogram-simulate/src/index'

/** A page that is open in the mini-program: its composed tree as the engine paints it, and what the platform calls on it. */
export interface OpenPage {
  readonly route: string
  /** What getCurrentPages() shows of it. */
  readonly instance: Readonly<Record<string, unknown>>
  /** The element with this id, built-in components included. */
  find(id: string): Element | undefined
  /** The innermost element that says this. */
  findText(text: string): Element | undefined
  text(): string
  /** How many elements stand on the page now (QUALITY: at most 250). */
  size(): number
  /** The largest update that the logic layer has sent to this page, in characters of JSON (QUALITY: at most 64 K). */
  largestUpdate(): number
  /** Calls a page function (onShow, onShareAppMessage, …) as the platform does. */
  call(name: string, ...args: readonly unknown[]): unknown
  attach(host: Node): void
  detach(): void
}

export function openPage(route: string, rendered: Rendered, query: object): OpenPage {
  const { dom, instance } = rendered
  Object.assign(instance, { route, __route__: route, options: query })
  const largestUpdate = watchUpdates(instance)
  const elements = () => Array.from(dom.querySelectorAll('*'))
  return {
    route,
    instance,
    largestUpdate,
    find: (id) => elements().find((element) => idOf(element) === id),
    findText: (text) =>
      elements()
        .filter((element) => element.textContent?.includes(text) === true)
        .at(-1),
    text: () => dom.textContent ?? '',
    size: () => elements().length,
    call: (name, ...args) => {
      const method = instance[name]
      return typeof method === 'function' ? Reflect.apply(method, instance, args) : undefined
    },
    attach: (host) => rendered.attach(host),
    detach: () => rendered.detach(),
  }
}

/** The engine keeps an element’s id to itself: the document shows none. */
function idOf(element: Element): unknown {
  const inner: unknown = Reflect.get(element, '__wxElement')
  return typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'id') : undefined
}

/** setData crosses from one thread to the other in WeChat: its size is what makes a phone slow. */
function watchUpdates(instance: Record<string, unknown>): () => number {
  let largest = 0
  const send = instance['setData']
  if (typeof send !== 'function') throw new Error('the page has no setData')
  instance['setData'] = (data: unknown, done?: unknown) => {
    largest = Math.max(largest, JSON.stringify(data).length)
    return Reflect.apply(send, instance, [data, done])
  }
  return () => largest
}
