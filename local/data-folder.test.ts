import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../cloudfunctions/_kernel/store/sqlite'
import { CannotStart, dropHalfWorld, emptyDataFolder, openDataFolder } from './data-folder'

const root = mkdtempSync(join(tmpdir(), 'data-'))
afterAll(() => rmSync(root, { recursive: true }))
const folder = (name: string) => join(root, name)

describe('the data folder', () => {
  test('gets keys of its own, readable by their owner alone, and keeps them', () => {
    const first = openDataFolder(folder('keys'))
    expect(statSync(join(folder('keys'), 'keys.json')).mode & 0o777).toBe(0o600)
    expect(openDataFolder(folder('keys')).keys).toEqual(first.keys)
    expect(openDataFolder(folder('other')).keys).not.toEqual(first.keys)
  })

  test('a database without its keys is left alone, with a sentence that says what to do', () => {
    mkdirSync(folder('orphan'))
    writeFileSync(join(folder('orphan'), 'home.sqlite'), '')
    expect(() => openDataFolder(folder('orphan'))).toThrow(/keys\.json is missing.*--fresh/)
  })

  test('damaged keys are not replaced', () => {
    mkdirSync(folder('damaged'))
    writeFileSync(join(folder('damaged'), 'keys.json'), '{"sealing":"short"}')
    expect(() => openDataFolder(folder('damaged'))).toThrow(/damaged.*--fresh/)
  })

  test('a folder that cannot be made is refused in one sentence', () => {
    writeFileSync(folder('file'), '')
    expect(() => openDataFolder(join(folder('file'), 'data'))).toThrow(CannotStart)
  })
})

describe('--fresh', () => {
  test('deletes what an earlier start left', () => {
    openDataFolder(folder('used'))
    for (const name of ['home.sqlite', 'home.sqlite-wal', 'home.sqlite-shm', 'ballots.db', 'ballots.db-wal'])
      writeFileSync(join(folder('used'), name), '')
    mkdirSync(join(folder('used'), 'files'))
    emptyDataFolder(folder('used'))
    expect(readdirSync(folder('used'))).toEqual([])
  })

  test('refuses a folder that holds anything else, and deletes nothing of it', () => {
    openDataFolder(folder('mixed'))
    writeFileSync(join(folder('mixed'), 'thesis.docx'), 'years of work')
    expect(() => emptyDataFolder(folder('mixed'))).toThrow(/thesis\.docx/)
    expect(readdirSync(folder('mixed')).sort()).toEqual(['keys.json', 'thesis.docx'])
  })

  test('has nothing to do where there is no folder yet', () => {
    expect(() => emptyDataFolder(folder('none'))).not.toThrow()
  })
})

describe('a loading that was broken off', () => {
  test('is taken away, keys stay', async () => {
    const data = openDataFolder(folder('half'))
    for (const file of [data.database, data.ballots]) await openSqliteStore({ file, collections: [] }).close()
    await dropHalfWorld(data)
    expect(readdirSync(folder('half'))).toEqual(['keys.json'])
  })

  test('a whole world stays', async () => {
    const data = openDataFolder(folder('whole'))
    await openSqliteStore({ file: data.database, collections: [] }).close()
    writeFileSync(data.world, '{}')
    await dropHalfWorld(data)
    expect(readdirSync(folder('whole'))).toContain('home.sqlite')
  })

  test('what another start is loading right now stays, and this start is told', async () => {
    const data = openDataFolder(folder('busy'))
    const store = openSqliteStore({ file: data.database, collections: [] })
    await expect(dropHalfWorld(data)).rejects.toThrow(/in use/)
    await store.close()
    expect(readdirSync(folder('busy'))).toContain('home.sqlite')
  })
})
