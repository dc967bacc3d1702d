import type { OpenPage } from './open-page'

const drawable = new WeakSet<Element>()

/** Whether the page has got hold of this canvas: a touch before that falls on nothing, as it does on a phone. */
export function isDrawable(canvas: Element): boolean {
  return drawable.has(canvas)
}

type Answered = (results: readonly (object | null)[]) => void
type AnsweredOne = (result: object | null) => void

/**
 * wx.createSelectorQuery: the engine lays nothing out, so a page that asks for a canvas would get none. Every element that is there
 * is told to be as wide as a phone’s card; a canvas also hands over a node whose context takes any stroke.
 */
export function selectorQuery(page: () => OpenPage | undefined): object {
  const asked: { readonly found: object | null; readonly tell?: AnsweredOne | undefined }[] = []
  const query = {
    select(selector: string) {
      const element = page()?.find(selector.replace(/^#/, ''))
      const found = element === undefined ? null : { width: 343, height: 180, left: 0, top: 0, ...nodeOf(element) }
      const take = (tell?: AnsweredOne) => {
        asked.push({ found, tell })
        return query
      }
      return { fields: (_what: object, tell?: AnsweredOne) => take(tell), boundingClientRect: take, node: take }
    },
    exec(answer?: Answered) {
      setTimeout(() => {
        for (const { found, tell } of asked) tell?.(found)
        answer?.(asked.map(({ found }) => found))
      }, 0)
    },
  }
  return query
}

function nodeOf(element: Element): object {
  if (element.tagName !== 'WX-CANVAS') return {}
  const context = new Proxy({}, { get: () => () => ({}), set: () => true })
  return { node: { width: 0, height: 0, getContext: () => (drawable.add(element), context) } }
}
