import { castPeople } from '../../local/demo/personas'
import { attributesOf } from './gestures'
import { miniStage } from './mini-stage'
import type { MiniPhone, PhoneOptions } from './phone'

const { openPhone } = miniStage()
jest.setTimeout(600_000)

/** A member who has the whole of their data before them and wants to take it along. */
async function withData(options: Pick<PhoneOptions, 'privacy'>): Promise<MiniPhone> {
  const phone = openPhone('demo-factory-chair', options)
  await phone.open('pages/mine/export/index')
  await phone.tap('export-load')
  await phone.reads(castPeople.factoryChair.number)
  return phone
}

describe('WeChat’s privacy guide', () => {
  test('is asked before the first private interface', async () => {
    const phone = await withData({ privacy: 'agrees' })
    expect(phone.private).toEqual([])
    await phone.tap('export-take')
    await phone.reads('已经复制')
    expect(phone.private).toEqual(['requirePrivacyAuthorize', 'setClipboardData'])
  })

  test('refused, the interface is not used, and the page says what to do', async () => {
    const phone = await withData({ privacy: 'refuses' })
    await phone.tap('export-take')
    await phone.reads('没有复制的权限')
    expect(phone.private).toEqual(['requirePrivacyAuthorize'])
  })

  test('of a WeChat that does not know it yet is not asked for', async () => {
    const phone = await withData({})
    await phone.tap('export-take')
    await phone.reads('已经复制')
    expect(phone.private).toEqual(['setClipboardData'])
  })
})

test('the build tells WeChat that it keeps the privacy guide, and the phone button agrees to it with the same tap', async () => {
  const phone = openPhone('nobody-yet')
  await phone.open('pages/me/index')
  const button = await phone.find('me-verify-phone')
  expect(Object.values(attributesOf(button))).toContain('getPhoneNumber|agreePrivacyAuthorization')
})
