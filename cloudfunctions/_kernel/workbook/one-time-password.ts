import { randomInt } from 'node:crypto'

/** Without the letters and digits that people mistake for each other. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const groups = 4
const inGroup = 5

/** 一次性密码 of one exported file: 99 bits, in groups that can be read aloud. It is shown once, to whoever asked for the file, and kept nowhere. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: inGroup }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  return Array.from({ length: groups }, group).join('-')
}
