import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip made by hand; whatever is stated besides its text replaces what would be true. */
export interface Part {
  readonly name: string
  readonly text: string | Buffer
  readonly stored?: boolean
  /** Claims, for the directory and the header alike. */
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  readonly nameInHeader?: string
  /** Its directory entry points to the data of the part that many places before it. */
  readonly sharesWith?: number
}

/** Lays a zip out byte by byte (APPNOTE 6.3), so that a test may lie in any field. */
export function zipOf(parts: readonly Part[], { count = parts.length }: { readonly count?: number } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const [index, part] of parts.entries()) {
    const { header, entry, data } = laidOut(part)
    const shared = part.sharesWith === undefined ? undefined : offsets[index - part.sharesWith]
    offsets.push(shared ?? at)
    entry.writeUInt32LE(shared ?? at, 42)
    directory.push(entry)
    if (shared !== undefined) continue
    bodies.push(header, data)
    at += header.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

function laidOut(part: Part) {
  const content = Buffer.from(part.text)
  const data = part.stored === true ? content : deflateRawSync(content)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(part.flags ?? 0, 2)
  fields.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4)
  fields.writeUInt32LE(part.crc ?? crc32(content), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(part.size ?? content.length, 18)
  return {
    header: Buffer.concat([Buffer.from('504b0304', 'hex'), named(fields, part.nameInHeader ?? part.name)]),
    entry: Buffer.concat([Buffer.from('504b01021400', 'hex'), directoryFields(fields, part.name)]),
    data,
  }
}

function named(fields: Buffer, name: string): Buffer {
  const own = Buffer.from(fields)
  own.writeUInt16LE(Buffer.byteLength(name), 22)
  return Buffer.concat([own, Buffer.from(name)])
}

function directoryFields(fields: Buffer, name: string): Buffer {
  const own = Buffer.concat([fields, Buffer.alloc(14)])
  own.writeUInt16LE(Buffer.byteLength(name), 22)
  return Buffer.concat([own, Buffer.from(name)])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The least that is a workbook: one sheet with this XML in `<sheetData>`, and what else a test wants. */
export function workbookParts(
  sheetData: string,
  { strings, mainType = `${sheetType}.sheet.main+xml`, state = '' }: WorkbookChoice = {},
): readonly Part[] {
  const part = (name: string, text: string): Part => ({ name, text })
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" ${state} r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>${strings === undefined ? '' : `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>`}</Relationships>`,
    ),
    ...(strings === undefined ? [] : [part('xl/sharedStrings.xml', strings)]),
    part('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`),
  ]
}

interface WorkbookChoice {
  readonly strings?: string
  readonly mainType?: string
  readonly state?: string
}
