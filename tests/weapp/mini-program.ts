import './document'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import * as simulate from 'miniprogram-simulate/src/index'
import engine from 'miniprogram-simulate/src/utils'
import { components, type Definition } from './components'
import { rest } from './gestures'
import { logicLayer } from './logic-layer'
import { navigation } from './navigation'
import { openPage, type OpenPage } from './open-page'
import { selectorQuery } from './selector-query'
import { phoneRandomness } from './randomness'
import { phoneStorage } from './storage'

const AppConfig = z.object({
  pages: z.array(z.string()).min(1),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
})
const PageConfig = z.object({ usingComponents: z.record(z.string(), z.string()).default({}) })

/** The built mini-program on one person’s phone. */
export interface MiniProgram {
  /** Opens a page on top of the others. */
  open(route: string, query?: Readonly<Record<string, string>>): Promise<void>
  /** The page on top of the stack. */
  top(): OpenPage
  /** Whether a page is open: while one is replaced by another, none is. */
  hasPage(): boolean
  /** Closes all pages, as leaving the mini-program does. */
  leave(): Promise<void>
}

/**
 * Runs a build on WeChat’s published compiler and component engine (miniprogram-simulate). Ours is only what those leave to the
 * client: the scripts’ scope, App() and Page(), the stack of pages, storage. `platform` are the functions of wx on this phone;
 * `onFault` hears what the scripts log as an error (React does, of what a page threw).
 * Throws where WeChat would refuse the build.
 */
export function miniProgram(
  built: string,
  platform: Readonly<Record<string, unknown>>,
  onFault: (words: string) => void,
): MiniProgram {
  const dist = realpathSync(built)
  const config = AppConfig.parse(JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')))
  const routes = new Set([
    ...config.pages,
    ...config.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ])
  const stack: OpenPage[] = []
  const ids = new Map<string, string>()
  let app: Definition | undefined

  const parts = components(
    dist,
    () => layer.running(),
    (definition) => Reflect.get(globalThis, 'Component')(definition),
  )
  const layer = logicLayer(dist, {
    wx: {
      ...Reflect.get(globalThis, 'wx'),
      ...phoneStorage(),
      ...phoneRandomness,
      ...navigation({ depth: () => stack.length, here: () => stack.at(-1)?.route ?? '', open, close, shown }),
      createSelectorQuery: () => selectorQuery(() => stack.at(-1)),
      ...platform,
    },
    App: (definition: Definition) => (app = definition),
    Page: parts.Page,
    Component: parts.Component,
    console: { ...console, error: (...words: readonly unknown[]) => onFault(words.map(String).join(' ')) },
    Behavior: Reflect.get(globalThis, 'Behavior'),
    getApp: () => app,
    getCurrentPages: () => stack.map(({ instance }) => instance),
  })

  function launch(): void {
    if (app !== undefined) return
    layer.run('app')
    const start = { path: config.pages[0], query: {}, scene: 1001, referrerInfo: {} }
    for (const name of ['onLaunch', 'onShow']) {
      const hook: unknown = Reflect.get(app ?? {}, name)
      if (typeof hook === 'function') Reflect.apply(hook, app, [start])
    }
  }

  /** The engine compiles the build once, and asks for each script by its path: that goes to the logic layer. */
  function idOf(route: string): string {
    const known = ids.get(route)
    if (known !== undefined) return known
    expectComponents(dist, route)
    engine.runJs = (path) => parts.define(posix.relative(dist, path), layer.run)
    const made = simulate.load(join(dist, route), 'page', {
      rootPath: dist,
      compiler: 'official',
      compilerOptions: { maxBuffer: 64 << 20 },
    })
    ids.set(route, made)
    return made
  }

  async function open(route: string, query: Readonly<Record<string, string>> = {}): Promise<void> {
    if (!routes.has(route)) throw new Error(`page "${route}" is not found`)
    launch()
    const id = idOf(route)
    stack.at(-1)?.call('onHide')
    const page = openPage(route, simulate.render(id), query)
    const host = document.createElement('div')
    document.body.appendChild(host)
    stack.push(page)
    page.call('onLoad', { ...query })
    page.call('onShow')
    page.attach(host)
    page.call('onReady')
    await rest()
  }

  async function close(count: number): Promise<void> {
    for (const page of stack.splice(Math.max(0, stack.length - count)).reverse()) {
      page.call('onUnload')
      page.detach()
    }
    await rest()
  }

  async function shown(): Promise<void> {
    stack.at(-1)?.call('onShow')
    await rest()
  }

  function top(): OpenPage {
    const page = stack.at(-1)
    if (page === undefined) throw new Error('no page is open')
    return page
  }

  return { open, top, hasPage: () => stack.length > 0, leave: () => close(stack.length) }
}

/** WeChat does not open a page whose component is missing; the engine would leave a hole. */
function expectComponents(dist: string, route: string): void {
  const read = (path: string) => PageConfig.parse(JSON.parse(readFileSync(join(dist, `${path}.json`), 'utf8')))
  for (const path of Object.values(read(route).usingComponents)) {
    const component = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(route), path)
    for (const part of ['js', 'json', 'wxml'])
      if (!existsSync(join(dist, `${component}.${part}`))) throw new Error(`${route}: ${component}.${part} is missing`)
  }
}
