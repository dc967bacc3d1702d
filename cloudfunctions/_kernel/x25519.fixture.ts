import { newPair } from './x25519'

/** Makes pairs among much that is soon forgotten, so that the garbage collector comes in the midst of them. */
let kept: readonly string[] = []
for (let pair = 0; pair < 20_000; pair++) {
  kept = Array.from({ length: 1 + (pair % 97) }, (_, at) =>
    `${newPair().raw.length} ${pair} ${at} ${kept.length}`.slice(0, 40),
  )
}
process.stdout.write('20000 pairs\n')
