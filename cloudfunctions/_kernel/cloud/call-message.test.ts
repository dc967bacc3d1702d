import fc from 'fast-check'
import { callMessage, NotAnAnswer, readAnswer } from './call-message'

describe('a call to WeChat', () => {
  // Captured on loopback from wx-server-sdk 4.0.2: `cloud.openapi.phonenumber.getPhoneNumber({ code: 'abc' })`, and the same of `wxacode.getUnlimited`.
  test.each([
    [{ code: 'abc' }, '0800120f0a0d0a04636f646512052261626322'],
    [
      {
        scene: 'lanyu-factory',
        page: 'pages/join/index',
        width: 430,
        check_path: false,
        env_version: 'trial',
      },
      '080012710a180a057363656e65120f226c616e79752d666163746f7279220a1a0a047061676512122270616765732f6a6f696e2f696e646578220a0c0a05776964746812033433300a130a0a636865636b5f70617468120566616c73650a160a0b656e765f76657273696f6e120722747269616c22',
    ],
  ])('is byte for byte what WeChat’s own SDK sends: %j', (data, bytes) => {
    expect(callMessage(data).toString('hex')).toBe(bytes)
  })

  test('of more than 127 bytes keeps its length', () => {
    const message = callMessage({ content: '好'.repeat(100) })
    expect(message.subarray(0, 5).toString('hex')).toBe('080012bd02')
    expect(message.length).toBe(5 + 0x13d)
  })
})

describe('WeChat’s answer', () => {
  // Written by protobufjs, which wx-server-sdk uses.
  test('is read with its type', () => {
    const { body, contentType, errorCode } = readAnswer(Buffer.from(answered, 'base64'))
    expect(JSON.parse(body.toString())).toMatchObject({ phone_info: { purePhoneNumber: '13800000000' } })
    expect(contentType).toBe('application/json; encoding=utf-8')
    expect(errorCode).toBe(0)
  })

  test('that says why the call was not carried out has a negative code', () => {
    expect(readAnswer(Buffer.from(refused, 'hex')).errorCode).toBe(-604101)
  })

  test('that is cut or something else is told, whatever it is, and quoted nowhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          readAnswer(Buffer.from(bytes))
        } catch (fault) {
          expect(fault).toBeInstanceOf(NotAnAnswer)
        }
      }),
    )
    const whole = Buffer.from(answered, 'base64')
    expect(() => readAnswer(whole.subarray(0, 40))).toThrow(NotAnAnswer)
  })
})

const answered =
  'CqoBeyJlcnJjb2RlIjowLCJlcnJtc2ciOiJvayIsInBob25lX2luZm8iOnsicGhvbmVOdW1iZXIiOiIxMzgwMDAwMDAwMCIsInB1cmVQaG9uZU51bWJlciI6IjEzODAwMDAwMDAwIiwiY291bnRyeUNvZGUiOjg2LCJ3YXRlcm1hcmsiOnsidGltZXN0YW1wIjoxNjM3NzQ0Mjc0LCJhcHBpZCI6Ind4MCJ9fX0SIGFwcGxpY2F0aW9uL2pzb247IGVuY29kaW5nPXV0Zi04GAAgyAE='
const refused = '18bb90dbffffffffffff0130ffffffffffffffffff01'
