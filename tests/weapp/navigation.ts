import { posix } from 'node:path'

/** What wx.navigateTo and its like are asked. */
interface Asked {
  readonly url?: string
  readonly delta?: number
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
}

/** The stack of pages, as navigation needs it. */
export interface Stack {
  depth(): number
  /** The route of the page on top. */
  here(): string
  open(route: string, query: Readonly<Record<string, string>>): Promise<void>
  /** Closes so many, from the top. */
  close(count: number): Promise<void>
  /** The page on top can be seen again. */
  shown(): Promise<void>
}

/** How many pages WeChat lets stand on each other. */
const deepest = 10

/** wx.navigateTo, redirectTo, reLaunch and navigateBack: answers with callbacks and with a promise, as WeChat does. */
export function navigation(stack: Stack): Readonly<Record<string, unknown>> {
  const go = ({ url = '' }: Asked) => {
    const [path = '', query = ''] = url.split('?')
    const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(stack.here()), path)
    return stack.open(route, Object.fromEntries(new URLSearchParams(query)))
  }
  return {
    navigateTo: told('navigateTo', async (asked) => {
      if (stack.depth() >= deepest) throw new Error('webview count limit exceed')
      await go(asked)
    }),
    redirectTo: told('redirectTo', async (asked) => {
      await stack.close(1)
      await go(asked)
    }),
    reLaunch: told('reLaunch', async (asked) => {
      await stack.close(stack.depth())
      await go(asked)
    }),
    navigateBack: told('navigateBack', async ({ delta = 1 }) => {
      await stack.close(Math.min(delta, stack.depth() - 1))
      await stack.shown()
    }),
  }
}

function told(call: string, travel: (asked: Asked) => Promise<void>) {
  return async (asked: Asked = {}): Promise<object> => {
    try {
      await travel(asked)
    } catch (fault) {
      const result = { errMsg: `${call}:fail ${fault instanceof Error ? fault.message : String(fault)}` }
      asked.fail?.(result)
      asked.complete?.(result)
      throw fault
    }
    const result = { errMsg: `${call}:ok` }
    asked.success?.(result)
    asked.complete?.(result)
    return result
  }
}
