/**
 * iOS before 16.3 mistakes a destructured parameter for the function of the same name, before 14.5 a rest pattern over an array literal. These two shapes are
 * rewritten instead of every default and every destructuring: what @babel/preset-env calls `bugfixes`, which Taro's preset does not pass on.
 */
const plugins = [
  '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
  '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
]
const exclude = ['transform-parameters', 'transform-destructuring']

/** What a procedure is for (`summary`, shared/contract) is read by docs/access.md and by no phone: 17 KB of the mini-program (docs/decisions/0017). */
const withoutSummaries = () => ({
  visitor: {
    ObjectProperty(path, { filename = '' }) {
      const ofAProcedure = /[\\/]shared[\\/]contract[\\/]/.test(filename) && path.node.key.name === 'summary'
      if (ofAProcedure && path.node.value.type === 'StringLiteral') path.remove()
    },
  },
})

/** Modern engines only (see browserslist in package.json): BigInt code must not be turned into Math.pow. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, exclude }]],
  plugins: process.env.TARO_ENV === 'weapp' ? [...plugins, withoutSummaries] : plugins,
  // `document.all`, the one thing that equals null and is not, exists neither in a mini-program nor in our pages.
  assumptions: { noDocumentAll: true },
}
