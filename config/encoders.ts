import { resolve } from 'node:path'
import { ProvidePlugin } from 'webpack'
import type { Chain } from './chain'

const utf8 = resolve(__dirname, '../src/services/utf8.ts')

/** The mini-program’s logic layer has neither: what needs them gets them at build time, and nothing global is touched. */
export function provideEncoders(chain: Chain): void {
  chain
    .plugin('encoders')
    .use(ProvidePlugin, [{ TextEncoder: [utf8, 'Utf8Encoder'], TextDecoder: [utf8, 'Utf8Decoder'] }])
}
