import { oldestSupported } from '../../shared/contract/version'
import type { TestSystem } from '../system'
import { miniStage } from './mini-stage'

const { openPhone, system } = miniStage()
jest.setTimeout(600_000)

/** WeChat as it looks for a new version: what it finds is told when the test says so. */
function updates() {
  const heard = { check: (_: { hasUpdate: boolean }) => {}, ready: () => {}, failed: () => {} }
  let applied = 0
  const manager = {
    onCheckForUpdate: (callback: typeof heard.check) => (heard.check = callback),
    onUpdateReady: (callback: () => void) => (heard.ready = callback),
    onUpdateFailed: (callback: () => void) => (heard.failed = callback),
    applyUpdate: () => void (applied += 1),
  }
  return { heard, applied: () => applied, getUpdateManager: () => manager }
}

/** The phone of somebody whose app was built when the contract was another. */
function oldPhone(openid: string) {
  const weChat = updates()
  const anOldApp: TestSystem = {
    ...system(),
    knock: (as, name, envelope) => system().knock(as, name, { ...Object(envelope), version: oldestSupported - 1 }),
  }
  const phone = openPhone(openid, { system: anOldApp, updates: weChat.getUpdateManager })
  return { phone, ...weChat }
}

describe('an app that is too old for the system', () => {
  test.each(['pages/home/index', 'pages/progress/index'])('%s: leads to one page with one button', async (path) => {
    const { phone } = oldPhone('demo-rider')
    await phone.open(path)
    await phone.on('pages/update/index')
    await phone.reads('请更新后再用，已经填的内容不会丢')
    await phone.reads('更新并重新打开')
  })

  test('restarts at once where WeChat has the new version', async () => {
    const { phone, heard, applied } = oldPhone('demo-rider')
    await phone.open('pages/home/index')
    await phone.on('pages/update/index')
    heard.check({ hasUpdate: true })
    heard.ready()
    await phone.tap('update')
    await phone.reads('正在重新打开')
    expect(applied()).toBe(1)
  })

  test('waits for the download, and restarts when it is there', async () => {
    const { phone, heard, applied } = oldPhone('demo-rider')
    await phone.open('pages/home/index')
    await phone.on('pages/update/index')
    heard.check({ hasUpdate: true })
    await phone.tap('update')
    await phone.reads('正在下载新版本')
    expect(applied()).toBe(0)
    heard.ready()
    expect(applied()).toBe(1)
  })

  test.each([
    ['finds none', (heard: ReturnType<typeof updates>['heard']) => heard.check({ hasUpdate: false })],
    ['cannot fetch it', (heard: ReturnType<typeof updates>['heard']) => heard.failed()],
  ])('says what to do where WeChat %s', async (_, tell) => {
    const { phone, heard, applied } = oldPhone('demo-rider')
    await phone.open('pages/home/index')
    await phone.on('pages/update/index')
    tell(heard)
    await phone.tap('update')
    await phone.reads('删除，再重新打开')
    expect(applied()).toBe(0)
  })
})

test('an app of today is not sent there', async () => {
  const phone = openPhone('demo-rider')
  await phone.open('pages/home/index')
  await phone.reads('您还没有加入工会')
  await phone.on('pages/home/index')
})
