import type { Plugin } from 'esbuild'
import { dirname } from 'node:path'

/**
 * What the SDK loads and no function of ours uses: language models, data models over HTTP, tickets for its web log-in, uploads that we do ourselves, and the
 * look-up of the machine it runs on, which inside a function it never makes. Together half of its size and of its loading time.
 */
const unusedBySdk = [
  '@cloudbase/ai',
  '@cloudbase/wx-cloud-client-sdk',
  'axios',
  'http-proxy-agent',
  'https-proxy-agent',
  'jsonwebtoken',
  'mime-db',
  'web-streams-polyfill',
  'xml2js',
]

/** Stands in for a package that is left out: it loads as nothing, and whoever reaches into it is told. */
const leftOutModule = `
  const inert = new Set(['__esModule', 'then', 'default', 'prototype', Symbol.toPrimitive, Symbol.iterator, Symbol.toStringTag])
  module.exports = new Proxy({}, {
    get(_, name) {
      if (inert.has(name)) return undefined
      throw new Error('left out of the bundle, see scripts/functions/left-out.ts: ' + String(name))
    },
    ownKeys: () => [],
  })
`

/** zod brings its messages in fifty languages; `serve` replaces them by ours. */
const oneLanguage = `export { default as en } from './en.js'`

/** zod’s JSON Schema reader and writer, which nobody here calls and its schemas name all the same: the first is called while a schema is made, its answer by nobody. */
const noJsonSchema = `
  const none = () => { throw new Error('left out of the bundle, see scripts/functions/left-out.ts: JSON Schema') }
  export const createStandardJSONSchemaMethod = () => none
  export const createToJSONSchemaMethod = () => none
  export const toJSONSchema = none, fromJSONSchema = none, JSONSchemaGenerator = none
`

export const leavingOut: Plugin = {
  name: 'leaving-out',
  setup(build) {
    const exactly = new RegExp(`^(${unusedBySdk.map((name) => name.replace('/', '\\/')).join('|')})$`)
    build.onResolve({ filter: exactly }, ({ path }) => ({ path, namespace: 'left-out' }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) =>
      // mime-types reads it as a table.
      path === 'mime-db' ? { contents: '{}', loader: 'json' } : { contents: leftOutModule, loader: 'js' },
    )
    build.onLoad({ filter: /zod[\\/]v4[\\/].*json-schema(-processors|-generator)?\.js$/ }, () => ({
      contents: noJsonSchema,
      loader: 'js',
    }))
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: oneLanguage,
      loader: 'js',
      resolveDir: dirname(path),
    }))
  },
}
