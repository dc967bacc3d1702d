import CloudBase from '@cloudbase/manager-node'
import { z } from 'zod'
import { unreachable } from '../../shared/core/unreachable'
import type { Step } from './plan'

export interface CloudAccount {
  readonly envId: string
  readonly secretId: string
  readonly secretKey: string
}

/** `made` now, `there` already, or `set`, which is done each time. */
export type Done = 'made' | 'there' | 'set'

/** What of a deployment goes through @cloudbase/manager-node: collections, indexes, rules. */
export interface Manager {
  carryOut(step: Exclude<Step, { kind: 'function' | 'fill-indexes' }>): Promise<Done>
}

const Tables = z.object({
  Collections: z.array(z.object({ CollectionName: z.string() })),
  Pager: z.object({ Total: z.number() }),
})
const Table = z.object({ Indexes: z.array(z.object({ Name: z.string() })).nullish() })
const pageSize = 100
/** A new collection is there some seconds after it was asked for. */
const tries = 10
const pauseMs = 2_000

export async function openManager({ envId, secretId, secretKey }: CloudAccount): Promise<Manager> {
  const cloud = new CloudBase({ envId, secretId, secretKey })
  await cloud.currentEnvironment().lazyInit()
  const { database } = cloud
  const collections = new Set(await namesOfCollections())

  async function namesOfCollections(from = 0): Promise<readonly string[]> {
    const page = Tables.parse(await database.listCollections({ MgoLimit: pageSize, MgoOffset: from }))
    const names = page.Collections.map(({ CollectionName }) => CollectionName)
    const next = from + names.length
    return names.length === 0 || next >= page.Pager.Total ? names : [...names, ...(await namesOfCollections(next))]
  }

  async function makeCollection(name: string): Promise<Done> {
    if (collections.has(name)) return 'there'
    await database.createCollection(name)
    await untilThere(() => database.describeCollection(name))
    collections.add(name)
    return 'made'
  }

  async function makeIndex(step: Extract<Step, { kind: 'index' }>): Promise<Done> {
    const { Indexes } = Table.parse(await database.describeCollection(step.collection))
    if ((Indexes ?? []).some(({ Name }) => Name === step.name)) return 'there'
    const keys = step.keys.map(({ field, direction }) => ({ Name: field, Direction: direction }))
    await database.updateCollection(step.collection, {
      CreateIndexes: [{ IndexName: step.name, MgoKeySchema: { MgoIndexKeys: keys, MgoIsUnique: false } }],
    })
    return 'made'
  }

  return {
    async carryOut(step) {
      switch (step.kind) {
        case 'collection':
          return makeCollection(step.name)
        case 'collection-rule':
          await cloud.commonService().call({
            Action: 'ModifyDatabaseACL',
            Param: { EnvId: envId, CollectionName: step.collection, AclTag: step.rule },
          })
          return 'set'
        case 'index':
          return makeIndex(step)
        case 'storage-rule':
          await cloud.storage.setStorageAcl(step.rule)
          return 'set'
        default:
          return unreachable(step)
      }
    },
  }
}

async function untilThere(look: () => Promise<unknown>): Promise<void> {
  for (let round = 1; ; round++) {
    try {
      await look()
      return
    } catch (fault) {
      if (round === tries) throw fault
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
