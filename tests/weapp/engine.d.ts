/** What WeChat’s published packages and jsdom offer, as far as the loader uses it: none of them describes itself well enough. */

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly url: string; readonly pretendToBeVisual: boolean })
    readonly window: Window & Readonly<Record<string, unknown>>
  }
}

declare module 'miniprogram-simulate/src/index' {
  /** A page or component of j-component, with its exparser node. */
  export interface Rendered {
    readonly dom: HTMLElement
    readonly instance: Record<string, unknown>
    attach(host: Node): void
    detach(): void
  }
  export interface LoadOptions {
    readonly rootPath: string
    readonly compiler: 'official'
    readonly compilerOptions: { readonly maxBuffer: number }
  }
  export function load(path: string, tagName: string, options: LoadOptions): string
  export function render(id: string): Rendered
}

declare module 'miniprogram-simulate/src/utils' {
  const utils: { runJs: (path: string) => void }
  export = utils
}

declare module 'miniprogram-exparser' {
  export interface WxElement {
    readonly _vt: {
      readonly attrs: readonly { readonly name: string; readonly value: unknown }[]
      readonly event: Readonly<Record<string, unknown>>
    }
  }
  export const Event: {
    create(type: string, detail: object, options: object): object
    dispatchEvent(target: WxElement, event: object): void
  }
}

declare module 'miniprogram-compiler' {
  export function wxmlToJs(rootPath: string, options: { readonly maxBuffer: number }): string
}

declare module 'miniprogram-compiler/src/wcsc' {
  /** Compiles style sheets (paths without their ending); answers, not throws, an Error. */
  function wxssToJs(root: string, files: readonly string[], options: { readonly maxBuffer: number }): object
  export = wxssToJs
}
