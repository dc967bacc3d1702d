import { readWholeXml } from './xml'

/** 日期格式: numbers that ECMA-376 part 1, §18.8.30 gives to dates, those for Chinese among them. Times of day alone (18–21, 45–47) are no dates. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const firstOwn = 164

/** Which cell formats show a number as a day, by their index. */
export async function readDateFormats(pieces: AsyncIterable<Buffer>, part: string): Promise<ReadonlySet<number>> {
  const own = new Map<number, string>()
  const dates = new Set<number>()
  let inFormats = false
  let index = 0
  await readWholeXml(pieces, part, {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      if (element === 'numFmt') own.set(Number(numFmtId), formatCode)
      else if (element === 'cellXfs') inFormats = true
      else if (element === 'xf' && inFormats) {
        if (isDate(Number(numFmtId), own)) dates.add(index)
        index++
      }
    },
    close: (element) => {
      if (element === 'cellXfs') inFormats = false
    },
  })
  return dates
}

function isDate(id: number, own: ReadonlyMap<number, string>): boolean {
  if (id < firstOwn && !own.has(id)) return builtIn.has(id)
  const code = own.get(id) ?? ''
  // What stands in quotes, behind a backslash or in brackets is text, colour or condition.
  return /[yd]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ''))
}

const dayMs = 24 * 60 * 60 * 1000
/** The last serial of 9999. */
const latest = 2_958_465

/** 序列值 → `YYYY-MM-DD`; undefined where it is no day. The 1900 system counts a 29 February 1900 that never was. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1) || serial > latest) return undefined
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  return new Date(epoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10)
}
