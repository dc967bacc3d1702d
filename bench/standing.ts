import { accountOf } from '../cloudfunctions/_kernel/caller'
import { membershipFunction } from '../cloudfunctions/membership/function'
import { castPeople, stage } from '../local/demo/personas'
import type { LocalSystem } from '../local/runtime'
import { numberOf } from './join'
import type { BenchRow } from './row'
import { sideBySide } from './side-by-side'

const perRound = 300
const rounds = 15

/** 能不能问出谁是会员: the time an unverified number takes, for people on file against people nobody knows. */
export async function standingRows(system: LocalSystem): Promise<BenchRow[]> {
  const onFile = [castPeople.known, castPeople.onFile, castPeople.retained, castPeople.applying]
  let asked = 0

  async function ask(number: string): Promise<void> {
    const openid = `bench-standing-${asked++}`
    const input = {
      situation: { work: 'platform', industry: 'delivery', workRegion: stage.community },
      retired: false,
      identity: { name: '测速人', document: 'resident', number, mobile: '15500000001' },
    }
    const answer = await membershipFunction.answer(
      { procedure: 'previewRoute', input, requestId: `${openid}-preview` },
      { openid, account: accountOf(openid, system.runtime) },
      system.runtime,
    )
    if (!answer.ok) throw new Error(`a preview was refused: ${JSON.stringify(answer.error)}`)
  }
  const round = (numbers: (index: number) => string) => async () => {
    for (let index = 0; index < perRound; index++) await ask(numbers(index))
    return perRound
  }

  const rates = await sideBySide(
    round((index) => onFile[index % onFile.length]?.number ?? ''),
    round((index) => numberOf(200_000 + index)),
    rounds,
  )
  const ratio = rates.ours / rates.peer
  return [
    {
      name: 'an unverified number: on file, against unknown',
      ours: 1e6 / rates.ours,
      peer: 1e6 / rates.peer,
      unit: 'µs',
      ratio,
      target: '0.85 – 1.15',
      ok: ratio >= 0.85 && ratio <= 1.15,
    },
  ]
}
