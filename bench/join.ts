import { fork } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { chinaDay } from '../shared/core/time'
import { privacyNotice } from '../shared/policy/privacy'
import { resolvePolicy } from '../shared/policy/resolve'
import { collection } from '../cloudfunctions/_kernel/store/port'
import { main as membership } from '../cloudfunctions/membership/index'
import { withCheckDigit } from '../local/demo/codes/person-numbers'
import { castUnions, stage } from '../local/demo/personas'
import { gatewayHandler } from '../local/gateway'
import type { LocalSystem } from '../local/runtime'
import { requests } from '../cloudfunctions/_kernel/records/upkeep'
import type { Shot, VolleyResult } from './client'
import type { BenchRow } from './row'

const perVolley = 1500
const volleys = 5
const together = 16

/** 入会 over HTTP, against the same gateway answering a procedure that only writes as many documents of the same size. */
export async function joinRows(system: LocalSystem): Promise<BenchRow[]> {
  const server = await serveBoth(system)
  const { port } = server.address() as AddressInfo
  const client = fork(join(__dirname, 'client.ts'), { execArgv: ['--import', 'tsx'] })
  try {
    const rates: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
    for (let volley = 0; volley <= volleys; volley++) {
      const ours = await fire(joinShots(system, volley))
      const peer = await fire(bareShots(system, volley))
      if (volley === 0) continue
      rates.ours.push(perVolley / ours.seconds)
      rates.peer.push(perVolley / peer.seconds)
    }
    const ours = median(rates.ours)
    const peer = median(rates.peer)
    return [
      {
        name: 'join, submitted → stored',
        ours,
        peer,
        unit: '/s',
        ratio: ours / peer,
        target: '≥ 50 % of gateway + bare transaction',
        ok: ours / peer >= 0.5,
      },
    ]
  } finally {
    client.kill()
    server.closeAllConnections()
    server.close()
  }

  function fire(shots: readonly Shot[]): Promise<VolleyResult> {
    return new Promise((resolve, reject) => {
      client.once('message', (result: VolleyResult) => {
        if (Object.keys(result.refused).length > 0)
          reject(new Error(`calls were refused: ${JSON.stringify(result.refused)}`))
        else resolve(result)
      })
      client.send({ port, together, shots })
    })
  }
}

/**
 * What an application leaves behind: itself (about 4 KB), two locks, an audit entry, the remembered answer. They are written into the table of
 * remembered answers, which has one index.
 */
const BareRecord = z.strictObject({ _id: z.string(), text: z.string() })
const bareDocuments = collection({ name: requests.name, schema: BareRecord, indexes: {} })
const bareSizes = [4_000, 80, 80, 320, 520]

function serveBoth({ runtime, tokens, codes }: LocalSystem): Promise<Server> {
  const bare = async (event: unknown) => {
    const { input } = z.object({ input: z.object({ name: z.string() }) }).parse(event)
    await runtime.store.transact(async (tx) => {
      for (const [part, size] of bareSizes.entries())
        await tx.insert(bareDocuments, { _id: `${input.name}-${part}`, text: 'x'.repeat(size) })
    })
    return { ok: true, data: {} }
  }
  const functions = new Map([
    ['membership', membership],
    ['bare', bare],
  ])
  const door = { invitationLink: runtime.invitationLink, size: { units: 0, unions: 0, members: 0 } }
  const handler = gatewayHandler({ functions, app: __dirname, tokens, codes, random: runtime.random, door })
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** Riders who were never seen before, each with an account and a number of their own. */
function joinShots({ runtime, tokens }: LocalSystem, volley: number): readonly Shot[] {
  const { values } = resolvePolicy([stage.street, stage.shinan, stage.qingdao], chinaDay(runtime.now()))
  return Array.from({ length: perVolley }, (_, index) => {
    const who = volley * perVolley + index
    const mobile = `155${String(who).padStart(8, '0')}`
    const form = {
      situation: { work: 'platform', industry: 'delivery', workRegion: stage.community },
      retired: false,
      identity: { name: '测速人', document: 'resident', number: numberOf(who), mobile },
      details: { education: 'vocational', household: 'rural' },
      choice: { kind: 'offered', union: castUnions.newForm.id },
      consent: {
        letterVersion: values.letter.version,
        privacyVersion: privacyNotice.version,
        agreed: true,
        sensitiveAgreed: true,
      },
    }
    return {
      path: '/api/membership/submit',
      token: tokens.issue({ openid: `bench-${who}`, mobile }),
      body: JSON.stringify({ input: { form }, requestId: `bench-join-${who}` }),
    }
  })
}

function numberOf(who: number): string {
  const day = String(1 + (Math.floor(who / 1000) % 28)).padStart(2, '0')
  return withCheckDigit(
    `3702111991${String(1 + Math.floor(who / 28_000)).padStart(2, '0')}${day}${String(who % 1000).padStart(3, '0')}`,
  )
}

function bareShots({ runtime, tokens }: LocalSystem, volley: number): readonly Shot[] {
  const token = tokens.issue({ openid: 'bench-bare', mobile: '15500000000' })
  return Array.from({ length: perVolley }, (_, index) => ({
    path: '/api/bare/write',
    token,
    body: JSON.stringify({
      input: { name: `bare-${volley}-${index}-${runtime.random.id()}` },
      requestId: `bench-bare-${volley}-${index}`,
    }),
  }))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
