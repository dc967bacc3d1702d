import { useEffect, useRef } from 'react'
import { heldCard, lookAfterCard } from '../../services/card/renewing'

/** 静默续期: once each time the app opens, where this phone holds a card. Whoever never opens the card page can show it all the same. */
export function useCardKept(hasCard: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!hasCard || done.current) return
    done.current = true
    void heldCard().then((held) => (held === undefined ? undefined : lookAfterCard()))
  }, [hasCard])
}
