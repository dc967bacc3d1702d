import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { main as ballot } from '../cloudfunctions/ballot/index'
import { casts, type CastRecord } from '../cloudfunctions/_kernel/records/casts'
import type { ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { gatewayHandler } from '../local/gateway'
import { openLocalSystem, type LocalSystem } from '../local/runtime'
import { toBase64url } from '../shared/core/base64url'
import { mortalServer } from '../tests/crash/mortal-server'
import { reviewIn } from '../tests/reviews'
import { ballotMaker } from './ballot-maker'
import type { Shot, VolleyResult } from './client'
import type { BenchRow } from './row'

const [perVolley, volleys, together] = [1000, 9, 16]
/** A minute where this part is measured by itself (`npm run bench -- review`), less among all the others. */
const seconds = Number(process.env['REVIEW_SECONDS'] ?? (process.argv[2] === 'review' ? 60 : 8))

/** 投票 over HTTP: against a bare insert behind the same gateway, and through a server that is killed in the middle. */
export async function castingRows(): Promise<BenchRow[]> {
  return [await rateRow(), await killedRow()]
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-casts-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const open = (folder: string) => openLocalSystem({ folder, origin: 'http://127.0.0.1' })

function rateRow(): Promise<BenchRow> {
  return inFolder(async (folder) => {
    const system = open(folder)
    const review = await reviewIn(system, 'voting')
    const maker = await castMaker(system, review)
    const server = await serveBoth(system)
    const { port } = server.address() as AddressInfo
    const client = fork(join(__dirname, 'client.ts'), { execArgv: ['--import', 'tsx'] })
    const fire = (shots: readonly Shot[]) =>
      new Promise<number>((resolve, reject) => {
        client.once('message', (result: VolleyResult) => {
          const refused = JSON.stringify(result.refused)
          if (refused === '{}') resolve(perVolley / result.seconds)
          else reject(new Error(`calls were refused: ${refused}`))
        })
        client.send({ port, together, shots })
      })
    try {
      const rates: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
      for (let volley = 0; volley <= volleys; volley++) {
        const ours = await fire(shotsTo('/api/ballot/cast', maker))
        const peer = await fire(shotsTo('/api/bare/write', maker))
        if (volley === 0) continue
        rates.ours.push(ours)
        rates.peer.push(peer)
      }
      const [ours, peer] = [median(rates.ours), median(rates.peer)]
      const name = 'cast, from nobody → in the box'
      const target = '≥ 60 % of gateway + bare insert'
      return { name, ours, peer, unit: '/s', ratio: ours / peer, target, ok: ours / peer >= 0.6 }
    } finally {
      client.kill()
      server.closeAllConnections()
      server.close()
      await system.close()
    }
  })
}

function shotsTo(path: string, maker: CastMaker): readonly Shot[] {
  return Array.from({ length: perVolley }, () => ({ path, body: JSON.stringify({ input: maker() }) }))
}

/** The peer: the same gateway, and a procedure that does nothing but insert a document of the same size. */
async function serveBoth({ runtime, tokens, codes, invitationLink }: LocalSystem): Promise<Server> {
  const Event = z.object({ body: z.string() })
  const Body = z.object({ input: z.object({ review: z.string(), cast: z.string() }) })
  const bare = async (event: unknown) => {
    const { input } = Body.parse(JSON.parse(Event.parse(event).body))
    const _id = randomBytes(32).toString('base64url')
    const written: CastRecord = { _id, review: 'b'.repeat(43), envelope: 'ballot', cast: input.cast }
    await runtime.ballots.insert(casts, written)
    return { ok: true, data: {} }
  }
  const functions = new Map([
    ['ballot', ballot],
    ['bare', bare],
  ])
  const door = { invitationLink, size: { units: 0, unions: 0, members: 0 } }
  const handler = gatewayHandler({ functions, app: __dirname, tokens, codes, random: runtime.random, door })
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** Sixteen phones cast, each again until it is answered, while the server in its own process is killed and started again on the same folder. */
function killedRow(): Promise<BenchRow> {
  return inFolder(async (folder) => {
    const before = open(folder)
    const review = await reviewIn(before, 'voting')
    const maker = await castMaker(before, review)
    await before.close()
    const server = mortalServer(folder)
    const [taken, milliseconds]: [string[], number[]] = [[], []]
    try {
      await server.start()
      const until = Date.now() + seconds * 1000
      const phones = Array.from({ length: together }, async () => {
        while (Date.now() < until) {
          const input = maker()
          const begun = performance.now()
          await insist(() => server.port(), JSON.stringify({ input }))
          taken.push(input.cast)
          milliseconds.push(performance.now() - begun)
        }
      })
      await pause((seconds * 1000) / 2)
      await server.kill()
      await server.start()
      await Promise.all(phones)
      await server.kill()
    } finally {
      server.end()
    }
    return rowOf(taken, milliseconds, await keptIn(folder, review))
  })
}

async function insist(port: () => Promise<number>, body: string): Promise<void> {
  for (;;) {
    const headers = { 'Content-Type': 'application/json', Origin: 'http://127.0.0.1' }
    try {
      const url = `http://127.0.0.1:${await port()}/api/ballot/cast`
      const answer = await (await fetch(url, { method: 'POST', headers, body })).text()
      if (answer.startsWith('{"ok":true')) return
      throw new Error(`a cast was refused: ${answer}`)
    } catch (fault) {
      // The connection was cut; anything else is no business of a dying server.
      if (!(fault instanceof TypeError)) throw fault
      await pause(5)
    }
  }
}

/** What lies in the box, past the port: each token as often as it is there. */
async function keptIn(folder: string, review: ReviewRecord): Promise<readonly string[]> {
  const system = open(folder)
  const kept: string[] = []
  for (let cursor: string | undefined; ;) {
    const equals = { review: review.digest }
    const page = { index: 'byReview', equals, limit: 1000, ...(cursor === undefined ? {} : { cursor }) }
    const found = await system.runtime.ballots.find(casts, page)
    kept.push(...found.documents.map(({ cast }) => cast))
    cursor = found.cursor
    if (cursor === undefined) break
  }
  await system.close()
  return kept
}

function rowOf(taken: readonly string[], milliseconds: readonly number[], kept: readonly string[]): BenchRow {
  const inBox = new Set(kept)
  const lost = taken.filter((cast) => !inBox.has(cast)).length
  const double = kept.length - inBox.size + (kept.length - taken.length)
  const p95 = [...milliseconds].sort((a, b) => a - b)[Math.floor(milliseconds.length * 0.95)] ?? 0
  const figures = `p95 ${p95.toFixed(0)} ms over ${seconds} s, the restart included; ${lost} lost, ${double} too many`
  return {
    name: 'casts acknowledged, server killed in the middle',
    ours: kept.length,
    peer: taken.length,
    unit: '',
    ratio: kept.length / taken.length,
    target: '= 1, none lost or double',
    ok: lost === 0 && double === 0 && taken.length > 0,
    note: figures,
  }
}

interface CastInput {
  readonly review: string
  readonly envelope: 'ballot'
  readonly cast: string
}
type CastMaker = () => CastInput

async function castMaker(system: LocalSystem, review: ReviewRecord): Promise<CastMaker> {
  const maker = await ballotMaker(system, review)
  return () => ({ review: review._id, envelope: 'ballot', cast: toBase64url(maker('satisfied')) })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
