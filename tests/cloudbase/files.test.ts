import { randomBytes } from 'node:crypto'
import { AccountId, type FileId } from '../../shared/core/ids'
import { IsoTime } from '../../shared/core/time'
import { openCloudApp } from '../../cloudfunctions/_kernel/cloud/app'
import { StorageFailed } from '../../cloudfunctions/_kernel/cloud/objects'
import { cloudFiles, storedFiles } from '../../cloudfunctions/_kernel/files/cloud'
import { jpeg, png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { keysFrom } from '../../cloudfunctions/_kernel/seal/keys'
import { makeSealer, SealBroken } from '../../cloudfunctions/_kernel/seal/sealer'
import type { CloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { openOn } from './cloud'
import { openPlatform, type Platform } from './platform'

/** The file port in cloud storage keeps what the one on disk keeps (cloudfunctions/_kernel/files/disk.test.ts). */

const seal = new Map([
  ['a', randomBytes(32)],
  ['b', randomBytes(32)],
])
const index = randomBytes(32)
const keys = keysFrom({ seal, current: 'a', index })
const newKeys = keysFrom({ seal, current: 'b', index })
const owner = AccountId.parse('account1')
const signature = Buffer.from('{"strokes":[[100,200,300,400]]}')
const before = { ...process.env }

let platform: Platform
let store: CloudbaseStore
const clock = { now: IsoTime.parse('2026-11-20T08:00:00.000Z') }

beforeAll(async () => {
  platform = await openPlatform(() => ({ kind: 'not-carried-out', code: -1 }))
  Object.assign(process.env, platform.environment)
  store = await openOn(platform.gateway, [storedFiles])
})
afterAll(async () => {
  for (const name of Object.keys(platform.environment)) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = before[name]
  }
  await store.close()
  await platform.close()
})
beforeEach(() => platform.objects.clear())

function newFiles(sealedBy = keys) {
  const random = { id: () => randomBytes(16).toString('base64url') }
  const files = cloudFiles({
    app: openCloudApp(),
    store,
    sealer: makeSealer(sealedBy),
    random,
    now: () => clock.now,
  })
  const keep = async () => {
    const put = await files.put({ kind: 'signature', bytes: signature, owner })
    if (!put.ok) throw new Error(put.reason)
    return put.id
  }
  return { files, keep }
}

describe('a file in cloud storage', () => {
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

  test('that is refused leaves nothing there', async () => {
    const { files } = newFiles()
    expect(await files.put({ kind: 'image/png', bytes: jpeg, owner })).toEqual({ ok: false, reason: 'WRONG_TYPE' })
    expect(platform.objects.size).toBe(0)
  })

  test('lies there sealed, and neither its path nor its entry says whose it is', async () => {
    const { keep } = newFiles()
    const id = await keep()
    const [[path, bytes] = ['', Buffer.alloc(0)], ...more] = [...platform.objects]
    expect(more).toEqual([])
    expect(path).toBe(`sealed/${id}`)
    expect(bytes.includes('strokes')).toBe(false)
    expect(bytes.includes(owner)).toBe(false)
    expect(JSON.stringify(await store.get(storedFiles, id))).not.toContain(owner)
  })

  test('that was changed or exchanged there does not open', async () => {
    const { files, keep } = newFiles()
    const [id, other] = [await keep(), await keep()]
    platform.objects.set(`sealed/${id}`, platform.objects.get(`sealed/${other}`) ?? Buffer.alloc(0))
    await expect(files.get(id)).rejects.toThrow(SealBroken)
    platform.objects.set(`sealed/${id}`, Buffer.from('something else'))
    await expect(files.get(id)).rejects.toThrow(SealBroken)
  })

  test('is gone once it is removed, and removing it again does no harm', async () => {
    const { files, keep } = newFiles()
    const [id, other] = [await keep(), await keep()]
    await files.remove(id)
    await files.remove(id)
    expect(await files.get(id)).toBeUndefined()
    expect([...platform.objects.keys()]).toEqual([`sealed/${other}`])
    expect(await store.get(storedFiles, id)).toBeUndefined()
  })

  test.each(['', '..', '../secret', 'a/../../secret', 'x'.repeat(22), '中'.repeat(22)])(
    'is not found under an id that nobody gave out: %j',
    async (id) => {
      const { files } = newFiles()
      expect(await files.get(id)).toBeUndefined()
      await files.remove(id)
    },
  )
})

describe('under a new key', () => {
  test('a file is sealed again once, in its place, and opens without the old key', async () => {
    const id = await newFiles().keep()
    const { files } = newFiles(newKeys)
    expect(await files.renew(id)).toBe(true)
    expect(await files.renew(id)).toBe(false)
    expect([...platform.objects.keys()]).toEqual([expect.stringMatching(new RegExp(`^sealed/${id}-`))])
    const only = keysFrom({ seal: new Map([...seal].slice(1)), current: 'b', index })
    expect((await newFiles(only).files.get(id))?.bytes).toEqual(signature)
    expect(await files.renew('x'.repeat(22))).toBe(false)
  })

  test('a file that is removed while it is sealed again does not come back', async () => {
    const id = await newFiles().keep()
    const { files } = newFiles(newKeys)
    await Promise.all([files.renew(id), newFiles().files.remove(id)])
    expect(await files.get(id)).toBeUndefined()
    expect(platform.objects.size).toBe(0)
  })
})

describe('an upload that fails', () => {
  // A status without a body is what the SDK’s own upload takes for success.
  test.each([403, 500, 503])('with %d is told, and nothing can be read under it', async (status) => {
    const { files } = newFiles()
    platform.failUpload(status)
    const put = files.put({ kind: 'signature', bytes: signature, owner })
    await expect(put).rejects.toThrow(StorageFailed)
    const { documents } = await store.find(storedFiles, { index: 'byTime', equals: {}, order: 'descending', limit: 50 })
    const read = await Promise.all(documents.map(async ({ _id }) => files.get(_id)))
    expect(read.every((file) => file === undefined)).toBe(true)
  })

  test('leaves an entry, which is swept when it is old', async () => {
    const { files } = newFiles()
    clock.now = IsoTime.parse('2026-10-01T08:00:00.000Z')
    platform.failUpload(503)
    await files.put({ kind: 'signature', bytes: signature, owner }).catch(() => {})
    expect(await files.sweep(async () => false, IsoTime.parse('2026-10-02T00:00:00.000Z'))).toEqual({ removed: 1 })
    expect(await files.sweep(async () => false, IsoTime.parse('2026-10-02T00:00:00.000Z'))).toEqual({ removed: 0 })
  })
})

describe('sweeping', () => {
  const day = (number: number) => IsoTime.parse(`2026-09-${number}T08:00:00.000Z`)

  test('removes old files to which nothing refers, a hundred looked at in a run, and no others', async () => {
    const { files, keep } = newFiles()
    clock.now = day(10)
    // Of the same time, files are walked by their ids, which are random: the first of them stays.
    let referenced = await keep()
    for (let kept = 1; kept < 121; kept++) {
      const id = await keep()
      if (id < referenced) referenced = id
    }
    clock.now = day(20)
    const young = await keep()
    const isReferenced = async (id: FileId) => id === referenced
    const first = await files.sweep(isReferenced, day(15))
    expect(first).toEqual({ removed: 99, after: expect.any(String) })
    expect(await files.sweep(isReferenced, day(15), first.after)).toEqual({ removed: 21 })
    expect([...platform.objects.keys()].sort()).toEqual([`sealed/${referenced}`, `sealed/${young}`].sort())
    expect(await files.get(referenced)).toBeDefined()
    await files.sweep(async () => false, IsoTime.parse('2026-12-31T00:00:00.000Z'))
    expect(platform.objects.size).toBe(0)
  })

  test('stops when the store cannot say what is referred to, and removes nothing on a guess', async () => {
    const { files, keep } = newFiles()
    clock.now = day(10)
    const id = await keep()
    const sweep = files.sweep(() => Promise.reject(new Error('the store is closed')), day(30))
    await expect(sweep).rejects.toThrow('closed')
    expect(await files.get(id)).toBeDefined()
  })
})
