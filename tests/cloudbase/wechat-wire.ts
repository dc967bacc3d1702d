/** 云调用 from WeChat’s side: reads the multipart form that the SDK sends and the message in it, and writes the answer. */
export interface WeChatCall {
  readonly api: string
  readonly token: string
  readonly data: Readonly<Record<string, unknown>>
}

export type WeChatReply =
  | { readonly kind: 'json'; readonly body: object }
  | { readonly kind: 'picture'; readonly contentType: string; readonly bytes: Buffer }
  /** WeChat did not carry the call out at all. */
  | { readonly kind: 'not-carried-out'; readonly code: number }

export function callOf(contentType: string, body: Buffer): WeChatCall {
  const boundary = /boundary=(\S+)/.exec(contentType)?.[1] ?? ''
  const parts = body.toString('latin1').split(`--${boundary}`)
  const fields = new Map(
    parts.flatMap((part) => {
      const end = part.indexOf('\r\n\r\n')
      const name = /name="([^"]+)"/.exec(part.slice(0, end))?.[1]
      return name === undefined ? [] : [[name, Buffer.from(part.slice(end + 4, -2), 'latin1')] as const]
    }),
  )
  const text = (name: string) => fields.get(name)?.toString('utf8') ?? ''
  if (text('action') !== 'wx.openApi') throw new Error(`${text('action')} is no call to WeChat`)
  return { api: text('apiName'), token: text('wxCloudApiToken'), data: dataOf(fields.get('requestData')) }
}

/** `08 00` says 开放接口; then one list of pairs, each a key and its value as JSON. */
function dataOf(message: Buffer | undefined): Readonly<Record<string, unknown>> {
  if (message?.subarray(0, 3).toString('hex') !== '080012') throw new Error('this is no CommApiData')
  const pairs = within(message, 2).flatMap(({ number, content }) => (number === 2 ? within(content, 0) : []))
  return Object.fromEntries(
    pairs.map(({ content }) => {
      const [key, value] = within(content, 0)
      return [key?.content.toString('utf8') ?? '', JSON.parse(value?.content.toString('utf8') ?? 'null')]
    }),
  )
}

function within(message: Buffer, from: number): readonly { readonly number: number; readonly content: Buffer }[] {
  const found: { number: number; content: Buffer }[] = []
  for (let at = from; at < message.length;) {
    const number = message.readUInt8(at) >> 3
    const low = message.readUInt8(at + 1)
    const long = low >= 0x80
    const length = long ? (low & 0x7f) | (message.readUInt8(at + 2) << 7) : low
    const start = at + (long ? 3 : 2)
    found.push({ number, content: message.subarray(start, start + length) })
    at = start + length
  }
  return found
}

export function answerTo(reply: WeChatReply): Buffer {
  switch (reply.kind) {
    case 'json':
      return answered(Buffer.from(JSON.stringify(reply.body)), 'application/json; encoding=utf-8')
    case 'picture':
      return answered(reply.bytes, reply.contentType)
    case 'not-carried-out': {
      const bytes: number[] = []
      for (let rest = BigInt.asUintN(64, BigInt(reply.code)); bytes.length < 10; rest >>= 7n)
        bytes.push(Number(rest & 0x7fn) | (bytes.length < 9 ? 0x80 : 0))
      return Buffer.from([0x18, ...bytes])
    }
  }
}

function answered(body: Buffer, contentType: string): Buffer {
  const type = Buffer.from(contentType)
  return Buffer.concat([Buffer.from([0x0a, ...varint(body.length)]), body, Buffer.from([0x12, type.length]), type])
}

function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]
}
