/** Runs two things in turns, so that whatever the machine does meanwhile happens to both; answers operations a second. */
export async function sideBySide(
  ours: (round: number) => Promise<number>,
  peer: (round: number) => Promise<number>,
  rounds: number,
): Promise<{ ours: number; peer: number }> {
  await ours(0)
  await peer(0)
  const rates = { ours: [] as number[], peer: [] as number[] }
  for (let round = 1; round <= rounds; round++) {
    rates.ours.push(await rateOf(() => ours(round)))
    rates.peer.push(await rateOf(() => peer(round)))
  }
  return { ours: median(rates.ours), peer: median(rates.peer) }
}

async function rateOf(work: () => Promise<number>): Promise<number> {
  const begun = process.hrtime.bigint()
  const operations = await work()
  return (operations / Number(process.hrtime.bigint() - begun)) * 1e9
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
