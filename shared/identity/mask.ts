import { last } from '../core/own'

/** 打星: what may be shown of personal data. More could be put together again with a birth date (docs/rules/identity.md, K1–K3). */

/** First and last character: `3****************7`. A number of one or two characters shows none. */
export function maskNumber(number: string): string {
  if (number.length <= 2) return '*'.repeat(number.length)
  return number.charAt(0) + '*'.repeat(number.length - 2) + number.charAt(number.length - 1)
}

/** `王*明`, `刘*`, `阿*提`: first and last character, always one star, so that the length of a name does not show. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  const [first = '', second] = letters
  const end = last(letters) ?? ''
  if (second === undefined) return first === '' ? '' : '*'
  return letters.length === 2 ? `${first}*` : `${first}*${end}`
}

/** `138****0000`. */
export function maskMobile(mobile: string): string {
  return mobile.length < 8 ? '*'.repeat(mobile.length) : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
}
