import { z } from 'zod'
import type { PhoneVerifier } from '../runtime'
import { WeChatRefused, type CallWeChat } from './wechat'

/** Codes that were made up, used already, or are older than five minutes. */
const unfitCodes: readonly number[] = [40029, 40013, 41008]

const Answer = z.object({ phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.coerce.string() }) })

/** 手机号快速验证: a code is good once. A number of another country is no number that the unions’ rosters could hold. */
export function weChatPhones(call: CallWeChat): PhoneVerifier {
  return {
    async verify(code) {
      try {
        const answer = await call('phonenumber.getPhoneNumber', { code })
        if (answer.kind === 'file') throw new Error('phonenumber.getPhoneNumber answered a file')
        const { purePhoneNumber, countryCode } = Answer.parse(answer.body).phone_info
        return countryCode === '86' ? { ok: true, mobile: purePhoneNumber } : { ok: false }
      } catch (fault) {
        if (fault instanceof WeChatRefused && unfitCodes.includes(fault.code)) return { ok: false }
        throw fault
      }
    },
  }
}
