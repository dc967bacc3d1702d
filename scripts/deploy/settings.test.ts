import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudbaserc } from '../functions/cloudbaserc'
import { declaredFunctions } from '../functions/declared'
import { readSettings } from './settings'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const whole = {
  TCB_ENV: 'qingdao-1g2h3',
  TENCENTCLOUD_SECRETID: 'AKIDsecretid',
  TENCENTCLOUD_SECRETKEY: 'secretkey',
  SEAL_KEYS: `2026:${randomBytes(32).toString('base64')}`,
  SEAL_CURRENT: '2026',
  INDEX_KEY: randomBytes(32).toString('base64'),
  DESK_ORIGIN: 'https://home.example.cn',
}

function settingsOf(env: Readonly<Record<string, string>>) {
  const file = join(folder, '.env')
  writeFileSync(
    file,
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  )
  return readSettings(file)
}

describe('what a deployment needs', () => {
  test('stands in .env, keys as the functions take them', () => {
    const settings = settingsOf({ ...whole, MINI_PROGRAM_EDITION: 'trial' })
    expect(settings).toMatchObject({
      ok: true,
      account: { envId: 'qingdao-1g2h3', secretId: 'AKIDsecretid', secretKey: 'secretkey' },
      variables: ['SEAL_KEYS', 'SEAL_CURRENT', 'INDEX_KEY', 'DESK_ORIGIN', 'MINI_PROGRAM_EDITION'],
      deskOrigin: 'https://home.example.cn',
    })
  })

  test.each(Object.keys(whole))('is asked for by name where it is missing: %s', (name) => {
    const settings = settingsOf({ ...whole, [name]: '' })
    expect(settings).toMatchObject({ ok: false, sentence: expect.stringContaining(`.env lacks ${name};`) })
  })

  test('is told in one sentence that quotes no secret', () => {
    const settings = settingsOf({ ...whole, INDEX_KEY: 'c2hvcnQ=' })
    expect(settings).toMatchObject({ ok: false, sentence: expect.stringContaining('the index key has 5 bytes') })
    for (const value of ['c2hvcnQ=', whole.TENCENTCLOUD_SECRETKEY, whole.SEAL_KEYS])
      expect(JSON.stringify(settings)).not.toContain(value)
    expect(readSettings(join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('no .env'),
    })
  })

  test('is refused where it would break out of cloudbaserc.json', () => {
    const settings = settingsOf({ ...whole, SEAL_KEYS: `{"2026":"${randomBytes(32).toString('base64')}"}` })
    expect(settings).toMatchObject({ ok: false, sentence: expect.stringContaining('SEAL_KEYS holds a character') })
  })

  test.each([
    'http://home.example.cn',
    'https://home.example.cn/',
    'https://Home.example.cn',
    'https://home',
    'home.example.cn',
  ])('has an origin as browsers write it, not %s', (DESK_ORIGIN) => {
    expect(settingsOf({ ...whole, DESK_ORIGIN })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('DESK_ORIGIN is not https://'),
    })
  })

  test.each([
    ['abcdefghijklmnopqrstuvwxyz', false],
    ['abcdefghijklmnopqrstuvwxyz:thing2', false],
    ['abcdefghijklmnopqrstuvwxyz:thing2.DATA,time3.DATA', false],
    ['abcdefghijklmnopqrstuvwxyz:thing2,time3', true],
  ])('has a template with its two fields: %s → %s', (WX_TEMPLATE_RESULT, ok) => {
    expect(settingsOf({ ...whole, WX_TEMPLATE_RESULT }).ok).toBe(ok)
  })

  test('is named in cloudbaserc.json and never written there', () => {
    const settings = settingsOf(whole)
    const written = JSON.stringify(cloudbaserc(declaredFunctions, settings.ok ? settings.variables : []))
    expect(written).toContain('"SEAL_KEYS":"{{env.SEAL_KEYS}}"')
    expect(written).toContain('"envId":"{{env.TCB_ENV}}"')
    for (const value of Object.values(whole).filter((text) => text.length > 4)) expect(written).not.toContain(value)
  })
})
