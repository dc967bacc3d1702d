import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { init } from '@cloudbase/node-sdk'
import { counters } from '../../cloudfunctions/_kernel/store/contract-letters'
import { environmentOf, openOn } from './cloud'
import { openGateway, type Gateway } from './gateway'

jest.setTimeout(600_000)

/** The gateway’s own conduct, asked by the bare SDK: what it checks, isolates, limits and refuses. */
let gateway: Gateway
let now = Date.now()
beforeAll(async () => {
  gateway = await openGateway({ now: () => now })
  await sdk().createCollection('things')
})
beforeEach(() => {
  now = Date.now()
})
afterAll(() => gateway.close())

const sdk = (change: object = {}) => {
  const { serviceUrl, ...credentials } = environmentOf(gateway)
  return init({
    ...credentials,
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    keepalive: true,
    ...change,
  }).database()
}
const things = () => sdk().collection('things')
let made = 0
const newId = () => `thing${++made}`
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'OK',
    (fault: { code?: unknown }) => fault.code,
  )

describe('the signature', () => {
  test('of the SDK is good', async () => {
    expect(await codeOf(things().doc('nobody').get())).toBe('OK')
  })

  test.each([
    ['another secret', { secretKey: 'guessed' }],
    ['another id', { secretId: 'AKIDother' }],
  ])('of %s is refused', async (_what, change) => {
    expect(await codeOf(sdk(change).collection('things').doc('a').get())).toBe('SIGN_PARAM_INVALID')
  })

  test.each([
    [-11, 'SIGN_PARAM_INVALID'],
    [-9, 'OK'],
    [9, 'OK'],
    [11, 'SIGN_PARAM_INVALID'],
  ])('made %d minutes away from the server’s clock: %s', async (minutes, code) => {
    now = Date.now() + minutes * 60_000
    expect(await codeOf(things().doc('nobody').get())).toBe(code)
  })

  test.each([
    ['nothing', (body: Body) => body, 'OK'],
    ['a value', (body: Body) => ({ ...body, query: '{"_id":"b"}' }), 'SIGN_PARAM_INVALID'],
    ['the action', (body: Body) => ({ ...body, action: 'database.removeDocument' }), 'SIGN_PARAM_INVALID'],
    ['a value more', (body: Body) => ({ ...body, transactionId: 'x' }), 'SIGN_PARAM_INVALID'],
    ['a value less', ({ query: _, ...body }: Body) => body, 'SIGN_PARAM_INVALID'],
  ])('does not fit a body in which %s was changed', async (_what, change, code) => {
    const answer = await post((body) => JSON.stringify(change(body)))
    expect(answer.code ?? 'OK').toBe(code)
  })

  test.each([
    ['x-sdk-version', 'another'],
    ['host', 'elsewhere'],
    ['authorization', ''],
    ['x-timestamp', '1'],
  ])('does not fit a request whose %s was changed', async (name, value) => {
    expect((await post(JSON.stringify, { [name]: value })).code).toBe('SIGN_PARAM_INVALID')
  })

  test('of another address is refused', async () => {
    expect((await post(JSON.stringify, {}, '/admin?env=other')).code).toBe('SIGN_PARAM_INVALID')
  })

  interface Body {
    readonly [name: string]: unknown
  }

  interface Caught {
    readonly url: string
    readonly headers: IncomingHttpHeaders
    readonly body: Body
  }

  /** A request that the SDK signed and sent, to be changed on its way. */
  async function caught(): Promise<Caught> {
    return new Promise((resolve) => {
      const server = createServer((received, response) => {
        const { url = '', headers } = received
        void text(received).then((body) => {
          resolve({ url, headers, body: JSON.parse(body) as Body })
          response.end('{"data":{"list":[]}}')
          server.close()
        })
      }).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        const aside = sdk({ serviceUrl: `http://127.0.0.1:${port}/admin`, keepalive: false })
        void aside.collection('things').doc('a').get()
      })
    })
  }

  async function post(
    written: (body: Body) => string,
    change: object = {},
    otherUrl?: string,
  ): Promise<{ code?: string }> {
    const { url, headers, body } = await caught()
    const { 'content-length': _length, connection: _connection, ...kept } = headers
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(otherUrl ?? url, gateway.url),
        { method: 'POST', headers: { ...kept, ...change } },
        (response) => void text(response).then((answer) => resolve(JSON.parse(answer) as { code?: string }), reject),
      )
      sent.on('error', reject)
      sent.end(written(body))
    })
  }
})

describe('isolation', () => {
  test('a transaction reads its snapshot and its own writes; nobody else sees them before the commit', async () => {
    const id = newId()
    await things().add({ _id: id, value: 1 })
    const transaction = await sdk().startTransaction()
    const inside = transaction.collection('things').doc(id)
    expect((await inside.get()).data).toEqual({ _id: id, value: 1 })
    const other = await sdk().startTransaction()
    await inside.set({ value: 2 })
    expect((await inside.get()).data).toEqual({ _id: id, value: 2 })
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, value: 1 }])
    expect((await other.collection('things').doc(id).get()).data).toEqual({ _id: id, value: 1 })
    await transaction.commit()
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, value: 2 }])
    expect((await other.collection('things').doc(id).get()).data).toEqual({ _id: id, value: 1 })
  })

  test('of two transactions that write one document, the second is told at once, and is over', async () => {
    const id = newId()
    const [one, other] = [await sdk().startTransaction(), await sdk().startTransaction()]
    await one.collection('things').doc(id).set({ value: 1 })
    expect(await codeOf(other.collection('things').doc(id).set({ value: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await codeOf(other.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    await one.commit()
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, value: 1 }])
  })

  test('a write to what was changed after the snapshot is a conflict', async () => {
    const id = newId()
    await things().add({ _id: id, value: 1 })
    const transaction = await sdk().startTransaction()
    await transaction.collection('things').doc(id).get()
    await things().doc(id).set({ value: 2 })
    expect(await codeOf(transaction.collection('things').doc(id).remove())).toBe('DATABASE_TRANSACTION_CONFLICT')
  })

  test('a plain write waits for the transaction that holds its document', async () => {
    const id = newId()
    const transaction = await sdk().startTransaction()
    await transaction.collection('things').add({ _id: id, value: 1 })
    const waiting = codeOf(things().add({ _id: id, value: 2 }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await transaction.commit()
    expect(await waiting).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, value: 1 }])
  })

  test('a duplicate inside of a transaction comes in MongoDB’s words, and ends it', async () => {
    const id = newId()
    await things().add({ _id: id })
    const transaction = await sdk().startTransaction()
    await expect(transaction.collection('things').add({ _id: id })).rejects.toThrow('E11000')
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  })
})

describe('limits', () => {
  test.each([
    [29_999, 'OK'],
    [30_000, 'DATABASE_TRANSACTION_FAIL'],
  ])('a transaction after %d ms: %s', async (age, code) => {
    const transaction = await sdk().startTransaction()
    await transaction.collection('things').doc(newId()).set({ value: 1 })
    now += age
    expect(await codeOf(transaction.commit())).toBe(code)
  })

  test('what an outlived transaction held is free', async () => {
    const id = newId()
    const transaction = await sdk().startTransaction()
    await transaction.collection('things').add({ _id: id })
    now += 30_000
    expect(await codeOf(things().add({ _id: id }))).toBe('OK')
  })

  test('a transaction takes 100 operations', async () => {
    const transaction = await sdk().startTransaction()
    for (let count = 0; count < 100; count++) await transaction.collection('things').doc('nobody').get()
    expect(await codeOf(transaction.collection('things').doc('nobody').get())).toBe('DATABASE_TRANSACTION_FAIL')
  })

  test('a query answers 1000 documents, 100 unless told', async () => {
    await sdk().createCollection('many')
    await sdk()
      .collection('many')
      .add(Array.from({ length: 1001 }, (_, at) => ({ _id: `${at}` })))
    expect((await sdk().collection('many').limit(5000).get()).data).toHaveLength(1000)
    expect((await sdk().collection('many').get()).data).toHaveLength(100)
    expect((await sdk().collection('many').count()).total).toBe(1001)
  })

  test('a document is at most 16 MB', async () => {
    const room = 16 * 1024 * 1024 - 200
    expect(await codeOf(things().add({ _id: newId(), text: 'x'.repeat(room) }))).toBe('OK')
    expect(await codeOf(things().add({ _id: newId(), text: 'x'.repeat(room + 400) }))).toBe('DATABASE_REQUEST_FAILED')
  })
})

describe('what it does not know', () => {
  test.each([
    [
      'an operator',
      () =>
        things()
          .where({ value: { $near: 1 } })
          .get(),
    ],
    ['an operator above', () => things().where({ $where: 'true' }).get()],
    ['a stage', () => things().aggregate().sample({ size: 1 }).end()],
    [
      'an accumulator',
      () =>
        things()
          .aggregate()
          .group({ _id: null, all: { $avg: '$value' } })
          .end(),
    ],
  ])('%s is refused', async (_what, ask) => {
    await things().doc('some').set({ value: 1 })
    expect(await codeOf(ask())).toBe('DATABASE_INVALID_OPERRATOR')
  })

  test.each([
    ['a collection', () => sdk().collection('nowhere').doc('a').get(), 'DATABASE_COLLECTION_NOT_EXIST'],
    ['an environment', () => sdk({ env: 'other' }).collection('things').doc('a').get(), 'INVALID_PARAM'],
  ])('%s is refused', async (_what, ask, code) => {
    expect(await codeOf(ask())).toBe(code)
  })

  test('a query inside of a transaction is refused', async () => {
    const transaction = await sdk().startTransaction()
    expect(await codeOf(transaction.collection('things').where({ value: 1 }).get())).toBe('INVALID_PARAM')
  })
})

test('what the store sends on its own was received, signed, by these actions', async () => {
  const store = await openOn(gateway, [counters], { prefix: 'own' })
  await store.transact((tx) => tx.put(counters, { _id: 'a', value: 1 }))
  expect((await sdk().collection('owncontractCounters').doc('a').get()).data).toEqual([
    { _id: 'a', document: '{"_id":"a","value":1}' },
  ])
  expect((await sdk().collection('ownstoreCommits').count()).total).toBe(1)
  await store.close()
})
