import CloudBase from '@cloudbase/manager-node'
import { z } from 'zod'
import { unreachable } from '../../shared/core/unreachable'
import type { RouteEnd, Step } from './plan'

export interface CloudAccount {
  readonly envId: string
  readonly secretId: string
  readonly secretKey: string
}

/** `made` now, `there` already, or `set`, which is done each time. */
export type Done = 'made' | 'there' | 'set'

/** What of a deployment goes through @cloudbase/manager-node: collections, indexes, rules, hosting, routes. */
export interface Manager {
  carryOut(step: Exclude<Step, { kind: 'function' | 'fill-indexes' | 'pages' }>): Promise<Done>
}

const Tables = z.object({
  Collections: z.array(z.object({ CollectionName: z.string() })),
  Pager: z.object({ Total: z.number() }),
})
const Table = z.object({ Indexes: z.array(z.object({ Name: z.string() })).nullish() })
const Domains = z.object({
  Domains: z
    .array(
      z.object({
        Domain: z.string(),
        Routes: z
          .array(
            z.object({
              Path: z.string(),
              UpstreamResourceType: z.string(),
              UpstreamResourceName: z.string(),
              EnableAuth: z.boolean().nullish(),
              EnableSafeDomain: z.boolean().nullish(),
              Enable: z.boolean().nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
})
const pageSize = 100
/** Calls a second from one address: an office of some ten desks behind one line, each page a few calls. */
const callsPerAddress = 30

/** The domain of DESK_ORIGIN is not bound to HTTP 访问服务, which wants a certificate and 备案: only the console can do it. */
export class DomainNotBound extends Error {
  override readonly name = 'DomainNotBound'
}
/** A new collection is there some seconds after it was asked for. */
const tries = 10
const pauseMs = 2_000

export async function openManager({ envId, secretId, secretKey }: CloudAccount, deskOrigin: string): Promise<Manager> {
  const host = new URL(deskOrigin).hostname
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

  async function switchOnHosting(): Promise<Done> {
    if ((await cloud.hosting.getInfo()).some(({ Status }) => Status === 'online')) return 'there'
    await cloud.hosting.enableService()
    await untilThere(() => cloud.hosting.getWebsiteConfig())
    return 'made'
  }

  async function makeRoute(path: string, to: RouteEnd): Promise<Done> {
    const asked = { EnvId: envId, Filters: [{ Name: 'Domain' as const, Values: [host] }] }
    const { Domains: bound } = Domains.parse(await cloud.env.describeHttpServiceRoute(asked))
    const domain = (bound ?? []).find(({ Domain }) => Domain === host)
    if (domain === undefined)
      throw new DomainNotBound(`${host} is not bound to HTTP 访问服务; docs/deploy.md, section 5.`)
    const wanted = routeTo(path, to)
    const there = (domain.Routes ?? []).find(({ Path }) => Path === path)
    const call = { EnvId: envId, Domain: { Domain: host, Routes: [wanted] } }
    if (there === undefined) {
      await cloud.env.createHttpServiceRoute(call)
      return 'made'
    }
    if (
      there.UpstreamResourceType === wanted.UpstreamResourceType &&
      there.UpstreamResourceName === wanted.UpstreamResourceName &&
      there.EnableAuth === wanted.EnableAuth &&
      there.EnableSafeDomain === wanted.EnableSafeDomain &&
      there.Enable === wanted.Enable
    )
      return 'there'
    await cloud.env.modifyHttpServiceRoute(call)
    return 'set'
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
        case 'hosting':
          return switchOnHosting()
        case 'route':
          return makeRoute(step.path, step.to)
        default:
          return unreachable(step)
      }
    },
  }
}

/** The platform neither signs anybody in nor judges origins here: the functions’ own door does both, and knows which origin is ours. */
function routeTo(path: string, to: RouteEnd) {
  const open = { Path: path, EnableAuth: false, EnableSafeDomain: false, EnablePathTransmission: true, Enable: true }
  return to.kind === 'pages'
    ? { ...open, UpstreamResourceType: 'STATIC_STORE' as const, UpstreamResourceName: 'staticstore' }
    : {
        ...open,
        UpstreamResourceType: 'SCF' as const,
        UpstreamResourceName: to.name,
        QPSPolicy: { QPSPerClient: { LimitBy: 'ClientIP' as const, LimitValue: callsPerAddress } },
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
