/**
 * The two protobuf messages of 云调用 (`wx.openApi`). WeChat publishes no definition; fields are those of wx-server-sdk 4.0.2, whose bytes the test holds:
 * ```
 * CommApiData     { 1 apiType: 0 = OPEN_API, 2 OpenApiData { 1 pairs: KeyValuePair { 1 key, 2 value as JSON }[] } }
 * CommOpenApiResp { 1 respData, 2 contentType, 3 errorCode, … }
 * ```
 */

/** One call’s data, keys in WeChat’s own spelling (`check_path`). */
export function callMessage(data: Readonly<Record<string, unknown>>): Buffer {
  const pairs = Object.entries(data).map(([key, value]) =>
    field(1, Buffer.concat([field(1, Buffer.from(key)), field(2, Buffer.from(JSON.stringify(value)))])),
  )
  return Buffer.concat([Buffer.from([varintField(1), 0]), field(2, Buffer.concat(pairs))])
}

export interface CallAnswer {
  readonly body: Buffer
  readonly contentType: string
  /** 0, or why WeChat did not even carry the call out, for example a missing permission. */
  readonly errorCode: number
}

/** Reads WeChat’s answer. Throws for bytes that are not such a message. */
export function readAnswer(bytes: Buffer): CallAnswer {
  const found: { body: Buffer; contentType: string; errorCode: number } = {
    body: Buffer.alloc(0),
    contentType: '',
    errorCode: 0,
  }
  for (let at = 0; at < bytes.length;) {
    const tag = varintAt(bytes, at)
    at = tag.next
    const [number, wire] = [tag.value >> 3n, tag.value & 7n]
    if (wire === 0n) {
      const { value, next } = varintAt(bytes, at)
      at = next
      if (number === 3n) found.errorCode = Number(BigInt.asIntN(32, value))
    } else if (wire === 2n) {
      const length = varintAt(bytes, at)
      const end = length.next + Number(length.value)
      if (end > bytes.length) throw new NotAnAnswer()
      const content = bytes.subarray(length.next, end)
      at = end
      if (number === 1n) found.body = content
      if (number === 2n) found.contentType = content.toString('utf8').trim()
    } else throw new NotAnAnswer()
  }
  return found
}

/** Not quoted: the bytes may hold a phone number. */
export class NotAnAnswer extends Error {
  override readonly name = 'NotAnAnswer'
  constructor() {
    super('WeChat answered something else than a CommOpenApiResp')
  }
}

const varintField = (number: number) => number << 3

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest])
    bytes.push((rest & 0x7f) | 0x80)
  }
}

function varintAt(bytes: Buffer, start: number): { readonly value: bigint; readonly next: number } {
  let value = 0n
  for (let at = start; at < start + 10; at++) {
    const byte = bytes[at]
    if (byte === undefined) break
    value |= BigInt(byte & 0x7f) << BigInt(7 * (at - start))
    if (byte < 0x80) return { value, next: at + 1 }
  }
  throw new NotAnAnswer()
}
