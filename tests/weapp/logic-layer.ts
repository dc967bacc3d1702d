import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/**
 * What exists in Node or a browser and not in WeChat’s JavaScript thread: code that needs one of these must fail here too.
 * Two are left out for the sake of the published engine, which shares this thread: `setTimeout` and `console` exist in both.
 */
const hidden = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self', 'global'],
  ...['process', 'Buffer', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'structuredClone', 'crypto'],
  ...['XMLHttpRequest', 'fetch', 'Headers', 'Request', 'Response', 'WebSocket', 'FormData', 'Blob', 'File', 'Worker'],
  ...['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'performance', 'atob'],
  ...['btoa', 'MessageChannel', 'BroadcastChannel', 'indexedDB', 'MutationObserver', 'Node', 'Element', 'HTMLElement'],
  ...['Event', 'EventTarget', 'CustomEvent'],
]

/** WeChat runs no code from strings: a library that tries must fail here too (zod without `jitless` does). */
const noCodeFromStrings = new Proxy(Function, {
  apply: refuse,
  construct: refuse,
})
function refuse(): never {
  throw new EvalError('code generation from strings is not allowed in a mini-program')
}

/** What the platform hands to every script: wx, App, Page, Component, getApp, getCurrentPages, Behavior. */
export type Platform = Readonly<Record<string, unknown>>

export interface LogicLayer {
  /** Runs a script of the build once; its path is relative to the build, without `.js`. */
  run(script: string): unknown
  /** The script that is running now, the one whose Page() or Component() is being called. */
  running(): string
}

/** WeChat’s JavaScript thread: CommonJS scripts of the build in a scope of their own, each once. Throws as WeChat does where a script is missing. */
export function logicLayer(dist: string, platform: Platform): LogicLayer {
  const modules = new Map<string, { exports: unknown }>()
  const global = {
    Object,
    Array,
    Map,
    Set,
    WeakMap,
    Promise,
    Symbol,
    Math,
    JSON,
    Date,
    RegExp,
    Error,
    TypeError,
    Number,
  }
  let current = ''

  function run(script: string): unknown {
    const known = modules.get(script)
    if (known !== undefined) return known.exports
    const file = join(dist, `${script}.js`)
    const made = { exports: {} }
    modules.set(script, made)
    const before = current
    current = script
    try {
      const names = ['require', 'module', 'exports', 'Function', 'globalThis', ...Object.keys(platform), ...hidden]
      const body = new Function(...names, `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`)
      body.call(
        undefined,
        (path: string) => run(found(path, script)),
        made,
        made.exports,
        noCodeFromStrings,
        global,
        ...Object.values(platform),
      )
    } finally {
      current = before
    }
    return made.exports
  }

  function found(path: string, from: string): string {
    const target = path.startsWith('/') ? join(dist, path) : resolve(dirname(join(dist, from)), path)
    const script = relative(dist, target).replaceAll('\\', '/').replace(/\.js$/, '')
    if (!existsSync(join(dist, `${script}.js`)))
      throw new Error(`module '${path}' is not defined, require args is '${path}' (from ${from})`)
    return script
  }

  return { run, running: () => current }
}
