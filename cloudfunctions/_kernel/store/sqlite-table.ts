import type { Connection, SqlValue } from './sqlite-connection'
import type { CountPlan, Key, QueryPlan, SelectionPlan } from './plan'
import type { AnyCollection } from './port'

/**
 * How documents lie in SQLite: one table per collection, the document as JSON beside its id, and a computed column per indexed field.
 * A missing field is computed as -∞, which sorts before every number and text that JSON can hold: so a key is never NULL, equality
 * is plain `=`, and a page begins with one row comparison, which the index answers at any depth.
 */
const missing = '-9e999'

/** SQLite numbers the rows of a table as they come, unless they lie in the order of their ids: `hidden` is for what must not tell who came first. */
export type Arrivals = 'kept' | 'hidden'

/** Creates what the declaration asks for and is not there; drops indexes that are declared no more. */
export function createTable(connection: Connection, collection: AnyCollection, arrivals: Arrivals = 'kept'): void {
  const table = quoted(collection.name)
  const rows = arrivals === 'hidden' ? ' WITHOUT ROWID' : ''
  connection.execute(
    `CREATE TABLE IF NOT EXISTS ${table} (_id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL)${rows}`,
  )

  const columns = new Set(names(connection, `SELECT name FROM pragma_table_xinfo(?)`, collection.name))
  for (const field of new Set(Object.values(collection.indexes).flat())) {
    if (columns.has(column(field))) continue
    const value = `ifnull(document ->> '$.${field}', ${missing})`
    connection.execute(`ALTER TABLE ${table} ADD COLUMN ${quoted(column(field))} AS (${value}) VIRTUAL`)
  }

  const declared = new Map(Object.values(collection.indexes).map((fields) => [indexName(collection, fields), fields]))
  const found = `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`
  const existing = new Set(names(connection, found, collection.name))
  for (const name of existing) if (!declared.has(name)) connection.execute(`DROP INDEX ${quoted(name)}`)
  for (const [name, fields] of declared) {
    if (fields.length === 0 || existing.has(name)) continue
    connection.execute(`CREATE INDEX ${quoted(name)} ON ${table} (${[...fields.map(sqlField), '_id'].join(', ')})`)
  }
}

export const sqlOf = {
  get: (collection: AnyCollection) => `SELECT document FROM ${quoted(collection.name)} WHERE _id = ?`,
  /** Changes no row where the id is taken. */
  insert: (collection: AnyCollection) =>
    `INSERT INTO ${quoted(collection.name)} (_id, document) VALUES (?, ?) ON CONFLICT (_id) DO NOTHING`,
  put: (collection: AnyCollection) =>
    `INSERT INTO ${quoted(collection.name)} (_id, document) VALUES (?, ?) ON CONFLICT (_id) DO UPDATE SET document = excluded.document`,
  remove: (collection: AnyCollection) => `DELETE FROM ${quoted(collection.name)} WHERE _id = ?`,
}

export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** One document more than the limit, to learn whether there are more. */
export function findSql(collection: AnyCollection, plan: QueryPlan): Sql {
  const { conditions, values } = where(plan)
  const direction = plan.order === 'ascending' ? 'ASC' : 'DESC'
  const order = plan.open.map((field) => `${sqlField(field)} ${direction}`).join(', ')
  return {
    text: `SELECT document FROM ${source(collection, plan)} WHERE ${conditions} ORDER BY ${order} LIMIT ?`,
    values: [...values, plan.limit + 1],
  }
}

export function countSql(collection: AnyCollection, plan: CountPlan): Sql {
  const { conditions, values } = where(plan)
  const selected = `FROM ${source(collection, plan)} WHERE ${conditions}`
  if (plan.atMost === undefined) return { text: `SELECT count(*) ${selected}`, values }
  return { text: `SELECT count(*) FROM (SELECT 1 ${selected} LIMIT ?)`, values: [...values, plan.atMost] }
}

/** Rows of a count and the value as JSON, taken from one document of each group: only there a boolean is still a boolean. */
export function groupSql(collection: AnyCollection, plan: SelectionPlan): Sql {
  const by = plan.open[0]
  const { conditions, values } = where(plan)
  const groups = `SELECT count(*) AS n, min(_id) AS id, ${sqlField(by)} AS value FROM ${source(collection, plan)} WHERE ${conditions} GROUP BY ${sqlField(by)}`
  return {
    text: `SELECT g.n, d.document -> '$.${by}' FROM (${groups}) AS g JOIN ${quoted(collection.name)} AS d ON d._id = g.id ORDER BY g.value`,
    values,
  }
}

function where(plan: SelectionPlan & Partial<QueryPlan>): { conditions: string; values: readonly SqlValue[] } {
  const equal = plan.fields.slice(0, plan.equal.length).map((field) => `${sqlField(field)} = ?`)
  const { from, until, after, order } = plan
  const bounded = sqlField(plan.open[0])
  const conditions = [...equal]
  const values = plan.equal.map(sqlKey)
  // The cursor lies within the bounds. A plus sign keeps the bound that it replaces out of the index, so that the page begins at the cursor.
  const lower = after !== undefined && order === 'ascending' ? `+${bounded}` : bounded
  const upper = after !== undefined && order === 'descending' ? `+${bounded}` : bounded
  if (from !== undefined) {
    conditions.push(`${lower} >= ?`)
    values.push(sqlKey(from))
  } else if (until !== undefined) {
    conditions.push(`${lower} > ${missing}`)
  }
  if (until !== undefined) {
    conditions.push(`${upper} < ?`)
    values.push(sqlKey(until))
  }
  if (after !== undefined) {
    const row = plan.open.map(sqlField).join(', ')
    conditions.push(`(${row}) ${order === 'descending' ? '<' : '>'} (${after.map(() => '?').join(', ')})`)
    values.push(...after.map(sqlKey))
  }
  return { conditions: conditions.length === 0 ? 'TRUE' : conditions.join(' AND '), values }
}

/** Names the index: a query that it cannot answer is an error instead of a scan. */
function source(collection: AnyCollection, plan: SelectionPlan): string {
  const table = quoted(collection.name)
  return plan.fields.length === 0 ? table : `${table} INDEXED BY ${quoted(indexName(collection, plan.fields))}`
}

/** The driver aborts on booleans: they lie as 0 and 1, as in JSON’s computed columns. */
function sqlKey(key: Key): SqlValue {
  if (key === null) return Number.NEGATIVE_INFINITY
  return typeof key === 'boolean' ? Number(key) : key
}

function names(connection: Connection, sql: string, table: string): readonly string[] {
  return connection.all(sql, [table]).map(([name]) => String(name))
}

const indexName = (collection: AnyCollection, fields: readonly string[]) => [collection.name, ...fields].join('_')
const column = (field: string) => `k_${field}`
const sqlField = (field: string) => (field === '_id' ? '_id' : quoted(column(field)))
/** Names are plain letters and digits: `collection` saw to that. */
const quoted = (name: string) => `"${name}"`
