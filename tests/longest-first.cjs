const { join, relative } = require('node:path')
const Sequencer = require('@jest/test-sequencer').default
const seconds = require('./seconds.json')

const root = join(__dirname, '..')
/** The two that build the app come first, side by side: nothing else of theirs can begin before. */
const builders = ['tests/e2e/sizes.test.ts', 'tests/weapp/pages.test.ts']
const usual = 5

/** The longest first, so that no worker is left alone with one at the end. Jest knows that only from an earlier run; a clean checkout has none. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => weightOf(b) - weightOf(a) || (a.path < b.path ? -1 : 1))
  }
}

function weightOf({ path }) {
  const name = relative(root, path)
  return builders.includes(name) ? 10_000 : (seconds[name] ?? usual)
}
