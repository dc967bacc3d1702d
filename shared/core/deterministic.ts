/** Major types of RFC 8949 §3.1 that cards and ballots are made of; tags, floats and endless items are none of them. */
const major = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5 } as const
/** Deeper than any of them. */
const deepest = 6

interface Head {
  readonly major: number
  readonly argument: number
  /** Where the head ends. */
  readonly end: number
}

/** One item, and nothing after it, in the deterministic encoding of RFC 8949 §4.2.1: every head as short as it can be, the keys of a map in order and each once. */
export function isDeterministic(bytes: Uint8Array): boolean {
  return endOfItem(bytes, 0, 0) === bytes.length
}

/** Where the item that begins at `at` ends; undefined where it is not written in that way. */
function endOfItem(bytes: Uint8Array, at: number, depth: number): number | undefined {
  const head = headAt(bytes, at)
  if (head === undefined || depth > deepest) return undefined
  switch (head.major) {
    case major.unsigned:
    case major.negative:
      return head.end
    case major.bytes:
    case major.text:
      return head.end + head.argument <= bytes.length ? head.end + head.argument : undefined
    case major.list:
      return endOfList(bytes, head, depth)
    case major.map:
      return endOfMap(bytes, head, depth)
    default:
      return undefined
  }
}

function endOfList(bytes: Uint8Array, { argument, end }: Head, depth: number): number | undefined {
  let at: number | undefined = end
  for (let item = 0; item < argument && at !== undefined; item++) at = endOfItem(bytes, at, depth + 1)
  return at
}

function endOfMap(bytes: Uint8Array, { argument, end }: Head, depth: number): number | undefined {
  let at = end
  let before: Uint8Array = new Uint8Array()
  for (let entry = 0; entry < argument; entry++) {
    const keyEnd = endOfItem(bytes, at, depth + 1)
    if (keyEnd === undefined) return undefined
    const key = bytes.subarray(at, keyEnd)
    if (entry > 0 && !isBefore(before, key)) return undefined
    const valueEnd = endOfItem(bytes, keyEnd, depth + 1)
    if (valueEnd === undefined) return undefined
    at = valueEnd
    before = key
  }
  return at
}

/** Bytewise lexicographic order. */
function isBefore(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? 0, other[at] ?? -1]
    if (a !== b) return a < b
  }
  return one.length < other.length
}

/** Arguments of up to four bytes: seconds fit until 2106. */
function headAt(bytes: Uint8Array, at: number): Head | undefined {
  const first = bytes[at]
  if (first === undefined) return undefined
  const [kind, short] = [first >> 5, first & 31]
  if (short < 24) return { major: kind, argument: short, end: at + 1 }
  const width = 1 << (short - 24)
  if (width > 4 || at + 1 + width > bytes.length) return undefined
  let argument = 0
  for (let byte = 1; byte <= width; byte++) argument = argument * 256 + (bytes[at + byte] ?? 0)
  const least = width === 1 ? 24 : 256 ** (width / 2)
  return argument < least ? undefined : { major: kind, argument, end: at + 1 + width }
}
