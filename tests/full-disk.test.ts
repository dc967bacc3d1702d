import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { sentences } from '../shared/contract/errors'
import type { Way } from './full-disk/disk'

const folder = mkdtempSync(join(tmpdir(), 'full-'))
afterAll(() => rmSync(folder, { recursive: true }))

const Seen = z.strictObject({
  acknowledged: z.string(),
  application: z.string(),
  form: z.unknown(),
  requestId: z.string(),
  refused: z.array(z.string()),
  message: z.string(),
  logged: z.array(z.string()),
  reads: z.array(z.boolean()),
  afterwards: z.string(),
  cut: z.object({ code: z.string() }),
  openedFull: z.string(),
  kept: z.string(),
  taken: z.string(),
  whole: z.array(z.string()),
  findings: z.array(z.unknown()),
})
const Line = Seen.partial()
type Seen = z.infer<typeof Line>

/** Lives once until it is killed on its full disk, and opens what is left; answers everything that was seen, in order. */
function livedAndReopened(way: Way): readonly Seen[] {
  const place = join(folder, way)
  const kept = join(folder, `${way}.jsonl`)
  mkdirSync(place)
  const run = (mode: string) =>
    `"${process.execPath}" --import tsx tests/full-disk/system.fixture.ts ${mode} ${way} "${place}"`
  const mount = way === 'tmpfs' ? `mount -t tmpfs -o size=16m tmpfs "${place}" || exit 9; ` : ''
  // Through a pipe, since the limit on the size of files would be the log’s as well.
  const script = `${mount}${run('live')} | cat > "${kept}"; cat "${kept}"; ${run('reopen')} < "${kept}"`
  const [command, ...args] = way === 'tmpfs' ? ['unshare', '-rm', 'sh', '-c', script] : ['sh', '-c', script]
  const ran = spawnSync(command ?? '', args, {
    cwd: join(__dirname, '..'),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(ran.stderr.split('\n').filter((line) => line.includes('Error'))).toEqual([])
  return ran.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => Line.parse(JSON.parse(line)))
}

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const ways = [
  [
    'a disk of 16 MB filled to the last byte',
    'tmpfs',
    works('unshare', '-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'),
  ],
  ['files that the system lets grow no further', 'limit', works('prlimit', '--pid', `${process.pid}`)],
] as const

test('one of the two ways to a full disk can be gone on this machine', () => {
  expect(ways.filter(([, , possible]) => possible)).not.toEqual([])
})

describe.each(ways.filter(([, , possible]) => possible))('%s', (_, way) => {
  let seen: readonly Seen[] = []
  const all = <Field extends keyof Seen>(field: Field) =>
    seen.flatMap((line) => (line[field] === undefined ? [] : [line[field]]))
  beforeAll(() => {
    seen = livedAndReopened(way)
  }, 600_000)

  test('each act that finds no room is told so, in a sentence with a number; the log says that the disk is full', () => {
    expect(all('refused')).toEqual([['CANNOT_SAVE', 'CANNOT_SAVE']])
    expect(all('message')[0]).toMatch(new RegExp(`^${sentences.CANNOT_SAVE}（编号 [A-Z0-9]{1,4}）$`))
    const logged = (all('logged')[0] ?? []).filter((line) => line !== 'OK undefined')
    expect(logged).toHaveLength(2)
    for (const line of logged) expect(line).toMatch(/^CANNOT_SAVE CannotWrite: THE DISK (IS FULL|CANNOT BE WRITTEN): /)
  })

  test('reading goes on', () => expect(all('reads')).toEqual([[true, true]]))

  test('with room again the same request is taken, without a restart', () =>
    expect(all('afterwards')).toEqual(['OK', 'OK']))

  test('killed on its full disk, it opens again: who was acknowledged is there, whole and once; who was not is taken now', () => {
    expect(all('cut')[0]?.code).toBe('CANNOT_SAVE')
    expect(all('application').length).toBeGreaterThan(0)
    expect(all('kept')).toEqual(all('application'))
    expect(all('taken')).toEqual(['OK'])
    expect(all('whole')).toEqual([[]])
    expect(all('findings')).toEqual([[]])
    expect(all('openedFull')[0]).toMatch(
      /^(opened$|CannotOpenStore: .* cannot be opened: |CannotOpenStore: .*no folder)/,
    )
  })
})
