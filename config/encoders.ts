import { ProvidePlugin } from 'webpack'
import type { Chain } from './chain'

/** The mini-program’s logic layer has neither: what needs them gets them at build time, and nothing global is touched. */
export function provideEncoders(chain: Chain): void {
  chain
    .plugin('encoders')
    .use(ProvidePlugin, [
      { TextEncoder: ['@zxing/text-encoding', 'TextEncoder'], TextDecoder: ['@zxing/text-encoding', 'TextDecoder'] },
    ])
}
