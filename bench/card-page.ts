import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'uqr'
import { castPeople } from '../local/demo/personas'
import { launchBrowser } from '../tests/e2e/browser'
import { openPhone, type Phone } from '../tests/e2e/phone'
import { readCode } from '../tests/e2e/read-code'
import { startServer } from '../tests/e2e/server'
import { findsThemselves } from '../tests/e2e/ways'
import { nextTurn, paintBare, watchCanvases, type Turn } from './card-turn'
import type { BenchRow } from './row'

const turns = 15

/** 换码 in the page itself, in a browser: how long after a code is due it is painted, on this machine and on a phone a quarter as fast. */
export async function cardPageRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-card-'))
  const server = await startServer(folder)
  const browser = await launchBrowser()
  try {
    const member = await openPhone(browser, { origin: server.origin, persona: 'known', path: '/pages/mine/bind/index' })
    // The bench’s own loader keeps the names of functions by a helper that no page has.
    await member.page.context().addInitScript('globalThis.__name = (named) => named')
    await member.page.context().addInitScript(watchCanvases)
    await activates(member)
    return [await rowAt(member, 1), await rowAt(member, 4)]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function activates(member: Phone): Promise<void> {
  await member.tap('bind-verify')
  await findsThemselves(member, castPeople.known)
  await member.tap('bind-activate')
  await member.sees('card-face')
  // As without a network: an answer that brings a new clock would leave the one on the page another than the one kept.
  await member.page.route('**/api/card/**', (route) => route.abort())
  await member.openAnew('/pages/card/show/index')
  await member.sees('card-code')
}

/** The peer draws as many modules on a bare canvas of the same size, and waits for its frame as ours does. */
async function rowAt(member: Phone, slower: number): Promise<BenchRow> {
  const { page } = member
  const matrix = encode((await readCode(member)) ?? '', { ecc: 'L', border: 0 }).data
  const throttle = await page.context().newCDPSession(page)
  await throttle.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const measured = { ours: [] as Turn[], peer: [] as Turn[] }
  for (let turn = 0; turn <= turns; turn++) {
    const ours = await page.evaluate(nextTurn)
    const peer = await page.evaluate(paintBare, matrix)
    // The first pair warms both.
    if (turn === 0) continue
    measured.ours.push(ours)
    measured.peer.push(peer)
  }
  await throttle.detach()
  return rowOf(measured, slower)
}

function rowOf(measured: { readonly ours: readonly Turn[]; readonly peer: readonly Turn[] }, slower: number): BenchRow {
  const [ours, peer] = [median(measured.ours.map(ms)), median(measured.peer.map(ms))]
  const ratio = ours / peer
  const machine = slower === 1 ? 'in a browser' : `in a browser ${slower} times slower`
  const shift = Math.max(...measured.ours.map(({ shift }) => shift))
  return {
    name: `the next code from due to painted ${machine}, against its modules on a bare canvas`,
    ours,
    peer,
    unit: 'ms',
    ratio,
    target: '≤ 5',
    // Before it is due is wrong as well.
    ok: ours >= 0 && ratio <= 5,
    note: `the latest of ${turns}: ${slowest(measured.ours, ms)} ms (${slowest(measured.peer, ms)}); the longest frame meanwhile ${slowest(measured.ours, frame)} ms (${slowest(measured.peer, frame)}); the page moved by ${shift.toFixed(4)}`,
  }
}

const ms = (turn: Turn) => turn.ms
const frame = (turn: Turn) => turn.longestFrame
const slowest = (of: readonly Turn[], what: (turn: Turn) => number) => Math.max(...of.map(what)).toFixed(0)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
