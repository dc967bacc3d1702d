import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RegionId, Scene, UnionId, type AccountId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { cloudCollections } from '../../cloudfunctions/_kernel/cloud-collections'
import { accounts } from '../../cloudfunctions/_kernel/records/accounts'
import { drafts } from '../../cloudfunctions/_kernel/records/applications'
import { invitations, officers, regions, unions } from '../../cloudfunctions/_kernel/records/registry'
import { auditEntries } from '../../cloudfunctions/_kernel/records/upkeep'
import { environmentKeys } from '../../cloudfunctions/_kernel/seal/environment-keys'
import { makeIndexer, makeSealer } from '../../cloudfunctions/_kernel/seal/sealer'
import type { CloudbaseStore } from '../../cloudfunctions/_kernel/store/cloudbase'
import { png } from '../../cloudfunctions/_kernel/files/pictures.fixture'
import { personas } from '../../local/demo/personas'
import { buildFunctions } from '../../scripts/build-functions'
import { largestBundle, type Bundle } from '../../scripts/functions/bundle'
import { startAlone, type BareProcess } from './bare-process'
import { openOn } from './cloud'
import { answerInfo } from '../../shared/contract/sealed-answer'
import { answerKeysOf, openAnswer } from '../../src/services/open-answer'
import { openPlatform, type Platform } from './platform'
import type { WeChatCall, WeChatReply } from './wechat-wire'

jest.setTimeout(600_000)

const built = mkdtempSync(join(tmpdir(), 'functions-'))
const keys = {
  SEAL_KEYS: `2026:${randomBytes(32).toString('base64')}`,
  SEAL_CURRENT: '2026',
  INDEX_KEY: randomBytes(32).toString('base64'),
  DESK_ORIGIN: 'https://home.example.cn',
}
const union = UnionId.parse('u1')
const scene = Scene.parse('lanyu-factory')
const at = isoTime(Date.parse('2026-11-18T02:00:00.000Z'))
const chair = 'openid-of-the-chair'
const worker = 'openid-of-a-worker'

let bundles: readonly Bundle[]
let platform: Platform
let store: CloudbaseStore
/** Each function’s process, and those that a test starts for itself. */
const processes = new Map<string, BareProcess>()
const others: BareProcess[] = []

beforeAll(async () => {
  bundles = await buildFunctions(built)
  platform = await openPlatform(weChat)
  store = await openOn(platform.gateway, cloudCollections)
  await writeWorld()
})
afterAll(async () => {
  for (const started of [...processes.values(), ...others]) started.end()
  await store.close()
  await platform.close()
  rmSync(built, { recursive: true })
})

/** WeChat knows one code for a phone, and draws a code for whatever scene it is asked. */
function weChat({ api, data }: WeChatCall): WeChatReply {
  if (api === 'wxacode.getUnlimited') return { kind: 'picture', contentType: 'image/jpeg', bytes: png }
  if (api !== 'phonenumber.getPhoneNumber') return { kind: 'not-carried-out', code: -604101 }
  return data['code'] === 'code-of-the-worker'
    ? {
        kind: 'json',
        body: { errcode: 0, errmsg: 'ok', phone_info: { purePhoneNumber: '13800000000', countryCode: '86' } },
      }
    : { kind: 'json', body: { errcode: 40029, errmsg: 'invalid code rid: 1234' } }
}

function accountNamed(openid: string): AccountId {
  return accountOf(openid, { indexer: makeIndexer(environmentKeys(keys)) })
}

async function writeWorld(): Promise<void> {
  const provider = environmentKeys(keys)
  const account = accountNamed(chair)
  const region = RegionId.parse('r1')
  const officer = `${union}:${account}`
  const name = makeSealer(provider).seal({ collection: 'officers', id: officer, field: 'name' }, '王明')
  await store.insert(regions, {
    _id: region,
    name: '中山路街道',
    level: 'township',
    path: [region],
    seats: [],
    leaf: true,
  })
  await store.insert(unions, {
    _id: union,
    name: '青岛澜屿海洋装备有限公司工会',
    type: 'enterprise',
    status: 'active',
    region,
    line: [union],
    direct: true,
    industries: [],
  })
  await store.insert(officers, { _id: officer, union, account, role: 'chair', name, shown: false, since: at })
  await store.insert(invitations, { _id: scene, union, createdAt: at, by: account })
}

/** The process of a function, started when it is first needed, as the platform does. */
function running(name: string): BareProcess {
  const started =
    processes.get(name) ??
    startAlone(bundles.find((bundle) => bundle.name === name)?.folder ?? '', { ...platform.environment, ...keys })
  processes.set(name, started)
  return started
}

function startWith(name: string, environment: Readonly<Record<string, string>>): BareProcess {
  const started = startAlone(join(built, name), { ...platform.environment, ...environment })
  others.push(started)
  return started
}

/** As `callFunction` of the mini-program arrives: who calls stands in the context that WeChat made. */
function weChatContext(openid: string | undefined): object {
  const environment = { TRIGGER_SRC: 'wx', ...(openid === undefined ? {} : { WX_OPENID: openid, WX_APPID: 'wx0' }) }
  return { request_id: 'r', function_name: 'f', environment: JSON.stringify(environment) }
}

let requests = 0
const device = answerKeysOf(randomBytes(32))
async function ask(name: string, as: string | undefined, procedure: string, input: object): Promise<unknown> {
  const event = { procedure, input, requestId: `bundle-request-${++requests}`, answerKey: device.answerKey }
  return openAnswer(await running(name).call(event, weChatContext(as)), device, answerInfo(name, procedure))
}

describe('each bundle', () => {
  test('is small enough to load quickly', () => {
    expect(bundles.map(({ name }) => name)).toEqual([
      'ballot',
      'card',
      'clock',
      'home',
      'membership',
      'registry',
      'review',
      'session',
    ])
    for (const { bytes } of bundles) expect(bytes).toBeLessThanOrEqual(largestBundle)
  })

  test('holds nothing of the demo, of the tests or of another function; the clock carries out what the others left it', () => {
    for (const { name, inputs } of bundles) {
      expect(inputs).toContain(`cloudfunctions/${name}/index.ts`)
      const foreign = inputs.filter(
        (path) =>
          !/^(shared|node_modules|left-out:)/.test(path) &&
          !new RegExp(
            `^cloudfunctions/(_kernel|${name === 'clock' ? 'clock|home|membership|registry|review' : name})/`,
          ).test(path),
      )
      expect(foreign).toEqual([])
    }
  })

  test('holds no persona: none of the demo’s accounts can exist in the cloud', () => {
    expect(personas.length).toBeGreaterThan(4)
    for (const { folder } of bundles) {
      const code = readFileSync(join(folder, 'index.js'), 'utf8')
      expect(code).not.toContain('demo-')
      for (const { openid } of personas) expect(code).not.toContain(openid)
    }
  })
})

describe('alone in a bare process, on its platform', () => {
  test('session answers the person whom WeChat names, and nobody else', async () => {
    expect(await ask('session', worker, 'me', {})).toEqual({
      ok: true,
      data: { standing: { kind: 'none' }, notices: [], offices: [] },
    })
    expect(await ask('session', undefined, 'me', {})).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    const forged = { procedure: 'me', input: {}, WX_OPENID: chair, userInfo: { openId: chair } }
    expect(await running('session').call(forged, weChatContext(undefined))).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
  })

  test('session exchanges the phone button’s code with WeChat and keeps the number sealed', async () => {
    const refused = await ask('session', worker, 'verifyPhone', { code: 'made-up' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'PHONE_NOT_VERIFIED' } })
    const verified = await ask('session', worker, 'verifyPhone', { code: 'code-of-the-worker' })
    expect(verified).toEqual({ ok: true, data: { mobile: '138****0000' } })
    const account = await store.get(accounts, accountNamed(worker))
    expect(account?.mobile).toBeDefined()
    expect(account?.mobile).not.toContain('138')
  })

  test('registry opens the invitation of a scanned code', async () => {
    expect(await ask('registry', undefined, 'openInvitation', { scene })).toMatchObject({
      ok: true,
      data: { scene, union: { id: union, type: '企业工会' }, region: { name: '中山路街道' } },
    })
  })

  test('registry has WeChat draw the poster’s code, for a scene that WeChat takes', async () => {
    const invited = await ask('registry', chair, 'invite', { union })
    expect(invited).toMatchObject({
      ok: true,
      data: { scene, poster: { kind: 'mini-program-code', image: `data:image/png;base64,${png.toString('base64')}` } },
    })
    const drawn = platform.weChatCalls.find(({ api }) => api === 'wxacode.getUnlimited')
    expect(drawn?.data).toEqual({
      scene,
      page: 'pages/join/index',
      width: 430,
      check_path: true,
      env_version: 'release',
    })
    expect(await ask('registry', worker, 'invite', { union })).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })

  test('membership keeps a draft for its owner, sealed', async () => {
    const draft = { step: 'jobs', answers: { work: 'platform' } }
    expect(await ask('membership', worker, 'saveDraft', { draft })).toMatchObject({ ok: true })
    const kept = JSON.stringify(await store.get(drafts, accountNamed(worker)))
    expect(kept).toContain('"step":"jobs"')
    expect(kept).not.toContain('platform')
    expect(await store.get(drafts, accountNamed(chair))).toBeUndefined()
    expect(await ask('membership', undefined, 'saveDraft', { draft })).toMatchObject({
      error: { code: 'NOT_SIGNED_IN' },
    })
  })

  test('clock does what is due for the platform’s timer, and nothing for a person', async () => {
    const waiting = async () =>
      (await store.find(auditEntries, { index: 'waiting', equals: { seq: undefined } })).documents.filter(
        ({ action }) => action === 'account.verify-phone',
      ).length
    const timer = { Type: 'Timer', TriggerName: 'everyMinute', Time: '2026-11-18T02:00:00Z', Message: '' }
    expect(await waiting()).toBe(1)
    expect(await running('clock').call(timer, weChatContext(worker))).toEqual({ ok: false })
    expect(await waiting()).toBe(1)
    const context = { environment: JSON.stringify({ TRIGGER_SRC: 'timer' }) }
    expect(await running('clock').call(timer, context)).toEqual({ ok: true })
    expect(await waiting()).toBe(0)
  })

  test('what it logs are codes: no number, no name, no openid', () => {
    const log = [...processes.values()].map((process) => process.written()).join('\n')
    expect(log).toContain('{"function":"session","procedure":"verifyPhone","code":"PHONE_NOT_VERIFIED"}')
    for (const secret of ['13800000000', '138****0000', worker, chair, '王明', 'code-of-the-worker'])
      expect(log).not.toContain(secret)
  })
})

describe('wrongly configured', () => {
  test.each([
    ['without a key to seal with', { ...keys, SEAL_KEYS: '' }, 'SEAL_KEYS is not set'],
    ['with a key that is too short', { ...keys, INDEX_KEY: 'c2hvcnQ=' }, 'the index key has 5 bytes'],
    ['without an origin of the desk', { ...keys, DESK_ORIGIN: '' }, 'DESK_ORIGIN is missing'],
  ])('%s it answers nobody and says why in its log, without a key in it', async (_, environment, sentence) => {
    const started = startWith('session', environment)
    const call = started.call({ procedure: 'me', input: {} }, weChatContext(worker))
    await expect(call).rejects.toThrow('the function could not start')
    started.end()
    expect(started.written()).toContain(sentence)
    expect(started.written()).not.toContain('c2hvcnQ=')
  })

  test('a permission that WeChat was not asked for is a fault with WeChat’s number in the log', async () => {
    const started = startWith('registry', { ...keys, WX_API_TOKEN: 'old' })
    const answer = await started.call(
      { procedure: 'invite', input: { union }, requestId: 'bundle-no-permission' },
      weChatContext(chair),
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'FAULT' } })
    expect(started.written()).toContain('"name":"WeChatRefused","code":"-604100"')
  })
})
