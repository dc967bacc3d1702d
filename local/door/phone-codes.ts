import type { PhoneVerifier, Randomness } from '../../cloudfunctions/_kernel/runtime'
import type { Subject } from './tokens'

const kept = 1000

/** Stands in for `getPhoneNumber`: a code for the phone of whoever is signed in, good once, and for them alone. */
export interface PhoneCodes extends PhoneVerifier {
  issue(subject: Subject): string
}

export function phoneCodes(random: Randomness): PhoneCodes {
  const open = new Map<string, Subject>()
  return {
    issue(subject) {
      const [oldest] = open.keys()
      if (open.size >= kept && oldest !== undefined) open.delete(oldest)
      const code = random.id()
      open.set(code, subject)
      return code
    },
    async verify(code, openid) {
      const subject = open.get(code)
      if (subject?.openid !== openid) return { ok: false }
      open.delete(code)
      return { ok: true, mobile: subject.mobile }
    },
  }
}
