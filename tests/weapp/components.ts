import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a script hands to Page() or Component(): WeChat’s options, of which the loader reads only these. */
export interface Definition {
  readonly [field: string]: unknown
  readonly data?: unknown
  readonly options?: object
  readonly properties?: Readonly<Record<string, unknown>>
}

type Register = (definition: object) => void

export interface Components {
  /** Registers what this script defines; a shared component is asked for again under a new id, and its script runs only once. */
  define(script: string, run: (script: string) => unknown): void
  readonly Page: (definition: Definition) => void
  readonly Component: (definition: Definition) => void
}

/** Page() and Component() on top of the engine’s own Component(). */
export function components(dist: string, running: () => string, register: Register): Components {
  const known = new Map<string, () => void>()

  function keep(make: () => object): void {
    const script = running()
    known.set(script, () => register(make()))
    register(make())
  }

  return {
    define(script, run) {
      const again = known.get(script)
      if (again === undefined) run(script)
      else again()
    },
    Page: (definition) => keep(() => pageOf(definition)),
    Component: (definition) => {
      const isolation = styleIsolationOf(dist, running())
      keep(() => componentOf(definition, isolation))
    },
  }
}

/** The engine knows components only: a page is one whose functions are its methods and whose styles have no prefix. */
function pageOf(definition: Definition): object {
  const methods = Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'))
  return { options: { classPrefix: '' }, data: copied(definition.data ?? {}), methods }
}

/** `apply-shared` (Taro’s comp and custom-wrapper) means that the page’s styles reach inside: no prefix there. */
function componentOf(definition: Definition, isolation: string): object {
  const { options, properties, data } = definition
  return {
    ...definition,
    options: { ...options, ...(isolation.includes('shared') ? { classPrefix: '' } : {}) },
    ...(properties === undefined ? {} : { properties: shallow(properties) }),
    ...(data === undefined ? {} : { data: copied(data) }),
  }
}

function styleIsolationOf(dist: string, script: string): string {
  const config: unknown = JSON.parse(readFileSync(join(dist, `${script}.json`), 'utf8'))
  if (typeof config !== 'object' || config === null || !('styleIsolation' in config)) return ''
  return String(config.styleIsolation)
}

/** The engine writes into what it is given. */
function shallow(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? { ...value } : value,
    ]),
  )
}

function copied(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data))
}
