/**
 * iOS before 16.3 mistakes a destructured parameter for the function of the same name, before 14.5 a rest pattern over an array literal. These two shapes are
 * rewritten instead of every default and every destructuring: what @babel/preset-env calls `bugfixes`, which Taro's preset does not pass on.
 */
const plugins = [
  '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
  '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
]
const exclude = ['transform-parameters', 'transform-destructuring']

/**
 * Of a procedure (shared/contract) a phone needs its name, its kind, its answer and its errors. What it is for is read by docs/access.md, who may call it and what it
 * takes by the functions: all of them parse what comes (docs/decisions/0017). What shared modules make when they are loaded – schemas, tables of steps – is marked
 * as made for its value alone, so that what no page names goes too.
 */
const readByFunctionsAlone = new Set(['summary', 'access', 'input'])
const makesProcedures = new Set(['query', 'command', 'exchange'])
const leanProcedures = ({ types: t }) => ({
  visitor: {
    CallExpression(path, { filename = '' }) {
      if (!/[\\/]shared[\\/]/.test(filename)) return
      const { callee, arguments: args } = path.node
      if (t.isIdentifier(callee) && makesProcedures.has(callee.name) && t.isObjectExpression(args[0]))
        args[0].properties = args[0].properties.filter(
          ({ key }) => !t.isIdentifier(key) || !readByFunctionsAlone.has(key.name),
        )
      const whenLoaded = path.getFunctionParent() === null && !path.parentPath.isExpressionStatement()
      if (whenLoaded) path.addComment('leading', '#__PURE__')
    },
  },
})

/** Modern engines only (see browserslist in package.json): BigInt code must not be turned into Math.pow. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, exclude }]],
  plugins: process.env.TARO_ENV === 'weapp' ? [...plugins, leanProcedures] : plugins,
  // `document.all`, the one thing that equals null and is not, exists neither in a mini-program nor in our pages.
  assumptions: { noDocumentAll: true },
}
