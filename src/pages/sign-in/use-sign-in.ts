import { useCallback, useEffect, useState } from 'react'
import { session, type ShownCode } from '../../../shared/contract/session'
import { exchange } from '../../services/api'
import type { Problem } from '../../services/problem'
import { goHome } from '../../services/route'
import { useEvery } from '../../services/use-clock'

export type SigningIn =
  | { readonly kind: 'opening' }
  | { readonly kind: 'shown'; readonly code: ShownCode }
  | { readonly kind: 'refused' }
  | { readonly kind: 'problem'; readonly problem: Problem }

const pauseMs = 1_500

/** A code for this browser, and what becomes of it. */
export function useSignIn(): { readonly state: SigningIn; readonly again: () => void } {
  const [state, setState] = useState<SigningIn>({ kind: 'opening' })
  const [round, setRound] = useState(0)

  useEffect(() => {
    let current = true
    setState({ kind: 'opening' })
    void exchange(session, 'openSignIn', {}).then((answer) => {
      if (!current) return
      setState(answer.ok ? { kind: 'shown', code: answer.data } : { kind: 'problem', problem: answer.problem })
    })
    return () => {
      current = false
    }
  }, [round])

  const collect = async () => {
    if (state.kind !== 'shown') return
    const answer = await exchange(session, 'collectSignIn', { code: state.code.code })
    if (!answer.ok) return
    if (answer.data.state === 'signed-in') await goHome()
    if (answer.data.state === 'refused') setState({ kind: 'refused' })
  }
  useEvery(pauseMs, collect, state.kind === 'shown')

  return { state, again: useCallback(() => setRound((before) => before + 1), []) }
}
