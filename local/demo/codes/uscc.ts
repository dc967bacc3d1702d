import type { Prng } from '../prng'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** 登记管理部门和机构类别: the first two characters (GB 32100-2015, table 1). */
export type CodeClass = '11' | '12' | '51' | '52' | '81' | '91' | '92' | '93' | 'N2'

/** 统一社会信用代码: an invented one with both of its check characters right. `county` are the six digits of the place. */
export function inventUscc(prng: Prng, codeClass: CodeClass, county: string): string {
  const body = `M${prng.pick(['A', 'B', 'C', 'D'])}${prng.digits(6)}`
  const first = `${codeClass}${county}${body}${bodyCheck(body)}`
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(first.charAt(at)), 0)
  return first + alphabet.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714-1997: letters count from A = 10. */
function bodyCheck(body: string): string {
  const sum = bodyWeights.reduce((total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
