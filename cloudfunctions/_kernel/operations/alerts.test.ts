import { isoTime } from '../../../shared/core/time'
import { alertLine, alertsOf, limits, type Gauges } from './alerts'

const well: Gauges = {
  storeMs: 4,
  backlogs: [{ name: 'audit', waiting: 12, limit: 5_000 }],
  jobs: [{ name: 'audit.sequence', failures: 0 }],
  chainFindings: 0,
  figureDrift: 0,
}

describe('which gauges are beyond their limits', () => {
  test.each<[string, Partial<Gauges>, readonly string[]]>([
    ['a system that is well', {}, []],
    ['a store just fast enough', { storeMs: limits.storeMs - 1 }, []],
    ['a slow store', { storeMs: limits.storeMs }, ['SLOW_STORE store']],
    ['a backlog just below its limit', { backlogs: [{ name: 'audit', waiting: 4_999, limit: 5_000 }] }, []],
    ['a backlog at its limit', { backlogs: [{ name: 'audit', waiting: 5_000, limit: 5_000 }] }, ['BACKLOG audit']],
    [
      'one backlog of two',
      {
        backlogs: [
          { name: 'audit', waiting: 1, limit: 5 },
          { name: 'outbox', waiting: 9, limit: 5 },
        ],
      },
      ['BACKLOG outbox'],
    ],
    ['a job that failed twice', { jobs: [{ name: 'migrate', failures: 2 }] }, []],
    ['a job that failed three times in a row', { jobs: [{ name: 'migrate', failures: 3 }] }, ['JOB_FAILING migrate']],
    ['a chain that does not fit', { chainFindings: 1 }, ['CHAIN_BROKEN audit']],
    ['a sum of the figures that does not add up', { figureDrift: 2 }, ['FIGURES_OFF figures']],
    [
      'everything at once, the most urgent first',
      {
        storeMs: 9_000,
        backlogs: [{ name: 'audit', waiting: 9_000, limit: 5_000 }],
        jobs: [{ name: 'audit.sequence', failures: 7 }],
        chainFindings: 2,
      },
      ['CHAIN_BROKEN audit', 'JOB_FAILING audit.sequence', 'BACKLOG audit', 'SLOW_STORE store'],
    ],
  ])('%s', (_, change, expected) => {
    expect(alertsOf({ ...well, ...change }).map(({ code, about }) => `${code} ${about}`)).toEqual(expected)
  })
})

test('an alert is one line of words and whole numbers', () => {
  const alert = { code: 'SLOW_STORE', about: 'store', value: 1234.56, limit: 1_000 } as const
  expect(alertLine(alert, isoTime(0))).toBe(
    'ALERT SLOW_STORE about=store value=1235 limit=1000 since=1970-01-01T00:00:00.000Z',
  )
})
