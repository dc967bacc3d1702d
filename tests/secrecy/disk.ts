import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../cloudfunctions/_kernel/records/all'
import { casts } from '../../cloudfunctions/_kernel/records/casts'
import { electors, reviewKeys, type ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { surveyCodes } from '../../cloudfunctions/_kernel/records/survey-codes'
import { openConnection, type Connection } from '../../cloudfunctions/_kernel/store/sqlite-connection'
import { names } from '../../local/data-folder'
import type { Envelope } from '../../shared/review/envelope'

/** All that whoever takes the disk finds of one document. */
export interface Trace {
  readonly id: string
  /** Everything in it that is written in base64url, as bytes. */
  readonly bytes: readonly Buffer[]
  readonly times: readonly string[]
  /** Every other text in it: a request’s id would be among them. */
  readonly texts: readonly string[]
  /** Its place among the rows of its table. */
  readonly row: number
  /** Where it was first written in the log, or else stands in the file behind it. */
  readonly place: number
}

export interface Disk {
  /** Who received: electors, or the slips of a staff survey. */
  readonly electors: readonly Trace[]
  readonly ballots: readonly Trace[]
  readonly remarks: readonly Trace[]
  /** What each elector sent to be signed, by the elector’s id. */
  readonly blinded: Readonly<Record<Envelope, ReadonlyMap<string, Buffer>>>
  readonly keys: string
}

const files = [names.database, names.ballots].flatMap((name) => [name, `${name}-wal`])

/** 取走一份磁盘: databases and their logs as they are at this moment, without the keys. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'secrecy-'))
  for (const name of files) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
  return copy
}

export function bytesOfFile(folder: string, name: string): Buffer {
  const [file, log] = [join(folder, name), join(folder, `${name}-wal`)]
  return Buffer.concat([existsSync(log) ? readFileSync(log) : Buffer.alloc(0), readFileSync(file)])
}

/** Every document of the store that knows people, whatever its collection. */
export function documentsOf(folder: string): ReadonlyMap<string, readonly string[]> {
  return reading(folder, names.database, (connection) => {
    const rows = (name: string) => connection.all(`SELECT document FROM "${name}" ORDER BY _id`, [])
    return new Map(allCollections.map(({ name }) => [name, rows(name).map(([text]) => String(text))]))
  })
}

const read = new Map<string, Disk>()

export function readDisk(folder: string, review: Pick<ReviewRecord, '_id' | 'digest' | 'keys'>): Disk {
  const known = read.get(folder + review._id)
  if (known !== undefined) return known
  const disk = readAnew(folder, review)
  read.set(folder + review._id, disk)
  return disk
}

function readAnew(folder: string, { _id, digest, keys }: Pick<ReviewRecord, '_id' | 'digest' | 'keys'>): Disk {
  const [main, box] = [names.database, names.ballots].map((name) => placesIn(folder, name))
  const rows = reading(folder, names.database, (connection) => ({
    electors: [
      ...rowsOf(connection, electors.name).filter(({ id }) => id.startsWith(`${_id}:`)),
      ...rowsOf(connection, surveyCodes.name).filter(({ text }) => text.includes(`"review":"${_id}"`)),
    ],
    keys: rowsOf(connection, reviewKeys.name).find(({ id }) => id === keys)?.text ?? '',
  }))
  const cast = reading(folder, names.ballots, (connection) => rowsOf(connection, casts.name)).filter(({ text }) =>
    text.includes(digest),
  )
  const traced = (places: ReadonlyMap<string, number> | undefined) => (row: Row) => traceOf(row, digest, places)
  return {
    electors: rows.electors.filter(({ text }) => text.includes('"signed"')).map(traced(main)),
    ballots: cast.filter(({ text }) => text.includes('"envelope":"ballot"')).map(traced(box)),
    remarks: cast.filter(({ text }) => text.includes('"envelope":"remark"')).map(traced(box)),
    blinded: { ballot: blindedOf(rows.electors, 'ballot'), remark: blindedOf(rows.electors, 'remark') },
    keys: rows.keys,
  }
}

const received = /"signed":\{"ballot":"([\w-]{43})/g

const pageBytes = 4096
/** Of the log’s header, and of each of its pages. */
const [logHeader, frameHeader] = [32, 24]

/** Where each id, and each signature that somebody received, was written first: SQLite fills a page from its end, and the log page after page. */
function placesIn(folder: string, name: string): ReadonlyMap<string, number> {
  const log = placesOn(textOf(join(folder, `${name}-wal`)), logHeader, frameHeader)
  const file = placesOn(textOf(join(folder, name)), 0, 0)
  return new Map([...file].map(([mark, place]) => [mark, place + 2 ** 40] as const).concat([...log]))
}

function placesOn(text: string, header: number, between: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const whole = pageBytes + between
  for (const mark of [/"_id":"([^"]+)"/g, received])
    for (const { 1: found = '', index } of text.matchAll(mark)) {
      const page = Math.floor((index - header) / whole)
      const place = page * whole + (whole - ((index - header) % whole))
      places.set(found, Math.min(place, places.get(found) ?? place))
    }
  return places
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'latin1') : ''
}

interface Row {
  readonly id: string
  readonly text: string
  readonly row: number
}

/** In the order in which the table has them. */
function rowsOf(connection: Connection, name: string): readonly Row[] {
  return connection.all(`SELECT _id, document FROM "${name}" NOT INDEXED`, []).map(([id, text], row) => ({
    id: String(id),
    text: String(text),
    row,
  }))
}

function traceOf({ id, text, row }: Row, digest: string, places: ReadonlyMap<string, number> | undefined): Trace {
  const written = [...text.matchAll(/[A-Za-z0-9_-]{43,}/g)].map(([found]) => found).filter((found) => found !== digest)
  const [signed] = [...text.matchAll(received)].map(([, found = '']) => found)
  return {
    id,
    row,
    bytes: written.map((found) => Buffer.from(found, 'base64url')),
    texts: textsIn(JSON.parse(text)),
    times: [...text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([time]) => time),
    place: places?.get(signed ?? id) ?? -1,
  }
}

function blindedOf(rows: readonly Row[], envelope: Envelope): ReadonlyMap<string, Buffer> {
  return new Map(
    rows.flatMap(({ id, text }) => {
      const { blinded }: { blinded?: Record<Envelope, string> } = JSON.parse(text)
      return blinded === undefined ? [] : [[id, Buffer.from(blinded[envelope], 'base64url')] as const]
    }),
  )
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function reading<T>(folder: string, name: string, work: (connection: Connection) => T): T {
  const connection = openConnection(join(folder, name))
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
