import { randomBytes } from 'node:crypto'
import { phoneCodes } from './phone-codes'

const random = { id: () => randomBytes(16).toString('base64url'), digits: (count: number) => '0'.repeat(count) }
const rider = { openid: 'demo-rider', mobile: '15420260101' }

describe('a phone code', () => {
  test('tells the phone of whom it was issued to, once', async () => {
    const codes = phoneCodes(random)
    const code = codes.issue(rider)
    expect(await codes.verify(code, rider.openid)).toEqual({ ok: true, mobile: rider.mobile })
    expect(await codes.verify(code, rider.openid)).toEqual({ ok: false })
  })

  test('is nothing in somebody else’s hand, and stays good for its owner', async () => {
    const codes = phoneCodes(random)
    const code = codes.issue(rider)
    expect(await codes.verify(code, 'demo-workshop')).toEqual({ ok: false })
    expect((await codes.verify(code, rider.openid)).ok).toBe(true)
  })

  test('a made-up code is refused', async () => {
    expect(await phoneCodes(random).verify('made-up', rider.openid)).toEqual({ ok: false })
  })

  test('codes that nobody uses are forgotten, the oldest first', async () => {
    const codes = phoneCodes(random)
    const first = codes.issue(rider)
    for (let more = 0; more < 1000; more++) codes.issue(rider)
    expect((await codes.verify(first, rider.openid)).ok).toBe(false)
  })
})
