import { newPair } from './x25519'

/** Makes pairs among much that is soon forgotten, so that the garbage collector comes in the midst of them. */
let kept: readonly string[] = []
for (let pair = 0; pair < 20_000; pair++) {
  const { raw } = newPair()
  kept = Array.from({ length: 1 + (pair % 97) }, (_, at) => `${raw.length} ${pair} ${at} ${kept.length}`)
}
process.stdout.write('20000 pairs\n')
