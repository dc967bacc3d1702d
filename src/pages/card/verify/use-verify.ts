import { useDidShow } from '@tarojs/taro'
import { useCallback, useRef, useState } from 'react'
import type { HandedCode } from '../../../../shared/core/ids'
import { acceptedCodes } from '../../../services/card/accepted'
import { secondsBy } from '../../../services/card/clock'
import type { IssuerKnowledge } from '../../../services/card/issuer-cache'
import { isWorthAsking, verdictHere, verdictOf, type Verdict } from '../../../services/card/verdict'
import { askIssuer, freshKnowledge, keptKnowledge, newAttempt } from '../../../services/card/verifying'
import { buzz } from '../../../services/haptics'

export type Shown =
  | { readonly kind: 'none' }
  /** Found good on this phone; the issuer is being asked. For a second at most. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'told'; readonly verdict: Verdict }

/** Whoever stands at the desk waits no longer than this. */
const patienceMs = 1_000
const accepted = acceptedCodes()

/** 验卡: what this phone can say at once, then what the issuer says, which counts. */
export function useVerify(service: HandedCode | undefined) {
  const [shown, setShown] = useState<Shown>({ kind: 'none' })
  const known = useRef<IssuerKnowledge | undefined>(undefined)
  const scan = useRef(0)

  useDidShow(() => {
    known.current ??= keptKnowledge()
    void freshKnowledge().then((fresh) => {
      known.current = fresh
    })
  })

  const look = useCallback(() => {
    scan.current++
    setShown({ kind: 'none' })
  }, [])

  const judge = useCallback(
    async (text: string) => {
      const mine = ++scan.current
      const tell = (verdict: Verdict) => {
        if (verdict.kind === 'valid') accepted.add(text, Date.now())
        if (mine !== scan.current) return
        setShown((before) => {
          if (!isSame(before, verdict)) buzz(verdict.kind === 'valid' ? 'once' : 'twice')
          return { kind: 'told', verdict }
        })
      }
      const here = verdictHere(text, known.current, {
        seconds: secondsBy(known.current ?? { aheadMs: 0 }),
        accepted: (code) => accepted.has(code, Date.now()),
      })
      if (!isWorthAsking(here)) return tell(here)
      setShown({ kind: 'asking' })
      const late = setTimeout(() => tell(here), patienceMs)
      const answer = await askIssuer({
        shown: text,
        attempt: await newAttempt(),
        ...(service === undefined ? {} : { service }),
      })
      clearTimeout(late)
      tell(verdictOf(here, answer))
      void freshKnowledge().then((fresh) => {
        known.current = fresh
      })
    },
    [service],
  )
  return { shown, look, judge: (text: string) => void judge(text) }
}

function isSame(before: Shown, verdict: Verdict): boolean {
  return before.kind === 'told' && before.verdict.kind === verdict.kind
}
