import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { BenchRow } from './row'

const heapMiB = 256
const turns = 3
const Measured = z.object({ seconds: z.number(), residentMiB: z.number() })
type Measured = z.infer<typeof Measured>

/** 花名册 of 100,000 rows: read and checked, written for printing, and given back with reasons, against the library alone; each in a process of its own whose heap ends at 256 MiB. */
export async function rosterRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-'))
  try {
    const file = join(folder, 'roster.xlsx')
    return [
      compared('roster of 100,000 rows: written as annex 3, against hucre writing the bare cells', 'write', file),
      compared('roster of 100,000 rows: read and checked, against hucre reading', 'read', file),
      compared('roster of 100,000 rows: given back with reasons, against hucre reading and writing', 'return', file),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function compared(name: string, what: 'read' | 'write' | 'return', file: string): BenchRow {
  const ours: Measured[] = []
  const peers: Measured[] = []
  for (let turn = 0; turn < turns; turn++) {
    ours.push(inSmallHeap(`ours-${what}`, file))
    peers.push(inSmallHeap(`peer-${what}`, file))
  }
  const own = middle(ours)
  const peer = middle(peers)
  const ratio = own.seconds / peer.seconds
  return {
    name,
    ours: own.seconds,
    peer: peer.seconds,
    unit: 's',
    ratio,
    target: `≤ 2 ×, heap ≤ ${heapMiB} MiB`,
    ok: ratio <= 2,
    note: `both done in a heap of ${heapMiB} MiB; resident at most ${own.residentMiB} MiB, the peer ${peer.residentMiB} MiB`,
  }
}

/** A process that needs more heap dies, and the bench with it. */
function inSmallHeap(what: string, file: string): Measured {
  const node = [`--max-old-space-size=${heapMiB}`, '--import', 'tsx', join(__dirname, 'roster-worker.ts'), what, file]
  return Measured.parse(JSON.parse(execFileSync(process.execPath, node).toString()))
}

function middle(all: readonly Measured[]): Measured {
  const [, median] = [...all].sort((one, other) => one.seconds - other.seconds)
  if (median === undefined) throw new Error('nothing was measured')
  return median
}
