import { randomInt } from 'node:crypto'
import { openTestSystem } from '../system'
import { fuzzDoor } from './door'
import { fuzz } from './fuzz'

/** `npm run fuzz [calls] [seed]`: 200,000 calls unless told; prints the seed, what was answered, and what should not have been. */
async function main(): Promise<void> {
  const [calls = '200000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2)
  console.log(`seed ${seed}`)
  const system = await openTestSystem()
  const before = process.memoryUsage().heapUsed
  const report = await fuzz(system, Number(calls), Number(seed))
  const door = await fuzzDoor(system, Math.ceil(Number(calls) / 4), Number(seed))
  const faults = system.logged.filter(({ fault }) => fault !== undefined)
  console.table(report.codes)
  console.table(door.statuses)
  const findings = [...report.findings, ...door.findings]
  for (const finding of [...new Set(findings)].slice(0, 50)) console.log(finding)
  for (const { function: name, procedure, fault } of faults.slice(0, 20)) console.log(name, procedure, fault)
  const grown = Math.round((process.memoryUsage().heapUsed - before) / 1e6)
  console.log(`${report.calls} calls, ${findings.length} findings, ${faults.length} faults, heap ${grown} MB more`)
  await system.close()
  if (findings.length + faults.length > 0) process.exitCode = 1
}

main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
