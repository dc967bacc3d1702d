import { fork } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { AccountId, ApplicationId } from '../shared/core/ids'
import { chinaDay } from '../shared/core/time'
import type { JoinForm } from '../shared/membership/joining'
import { privacyNotice } from '../shared/policy/privacy'
import { resolvePolicy } from '../shared/policy/resolve'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { applications, claims, type ApplicationRecord } from '../cloudfunctions/_kernel/records/applications'
import {
  auditEntries,
  quotas,
  requests,
  type AuditRecord,
  type RequestRecord,
} from '../cloudfunctions/_kernel/records/upkeep'
import type { Runtime } from '../cloudfunctions/_kernel/runtime'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { main as membership } from '../cloudfunctions/membership/index'
import { withCheckDigit } from '../local/demo/codes/person-numbers'
import { castUnions, stage } from '../local/demo/personas'
import { gatewayHandler } from '../local/gateway'
import type { LocalSystem } from '../local/runtime'
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

/** What a join leaves behind, besides two locks on who applies and the day’s count of numbers: the records that weigh something. */
interface Left {
  readonly application: ApplicationRecord
  readonly audit: AuditRecord
  readonly request: RequestRecord
}

async function leftByOneJoin({ runtime }: LocalSystem): Promise<Left> {
  const openid = 'bench-sample'
  const caller = { openid, account: accountOf(openid, runtime) }
  const event = { procedure: 'submit', input: { form: formOf(runtime, 99_999) }, requestId: 'bench-join-sample' }
  const answer = await membershipFunction.answer(event, caller, runtime)
  if (!answer.ok) throw new Error(`the sample was refused: ${JSON.stringify(answer.error)}`)
  const newest = { order: 'descending', limit: 1 } as const
  const sent = await runtime.store.find(applications, {
    index: 'byAccount',
    equals: { account: caller.account },
    ...newest,
  })
  const [application] = sent.documents
  const noted = await runtime.store.find(auditEntries, {
    index: 'bySubject',
    equals: { subject: application?._id ?? '' },
  })
  const [audit] = noted.documents
  const kept = await runtime.store.find(requests, { index: 'byExpiry', equals: {}, ...newest })
  const [request] = kept.documents
  if (application === undefined || audit === undefined || request === undefined)
    throw new Error('the sample left nothing behind')
  return { application, audit, request }
}

/** The peer: the same gateway, a procedure that does nothing but write the same documents, made beforehand, under new ids. */
async function serveBoth(system: LocalSystem): Promise<Server> {
  const { runtime, tokens, codes } = system
  const { application, audit, request } = await leftByOneJoin(system)
  const { random } = runtime
  const bare = async (event: unknown) => {
    const { input } = z.object({ input: z.object({ name: z.string() }) }).parse(event)
    const id = ApplicationId.parse(random.id())
    const account = AccountId.parse(`${input.name}-${random.id()}`)
    const day = chinaDay(runtime.now())
    await runtime.store.transact(async (tx) => {
      await tx.insert(applications, { ...application, _id: id, account })
      await tx.insert(claims, { _id: `account:${account}`, application: id })
      await tx.insert(claims, { _id: `person:${random.id()}`, application: id })
      await tx.insert(quotas, { _id: `number:${account}:${day}`, day, seen: application.locks.slice(0, 1) })
      await tx.insert(auditEntries, { ...audit, _id: random.id(), subject: id, actor: account })
      await tx.insert(requests, { ...request, _id: random.id() })
    })
    return { ok: true, data: {} }
  }
  const functions = new Map([
    ['membership', membership],
    ['bare', bare],
  ])
  const door = { invitationLink: system.invitationLink, size: { units: 0, unions: 0, members: 0 } }
  const handler = gatewayHandler({ functions, app: __dirname, tokens, codes, random: runtime.random, door })
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** Riders who were never seen before, each with an account and a number of their own. */
function joinShots({ runtime, tokens }: LocalSystem, volley: number): readonly Shot[] {
  return Array.from({ length: perVolley }, (_, index) => {
    const who = volley * perVolley + index
    return {
      path: '/api/membership/submit',
      token: tokens.issue({ openid: `bench-${who}`, mobile: mobileOf(who) }),
      body: JSON.stringify({ input: { form: formOf(runtime, who) }, requestId: `bench-join-${who}` }),
    }
  })
}

export function formOf(runtime: Runtime, who: number): z.input<typeof JoinForm> {
  const { values } = resolvePolicy([stage.street, stage.shinan, stage.qingdao], chinaDay(runtime.now()))
  return {
    situation: { work: 'platform', industry: 'delivery', workRegion: stage.community },
    retired: false,
    identity: { name: '测速人', document: 'resident', number: numberOf(who), mobile: mobileOf(who) },
    details: { education: 'vocational', household: 'rural' },
    choice: { kind: 'offered', union: castUnions.newForm.id },
    consent: {
      letterVersion: values.letter.version,
      privacyVersion: privacyNotice.version,
      agreed: true,
      sensitiveAgreed: true,
    },
  }
}

function mobileOf(who: number): string {
  return `155${String(who).padStart(8, '0')}`
}

export function numberOf(who: number): string {
  const day = String(1 + (Math.floor(who / 1000) % 28)).padStart(2, '0')
  return withCheckDigit(
    `3702111991${String(1 + Math.floor(who / 28_000)).padStart(2, '0')}${day}${String(who % 1000).padStart(3, '0')}`,
  )
}

function bareShots({ tokens }: LocalSystem, volley: number): readonly Shot[] {
  const token = tokens.issue({ openid: 'bench-bare', mobile: '15500000000' })
  return Array.from({ length: perVolley }, (_, index) => ({
    path: '/api/bare/write',
    token,
    body: JSON.stringify({
      input: { name: 'bare' },
      requestId: `bench-bare-${volley}-${index}`,
    }),
  }))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
