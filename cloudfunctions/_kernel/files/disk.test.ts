import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AccountId, type FileId } from '../../../shared/core/ids'
import { IsoTime } from '../../../shared/core/time'
import { keysFrom } from '../seal/keys'
import { makeSealer, SealBroken } from '../seal/sealer'
import { diskFiles } from './disk'
import { jpeg, png } from './pictures.fixture'

const root = mkdtempSync(join(tmpdir(), 'files-'))
afterAll(() => rmSync(root, { recursive: true }))

const secrets = { a: randomBytes(32), b: randomBytes(32), index: randomBytes(32) }
const keys = keysFrom({ seal: new Map([['a', secrets.a]]), current: 'a', index: secrets.index })
const both = keysFrom({
  seal: new Map([
    ['a', secrets.a],
    ['b', secrets.b],
  ]),
  current: 'b',
  index: secrets.index,
})
const onlyB = keysFrom({ seal: new Map([['b', secrets.b]]), current: 'b', index: secrets.index })
const owner = AccountId.parse('account1')
const signature = Buffer.from('{"strokes":[[100,200,300,400]]}')

let folders = 0
function newFiles(of = keys, folder = join(root, `${++folders}`, 'files')) {
  const clock = { now: IsoTime.parse('2026-11-20T08:00:00.000Z') }
  const random = { id: () => randomBytes(16).toString('base64url') }
  const files = diskFiles({ folder, sealer: makeSealer(of), random, now: () => clock.now })
  const keep = async () => {
    const put = await files.put({ kind: 'signature', bytes: signature, owner })
    if (!put.ok) throw new Error(put.reason)
    return put.id
  }
  return { folder, files, clock, keep }
}

describe('a file', () => {
  test('comes back as it was put, with its kind and owner, under a random id', async () => {
    const { files, keep } = newFiles()
    const [id, other] = [await keep(), await keep()]
    expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(other).not.toBe(id)
    expect(await files.get(id)).toEqual({ kind: 'signature', owner, bytes: signature })
  })

  test.each([
    ['image/png', png],
    ['image/jpeg', jpeg],
  ] as const)('can be an %s', async (kind, bytes) => {
    const { files } = newFiles()
    const put = await files.put({ kind, bytes, owner })
    const kept = put.ok ? await files.get(put.id) : undefined
    expect(kept?.kind).toBe(kind)
    expect(Buffer.from(kept?.bytes ?? []).subarray(-4)).toEqual(bytes.subarray(-4))
  })

  test('that is refused leaves nothing on the disk', async () => {
    const { files, folder } = newFiles()
    expect(await files.put({ kind: 'image/png', bytes: jpeg, owner })).toEqual({ ok: false, reason: 'WRONG_TYPE' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('lies on the disk sealed, for this user only', async () => {
    const { folder, keep } = newFiles()
    await keep()
    const names = readdirSync(folder)
    expect(names).toHaveLength(1)
    const path = join(folder, names[0] ?? '')
    expect(readFileSync(path).includes('strokes')).toBe(false)
    expect(readFileSync(path).includes(owner)).toBe(false)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(folder).mode & 0o077).toBe(0)
  })

  test('that was changed or exchanged on the disk does not open', async () => {
    const { files, folder, keep } = newFiles()
    const [id, other] = [await keep(), await keep()]
    const path = (of: FileId) => join(folder, `${of}.sealed`)
    renameSync(path(other), path(id))
    await expect(files.get(id)).rejects.toThrow(SealBroken)
    writeFileSync(path(id), 'something else')
    await expect(files.get(id)).rejects.toThrow(SealBroken)
  })

  test('is gone once it is removed, and removing it again does no harm', async () => {
    const { files, keep } = newFiles()
    const [id, other] = [await keep(), await keep()]
    await files.remove(id)
    await files.remove(id)
    expect(await files.get(id)).toBeUndefined()
    expect(await files.get(other)).toBeDefined()
  })

  test.each([
    '',
    '.',
    '..',
    '../secret',
    'a/../../secret',
    '/etc/passwd',
    '%2e%2e%2fsecret',
    'x'.repeat(22),
    'x\u0000'.padEnd(22, 'x'),
    '中'.repeat(22),
  ])('is not found outside of the folder: %j', async (id) => {
    const { files, folder } = newFiles()
    const outside = join(folder, '..', 'secret.sealed')
    writeFileSync(outside, 'secret')
    expect(await files.get(id)).toBeUndefined()
    await files.remove(id)
    expect(existsSync(outside)).toBe(true)
  })
})

describe('sweeping', () => {
  const days = (day: number) => IsoTime.parse(`2026-11-${day}T08:00:00.000Z`)

  test('removes old files to which nothing refers, and no others', async () => {
    const { files, clock, keep } = newFiles()
    clock.now = days(10)
    const [oldOrphan, oldReferenced] = [await keep(), await keep()]
    clock.now = days(20)
    const youngOrphan = await keep()
    const asked: string[] = []
    const isReferenced = async (id: FileId) => asked.push(id) > 0 && id === oldReferenced
    expect(await files.sweep(isReferenced, days(15))).toEqual({ removed: 1 })
    expect(await files.get(oldOrphan)).toBeUndefined()
    expect(await files.get(oldReferenced)).toBeDefined()
    expect(await files.get(youngOrphan)).toBeDefined()
    expect([...asked].sort()).toEqual([oldOrphan, oldReferenced].sort())
    expect(await files.sweep(async () => false, days(20))).toEqual({ removed: 1 })
    expect(await files.get(youngOrphan)).toBeDefined()
  })

  test('clears away writes that were cut off, and leaves what is not ours', async () => {
    const { files, folder } = newFiles()
    for (const name of [`${'x'.repeat(22)}.sealed.part`, 'README', 'short.sealed'])
      writeFileSync(join(folder, name), '')
    expect(await files.sweep(async () => true, IsoTime.parse('2100-01-01T00:00:00.000Z'))).toEqual({
      removed: 1,
    })
    expect(readdirSync(folder).sort()).toEqual(['README', 'short.sealed'])
  })

  test('stops when the store cannot say what is referred to, and removes nothing on a guess', async () => {
    const { files, keep } = newFiles()
    const id = await keep()
    await expect(files.sweep(() => Promise.reject(new Error('the store is closed')), days(30))).rejects.toThrow(
      'closed',
    )
    expect(await files.get(id)).toBeDefined()
  })
})

describe('a file that is sealed anew', () => {
  test('opens with the new key alone, as old as it was; once is enough', async () => {
    const { folder, keep } = newFiles()
    const id = await keep()
    const path = join(folder, `${id}.sealed`)
    const { mtimeMs } = statSync(path)
    const { files } = newFiles(both, folder)
    expect(await files.renew(id)).toBe(true)
    expect(await files.renew(id)).toBe(false)
    expect(statSync(path).mtimeMs).toBe(mtimeMs)
    expect(await newFiles(onlyB, folder).files.get(id)).toEqual({ kind: 'signature', owner, bytes: signature })
    expect(readdirSync(folder)).toEqual([`${id}.sealed`])
  })

  test('by many at once is whole', async () => {
    const { folder, keep } = newFiles()
    const id = await keep()
    await Promise.all(Array.from({ length: 20 }, () => newFiles(both, folder).files.renew(id)))
    expect(await newFiles(onlyB, folder).files.get(id)).toEqual({ kind: 'signature', owner, bytes: signature })
    expect(readdirSync(folder)).toEqual([`${id}.sealed`])
  })

  test('that is not there, or whose name is none, is left alone; one that was changed is told', async () => {
    const { folder, keep } = newFiles()
    const id = await keep()
    const { files } = newFiles(both, folder)
    expect(await files.renew('A'.repeat(22))).toBe(false)
    expect(await files.renew('../keys')).toBe(false)
    writeFileSync(join(folder, `${id}.sealed`), Buffer.alloc(200, 1))
    await expect(files.renew(id)).rejects.toThrow(SealBroken)
  })
})
