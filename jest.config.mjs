/** One runner, three projects: rules and functions in Node, the browser, the compiled mini-program. */
const es2022 = { target: 'es2022' }
const transform = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, ...es2022 } }],
  // Published as ES modules only.
  '/node_modules/(@noble|@stablelib|hucre|d3-[a-z]+|internmap)/.+\\.m?js$': [
    '@swc/jest',
    { jsc: es2022, module: { type: 'commonjs' } },
  ],
}
/** Each kind of world is made once a run. */
const worlds = {
  globalSetup: '<rootDir>/tests/place-for-worlds.mjs',
  globalTeardown: '<rootDir>/tests/worlds-gone.mjs',
}
const common = {
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(@noble|@stablelib|hucre|d3-[a-z]+|internmap)/)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
}
export default {
  // Jest leaves a core free by itself; of two that is half of the machine.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  // A hanging test is ended; a slow machine is no failure. Only the root’s is heeded.
  testTimeout: 300_000,
  projects: [
    {
      ...common,
      ...worlds,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{shared,cloudfunctions,local,scripts,bench,src}/**/*.test.ts',
        '<rootDir>/tests/*.test.ts',
        '<rootDir>/tests/{fuzz,cloudbase}/**/*.test.ts',
      ],
    },
    { ...common, ...worlds, displayName: 'weapp', testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'] },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/e2e/world.mjs',
      globalTeardown: '<rootDir>/tests/e2e/world-gone.mjs',
    },
  ],
}
