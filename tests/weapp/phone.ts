import type { TestSystem } from '../system'
import type { Walker } from '../walker'
import { engineFaults } from './engine-faults'
import { attributesOf, report, rest, touch } from './gestures'
import { miniProgram } from './mini-program'
import type { OpenPage } from './open-page'
import { isDrawable } from './selector-query'
import { senses } from './senses'

/** Somebody’s phone with the built mini-program, its calls answered by the real functions on the embedded store. */
export interface MiniPhone extends Walker {
  page(): OpenPage
  /** Waits until this page is on top. */
  on(route: string): Promise<void>
  /** Waits for what has this id. */
  find(id: string): Promise<Element>
  /** Writes on a canvas: points in its own pixels, as WeChat reports them. */
  draw(id: string, points: readonly (readonly [x: number, y: number])[]): Promise<void>
  /** WeChat’s phone button: the person says yes and WeChat vouches for this number. */
  givePhone(id: string, mobile: string): Promise<void>
  /** The value that a built-in input shows. */
  valueOf(id: string): Promise<unknown>
  /** The privacy guide and the private interfaces of WeChat that were used, in order. */
  readonly private: readonly string[]
  /** What the phone was made to do with its screen and its motor, in order. */
  readonly felt: readonly string[]
  /** What was asked of the functions, in order. */
  readonly asked: readonly string[]
  /** What the phone’s pages weighed at their largest. */
  readonly weights: ReadonlyMap<string, { readonly elements: number; readonly update: number }>
  /** Leaves the mini-program and lets what is under way come to its end. */
  leave(): Promise<void>
}

export interface PhoneOptions {
  readonly built: string
  readonly openid: string
  readonly system: TestSystem
  /** What the camera reads when a page scans. */
  readonly camera?: () => string
  /** WeChat’s own look for a new version; without it there is none. */
  readonly updates?: () => object
  /** What the person says to WeChat’s privacy guide; without it this WeChat is too old to ask. */
  readonly privacy?: 'agrees' | 'refuses'
  /** 飞行模式: as long as it is down, no call leaves the phone. What is asked of a procedure whose answers it loses is done all the same. */
  readonly network?: { readonly down: boolean; readonly losesAnswersOf?: string }
  /** How long something may take to appear. */
  readonly patienceMs?: number
}

export function phoneOf(options: PhoneOptions): MiniPhone {
  const { built, openid, system, camera, updates = noUpdates, privacy, network, patienceMs = 8_000 } = options
  const asked: string[] = []
  const underWay = new Set<Promise<unknown>>()
  const weights = new Map<string, { elements: number; update: number }>()

  const cloud = {
    init: () => {},
    async callFunction({ name, data }: { readonly name: string; readonly data: { readonly procedure: string } }) {
      if (network?.down === true) throw new Error('cloud.callFunction:fail network')
      const procedure = `${name}.${data.procedure}`
      asked.push(procedure)
      const answer = system.knock(openid, name, data)
      underWay.add(answer)
      const result = await answer
      underWay.delete(answer)
      if (network?.losesAnswersOf === procedure) throw new Error('cloud.callFunction:fail timeout')
      return { result, errMsg: 'cloud.callFunction:ok' }
    },
  }
  const scanCode = (call: { success?(result: object): void; fail?(result: object): void }) =>
    camera === undefined
      ? call.fail?.({ errMsg: 'scanCode:fail cancel' })
      : call.success?.({ result: camera(), errMsg: 'scanCode:ok' })

  const used: string[] = []
  const guide = {
    canIUse: (name: string) => name === 'requirePrivacyAuthorize' && privacy !== undefined,
    requirePrivacyAuthorize(call: { success?(): void; fail?(refused: object): void }) {
      used.push('requirePrivacyAuthorize')
      if (privacy === 'agrees') call.success?.()
      else call.fail?.({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized' })
    },
    setClipboardData(call: { success?(result: object): void }) {
      used.push('setClipboardData')
      call.success?.({ errMsg: 'setClipboardData:ok' })
    },
  }

  const scriptFaults: string[] = []
  const { felt, functions } = senses()
  const platform = { cloud, scanCode, getUpdateManager: updates, ...guide, ...functions }
  const program = miniProgram(built, platform, (fault) => scriptFaults.push(fault))

  function weigh(page: OpenPage): void {
    const before = weights.get(page.route) ?? { elements: 0, update: 0 }
    weights.set(page.route, {
      elements: Math.max(before.elements, page.size()),
      update: Math.max(before.update, page.largestUpdate()),
    })
  }

  async function eventually<T>(what: string, look: (page: OpenPage) => T | undefined): Promise<T> {
    for (const until = Date.now() + patienceMs; ; await rest()) {
      const [fault] = [...scriptFaults, ...engineFaults()]
      if (fault !== undefined) throw new Error(fault)
      if (!program.hasPage() && Date.now() < until) continue
      const page = program.top()
      weigh(page)
      const seen = look(page)
      if (seen !== undefined) return seen
      if (Date.now() > until) throw new Error(`${what} is not on ${page.route}, which says:\n${page.text()}`)
    }
  }

  const find = (id: string) => eventually(`#${id}`, (page) => page.find(id))
  /** The part of WeChat’s own: the element itself, or the one inside. */
  const builtIn = (id: string, tag: string) =>
    eventually(`<${tag}> #${id}`, (page) => {
      const outer = page.find(id)
      return outer?.tagName === `WX-${tag.toUpperCase()}` ? outer : (outer?.querySelector(`wx-${tag}`) ?? undefined)
    })
  const field = (id: string) =>
    eventually(`field #${id}`, (page) => {
      const outer = page.find(id)
      return outer?.matches('wx-input, wx-textarea')
        ? outer
        : (outer?.querySelector('wx-input, wx-textarea') ?? undefined)
    })

  return {
    asked,
    private: used,
    felt,
    weights,
    find,
    page: () => program.top(),
    on: async (route) => void (await eventually(route, (page) => (page.route === route ? true : undefined))),
    open: (path) => {
      const [route = '', query = ''] = path.replace(/^\//, '').split('?')
      return program.open(route, Object.fromEntries(new URLSearchParams(query)))
    },
    tap: async (id) => touch(await find(id)),
    tapText: async (text) => touch(await eventually(`“${text}”`, (page) => page.findText(text))),
    type: async (id, value) => report(await field(id), 'input', { value, cursor: value.length, keyCode: 0 }),
    pickFirst: async (id) => report(await builtIn(id, 'picker'), 'change', { value: 0 }),
    reads: async (text) => {
      const says = (said: string) => (typeof text === 'string' ? said.includes(text) : text.test(said))
      await eventually(`“${String(text)}”`, (page) => (says(page.text()) ? true : undefined))
    },
    draw: async (id, points) => {
      const canvas = await eventually(`canvas #${id}`, (page) => {
        const found = page.find(id)
        return found !== undefined && isDrawable(found) ? found : undefined
      })
      await rest()
      for (const [index, [x, y]] of points.entries())
        await report(canvas, index === 0 ? 'touchstart' : 'touchmove', {}, { touches: [{ x, y }] })
      await report(canvas, 'touchend', {}, { touches: [] })
    },
    givePhone: async (id, mobile) =>
      report(await builtIn(id, 'button'), 'getphonenumber', { code: system.phoneCode(openid, mobile) }),
    valueOf: async (id) => attributesOf(await field(id))['value'],
    leave: async () => {
      await program.leave()
      for (let turn = 0; turn < 20 || underWay.size > 0; turn++) await rest()
    },
  }
}

/** A phone that has the newest version. */
const noUpdates = () => ({
  onCheckForUpdate: (tell: (found: { hasUpdate: boolean }) => void) => tell({ hasUpdate: false }),
  onUpdateReady: () => {},
  onUpdateFailed: () => {},
  applyUpdate: () => {},
})
