import { useEffect, useState } from 'react'
import { secondsBy, untilSecond } from '../../../services/card/clock'
import { secondsShown, shownAt } from '../../../services/card/showing'
import type { HeldCard, Wallet } from '../../../services/card/my-card'

export interface Shown {
  /** The code on the screen; undefined before the first, `none` where the phone holds nothing for today. */
  readonly text: string | 'none' | undefined
  readonly secondsLeft: number
}

/** 出示: another code every thirty seconds of the issuer’s clock; the one on the screen stays until the next is ready. */
export function useShown(card: HeldCard, wallet: Pick<Wallet, 'aheadMs'>): Shown {
  const { aheadMs } = wallet
  const [now, setNow] = useState(() => secondsBy({ aheadMs }))
  const [text, setText] = useState<string>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const second = secondsBy({ aheadMs })
      setNow(second)
      timer = setTimeout(tick, untilSecond(second + 1, { aheadMs }))
    }
    tick()
    return () => clearTimeout(timer)
  }, [aheadMs])

  const turn = Math.floor(now / secondsShown)
  useEffect(() => {
    let current = true
    void shownAt(card, secondsBy({ aheadMs })).then((made) => {
      if (current) setText(made ?? 'none')
    })
    return () => {
      current = false
    }
  }, [card, aheadMs, turn])
  return { text, secondsLeft: secondsShown - (now % secondsShown) }
}
