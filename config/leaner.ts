import { resolve } from 'node:path'
import { NormalModuleReplacementPlugin } from 'webpack'
import type { Chain } from './chain'

/** Zod’s JSON Schema writer stays out of the mini-program (docs/decisions/0017). */
export function withoutJsonSchema(chain: Chain): void {
  chain.plugin('no-json-schema').use(NormalModuleReplacementPlugin, [
    /\/core\/(json-schema-processors|to-json-schema)\.js$/,
    (found: { request: string; context?: string }) => {
      if (/node_modules\/zod\//.test(`${found.context ?? ''}/`)) found.request = resolve(__dirname, 'no-json-schema.js')
    },
  ])
}
