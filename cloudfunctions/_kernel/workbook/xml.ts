import { SaxesParser } from 'saxes'
import { Unreadable } from './unreadable'

/** What a part of the package calls back. Names and attributes come without their namespace prefix: writers differ in it. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

type Options = { readonly position: false; readonly xmlns: false }

const deepest = 40
const longestSilence = 1024 * 1024

/**
 * Reads XML as its pieces come and yields after each, so that whoever waits can take what was read. Anything that is not well formed, any DOCTYPE (entities that
 * grow), nesting that no spreadsheet has, and a single text or tag of a megabyte end it.
 */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  part: string,
  reader: XmlReader,
): AsyncGenerator<void, void, undefined> {
  let silence = 0
  const parser = parserFor(part, reader, () => (silence = 0))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of pieces) {
    silence += piece.length
    parser.write(decoded(decoder, part, piece))
    if (silence > longestSilence) throw new Unreadable('WORKBOOK_TOO_LARGE', { part })
    yield
  }
  parser.write(decoded(decoder, part)).close()
}

/** The same for a part that is read as a whole before anything else happens. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, part: string, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, part, reader));
}

function parserFor(part: string, reader: XmlReader, heard: () => void): SaxesParser<Options> {
  const parser = new SaxesParser<Options>({ position: false, xmlns: false })
  let depth = 0
  const damaged = () => {
    throw new Unreadable('WORKBOOK_DAMAGED', { part })
  }
  parser.on('error', damaged)
  parser.on('doctype', damaged)
  parser.on('opentag', ({ name, attributes }) => {
    heard()
    if (++depth > deepest) throw new Unreadable('WORKBOOK_DAMAGED', { part })
    reader.open(local(name), withoutPrefixes(attributes))
  })
  parser.on('closetag', ({ name }) => {
    heard()
    depth--
    reader.close?.(local(name))
  })
  const text = (found: string) => {
    heard()
    reader.text?.(found)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  return parser
}

/** Answers the text of the piece; bytes that are not UTF-8 end it. */
function decoded(decoder: TextDecoder, part: string, piece?: Buffer): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new Unreadable('WORKBOOK_DAMAGED', { part })
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let plain = attributes
  for (const name in attributes)
    if (name.includes(':') && !name.startsWith('xml')) plain = { ...plain, [local(name)]: attributes[name] ?? '' }
  return plain
}
