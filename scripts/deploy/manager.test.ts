import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { DomainNotBound, openManager, type Manager } from './manager'
import { declaredFunctions } from '../functions/declared'
import { planDeployment } from './plan'

/** Tencent Cloud’s API on the loopback interface, as far as a deployment asks it: an environment, collections with indexes, rules. */
const collections = new Map<string, Set<string>>()
const rules = new Map<string, string>()
const domains = new Map<string, Map<string, z.infer<typeof Route>>>()
let hosting = ''
const asked: string[] = []
let server: Server
let manager: Manager

const Route = z.looseObject({ Path: z.string(), UpstreamResourceType: z.string(), UpstreamResourceName: z.string() })
const Body = z.looseObject({
  Domain: z.object({ Domain: z.string(), Routes: z.array(Route) }).optional(),
  EnvId: z.string(),
  TableName: z.string().default(''),
  CollectionName: z.string().default(''),
  AclTag: z.string().default(''),
  MgoOffset: z.number().default(0),
  MgoLimit: z.number().default(100),
  CreateIndexes: z.array(z.object({ IndexName: z.string() })).default([]),
})

function answer(action: string, body: z.infer<typeof Body>): object {
  const indexes = collections.get(body.TableName)
  switch (action) {
    case 'DescribeEnvInfo':
      return {
        EnvInfo: {
          EnvBaseInfo: {
            EnvId: 'env-1',
            Databases: [{ InstanceId: 'tnt-1' }],
            Functions: [],
            Storages: [{ Bucket: '6761-bucket', Region: 'ap-shanghai' }],
          },
        },
      }
    case 'ListTables': {
      const names = [...collections.keys()]
      const page = names.slice(body.MgoOffset, body.MgoOffset + 2)
      return {
        Tables: page.map((TableName) => ({ TableName })),
        Pager: { Offset: body.MgoOffset, Limit: 2, Total: names.length },
      }
    }
    case 'CreateTable':
      if (indexes !== undefined) return { Error: { Code: 'ResourceInUse', Message: 'it exists' } }
      collections.set(body.TableName, new Set(['_id_']))
      return {}
    case 'DescribeTable':
      return indexes === undefined
        ? { Error: { Code: 'ResourceNotFound', Message: 'there is none' } }
        : { Indexes: [...indexes].map((Name) => ({ Name })) }
    case 'UpdateTable':
      for (const { IndexName } of body.CreateIndexes) indexes?.add(IndexName)
      return {}
    case 'ModifyDatabaseACL':
      rules.set(body.CollectionName, body.AclTag)
      return {}
    case 'ModifyStorageSafeRule':
      rules.set('cloud storage', body.AclTag)
      return {}
    case 'DescribeStaticStore':
      return { Data: hosting === '' ? [] : [{ Status: hosting, Bucket: 'pages', Regoin: 'ap-shanghai' }] }
    case 'DescribeHTTPServiceRoute':
      return {
        Domains: [...domains].map(([Domain, routes]) => ({ Domain, Routes: [...routes.values()] })),
        OriginDomain: 'o',
        TotalCount: domains.size,
      }
    case 'CreateHTTPServiceRoute':
    case 'ModifyHTTPServiceRoute': {
      const routes = domains.get(body.Domain?.Domain ?? '')
      for (const route of body.Domain?.Routes ?? []) {
        if (routes?.has(route.Path) === (action === 'CreateHTTPServiceRoute'))
          return { Error: { Code: 'InvalidParameter', Message: route.Path } }
        routes?.set(route.Path, route)
      }
      return {}
    }
    default:
      return { Error: { Code: 'InvalidAction', Message: action } }
  }
}

beforeAll(async () => {
  collections
    .set('older', new Set(['_id_']))
    .set('accounts', new Set(['_id_', 'k_at']))
    .set('another', new Set())
  server = createServer((request, response) => {
    void text(request).then((sent) => {
      const action = String(request.headers['x-tc-action'])
      asked.push(action)
      response.end(
        JSON.stringify({
          Response: { RequestId: 'r', ...answer(action, Body.parse({ EnvId: '', ...JSON.parse(sent) })) },
        }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env['TCB_BASE_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  manager = await openManager({ envId: 'env-1', secretId: 'id', secretKey: 'key' }, 'https://home.example.cn')
})
afterAll(() => {
  Reflect.deleteProperty(process.env, 'TCB_BASE_URL')
  server.closeAllConnections()
  server.close()
})

/** Where the domain of the desk leads: the last steps of the real functions. */
async function lead(): Promise<readonly string[]> {
  const done: string[] = []
  for (const step of planDeployment([], declaredFunctions))
    if (step.kind === 'hosting' || step.kind === 'route') done.push(`${step.kind} ${await manager.carryOut(step)}`)
  return done
}

async function deploy(): Promise<readonly string[]> {
  const done: string[] = []
  const declared = [
    { name: 'accounts', indexedFields: ['k_at'] },
    { name: 'claims', indexedFields: ['k_person', 'k_at'] },
  ]
  for (const step of planDeployment(declared, []))
    if (
      step.kind === 'collection' ||
      step.kind === 'collection-rule' ||
      step.kind === 'index' ||
      step.kind === 'storage-rule'
    )
      done.push(`${step.kind} ${await manager.carryOut(step)}`)
  return done
}

test('what is missing is made, what is there stays, everything is closed', async () => {
  expect(await deploy()).toEqual([
    'collection there',
    'collection-rule set',
    'index there',
    'collection made',
    'collection-rule set',
    'index made',
    'index made',
    'storage-rule set',
  ])
  expect([...(collections.get('claims') ?? [])]).toEqual(['_id_', 'k_person', 'k_at'])
  expect(Object.fromEntries(rules)).toEqual({
    accounts: 'ADMINONLY',
    claims: 'ADMINONLY',
    'cloud storage': 'ADMINONLY',
  })
  expect(collections.has('older')).toBe(true)
})

test('done again it makes nothing', async () => {
  asked.length = 0
  expect((await deploy()).filter((line) => line.endsWith('made'))).toEqual([])
  expect(asked).not.toContain('CreateTable')
  expect(asked).not.toContain('UpdateTable')
})

describe('the domain of the desk', () => {
  test('has to be bound first, and the operator is told where', async () => {
    hosting = 'online'
    domains.set('other.example.cn', new Map())
    await expect(lead()).rejects.toThrow(DomainNotBound)
    await expect(lead()).rejects.toThrow(/home\.example\.cn is not bound/)
  })

  test('leads to the pages and the functions they call; what is there stays', async () => {
    domains.set('home.example.cn', new Map())
    expect(await lead()).toEqual(['hosting there', ...Array.from({ length: 8 }, () => 'route made')])
    const routes = [...(domains.get('home.example.cn')?.values() ?? [])]
    expect(routes.map((route) => [route.Path, route.UpstreamResourceType, route.UpstreamResourceName])).toEqual([
      ['/api/ballot', 'SCF', 'ballot'],
      ['/api/card', 'SCF', 'card'],
      ['/api/home', 'SCF', 'home'],
      ['/api/membership', 'SCF', 'membership'],
      ['/api/registry', 'SCF', 'registry'],
      ['/api/review', 'SCF', 'review'],
      ['/api/session', 'SCF', 'session'],
      ['/', 'STATIC_STORE', 'staticstore'],
    ])
    expect(await lead()).toEqual(['hosting there', ...Array.from({ length: 8 }, () => 'route there')])
  })

  test('is led back where somebody led it elsewhere', async () => {
    const route = domains.get('home.example.cn')?.get('/api/session')
    domains.get('home.example.cn')?.set('/api/session', { ...Route.parse(route), UpstreamResourceName: 'clock' })
    expect(await lead()).toEqual([
      'hosting there',
      'route there',
      'route there',
      'route there',
      'route there',
      'route there',
      'route there',
      'route set',
      'route there',
    ])
    expect(domains.get('home.example.cn')?.get('/api/session')?.UpstreamResourceName).toBe('session')
  })
})
