/** Modern engines only (see browserslist in package.json): BigInt code must not be turned into Math.pow. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
