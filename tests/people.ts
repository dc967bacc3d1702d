import type { z } from 'zod'
import { applications, ApplicantSecrets } from '../cloudfunctions/_kernel/records/applications'
import { persons, PersonSecrets } from '../cloudfunctions/_kernel/records/persons'
import { officers } from '../cloudfunctions/_kernel/records/registry'
import type { Runtime } from '../cloudfunctions/_kernel/runtime'
import { openJson } from '../cloudfunctions/_kernel/secrets'
import type { Collection, Stored } from '../cloudfunctions/_kernel/store/port'

export interface KnownPerson {
  /** Under which what is readable of them may be found. */
  readonly ids: readonly string[]
  readonly name: string
  readonly number?: string
  readonly mobile?: string
}

type Ports = Pick<Runtime, 'store' | 'sealer'>

/** Everybody of whom a world holds something sealed: on the roster, applying, in office. */
export async function everybodyIn(runtime: Ports): Promise<readonly KnownPerson[]> {
  const { store, sealer } = runtime
  const opened = <S extends z.ZodType>(collection: { name: string }, id: string, schema: S, sealed: string) =>
    openJson(sealer, { collection: collection.name, id, field: 'secrets' }, schema, sealed)
  return [
    ...(await everyOne(persons, store)).map(({ _id, secrets }) => ({
      ids: [_id],
      ...opened(persons, _id, PersonSecrets, secrets),
    })),
    ...(await everyOne(applications, store)).map(({ _id, account, secrets }) => ({
      ids: account === undefined ? [_id] : [_id, account],
      ...opened(applications, _id, ApplicantSecrets, secrets),
    })),
    ...(await everyOne(officers, store)).map(({ _id, account, name }) => ({
      ids: [account],
      name: sealer.open({ collection: 'officers', id: _id, field: 'name' }, name),
    })),
  ]
}

/** Every document of a collection that can be walked (`all`). */
export async function everyOne<D extends Stored>(
  collection: Collection<D>,
  store: Ports['store'],
): Promise<readonly D[]> {
  const found: D[] = []
  for (let cursor: string | undefined; ;) {
    const query = { index: 'all', equals: {}, limit: 1000, ...(cursor === undefined ? {} : { cursor }) }
    const page = await store.find(collection, query)
    found.push(...page.documents)
    cursor = page.cursor
    if (cursor === undefined) return found
  }
}
