import { nationalityChoices } from '../identity/nationalities'

const byLabel = new Map(nationalityChoices.map(({ value, label }) => [label, value]))
const byCode = new Map(nationalityChoices.map(({ value, label }) => [value, label]))

/** The code of a name as people write it in a table; 中国香港 and 中国台湾 are of China. */
export function nationalityNamed(name: string): string | undefined {
  return /^(中国|中华人民共和国)/.test(name) ? 'CHN' : (byLabel.get(name) ?? (byCode.has(name) ? name : undefined))
}

/** What people call the country of a code; the code itself where no name is kept. */
export const nationalityName = (code: string) => byCode.get(code) ?? code
