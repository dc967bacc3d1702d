/**
 * 拼回证件号码: what an 18-digit number could still be for somebody who knows some things about its owner (GB 11643-1999: area 6, birth 8, sequence 3 with the
 * sex in its last digit, check digit 1).
 */
export interface Known {
  readonly area: string
  readonly sex: 'male' | 'female'
  /** The check digit, which the mask shows. */
  readonly last: string
  /** Every day that may be the birthday; unsaid, any day of a working life. */
  readonly births?: readonly string[]
  /** The sequence’s digits as far as they are known, `*` for the others. */
  readonly sequence?: string
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

export function numbersLeft(known: Known, today: string): number {
  const births = known.births ?? workingLife(today)
  const sequences = Array.from({ length: 1000 }, (_, index) => String(index).padStart(3, '0')).filter(
    (sequence) =>
      (Number(sequence) % 2 === 1) === (known.sex === 'male') &&
      [...(known.sequence ?? '***')].every((digit, at) => digit === '*' || digit === sequence.charAt(at)),
  )
  const sequenceSums = sequences.map((sequence) => sumOf(sequence, 14))
  const areaSum = sumOf(known.area, 0)
  let left = 0
  for (const birth of births) {
    const sum = areaSum + sumOf(birth.replace(/-/g, ''), 6)
    for (const part of sequenceSums) if (checkDigits.charAt((sum + part) % 11) === known.last) left++
  }
  return left
}

function sumOf(digits: string, from: number): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (weights[from + at] ?? 0), 0)
}

/** Everybody between 16 and 65. */
function workingLife(today: string): readonly string[] {
  const year = Number(today.slice(0, 4))
  const [first, last] = [Date.UTC(year - 65, 0, 1), Date.UTC(year - 16, 0, 1)]
  const days = (last - first) / 86_400_000
  return Array.from({ length: days }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10))
}

/** Days in a text that somebody of working age may have been born on, in the ways days are written. */
export function birthsIn(text: string, today: string): readonly string[] {
  const written = [
    ...text.matchAll(/(?<!\d)(\d{4})(?:-|\/|\.|\s?年\s?)?(\d{1,2})(?:-|\/|\.|\s?月\s?)?(\d{1,2})(?!\d)/g),
  ]
  const days = written.map(([, year = '', month = '', day = '']) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  )
  const known = new Set(workingLife(today))
  return [...new Set(days)].filter((day) => known.has(day))
}
