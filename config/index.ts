import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { Chain } from './chain'
import { provideEncoders } from './encoders'
import { withoutJsonSchema } from './leaner'

const root = resolve(__dirname, '..')
/** Compiled like our own code: the rules, and packages that are written for newer engines than the oldest phone has. */
const compiled = {
  include: [
    'shared',
    'node_modules/zod',
    'node_modules/uqr',
    'node_modules/qr',
    'node_modules/@noble',
    'node_modules/d3-shape',
    'node_modules/d3-array',
    'node_modules/@stablelib/utf8',
  ].map((folder) => resolve(root, folder)),
}

/**
 * Taro’s settings are for engines of 2015. Those of browserslist (package.json) run what the minifier writes left to itself; and 中 need not be `\u4e2d`, twice
 * its size, because WeChat reads scripts as UTF-8.
 */
const minified = { enable: true, config: { ecma: 2019, compress: true, output: { ecma: 2019, ascii_only: false } } }

/** What several subpackages use, Taro copies into each of them: 40 KB twice. Components, services and rules stand once, in the main package. */
const standsOnce = ({ resource = '' }: { resource?: string }) =>
  /\/node_modules\/|\/src\/(components|services)\/|\/shared\//.test(resource)

/** One source, two platforms, a folder each. */
export default defineConfig(async () => ({
  projectName: 'workers-home',
  date: '2026-11-20',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-html',
    process.env.TARO_ENV === 'h5' ? '@tarojs/plugin-platform-h5' : '@tarojs/plugin-platform-weapp',
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  mini: {
    compile: compiled,
    terser: minified,
    optimizeMainPackage: { enable: true, exclude: [standsOnce] },
    // Each component styles classes of its own: in which order their files stand says nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
      './config/lean-styles.js': { enable: true, config: {} },
    },
    webpackChain: (chain: Chain) => {
      // What webpack adds is as modern as what it packs, and its names are short: no phone keeps one file of a build beside another build’s.
      chain.target(['web', 'browserslist'])
      chain.merge({ optimization: { mangleExports: 'size', moduleIds: 'size' } })
      provideEncoders(chain)
      withoutJsonSchema(chain)
    },
  },
  h5: {
    compile: compiled,
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    router: { mode: 'hash' },
    webpackChain: (chain: Chain) => {
      chain.merge({ optimization: { splitChunks: { chunks: 'all', minSize: 8_000 } }, performance: { hints: false } })
    },
    /** A browser’s pixel is a pixel: on a desk nothing grows with the window. */
    postcss: {
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
  },
}))
