import projects from '../../jest.config.mjs'

/** The contract on a real environment. A configuration of its own, so that nobody runs it by accident: `npm run test:cloud` starts it. */
const [unit] = projects.projects
export default {
  ...unit,
  displayName: 'cloud',
  rootDir: '../..',
  testMatch: ['<rootDir>/tests/cloudbase/real.suite.ts'],
}
