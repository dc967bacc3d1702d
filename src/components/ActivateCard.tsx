import { useState } from 'react'
import { activateCard } from '../services/card/renewing'
import type { Problem } from '../services/problem'
import { go } from '../services/route'
import { MainAction } from './MainAction'
import { Notice } from './Notice'

/** 激活会员卡 in one tap, wherever somebody has just become a member of this account: the card opens by itself. */
export function ActivateCard({ id }: { readonly id: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function activate() {
    setBusy(true)
    setProblem(undefined)
    const answer = await activateCard()
    setBusy(false)
    if (answer.ok) return go('pages/card/show/index')
    setProblem(answer.problem)
  }

  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <MainAction id={id} label="激活会员卡" busy={busy} onTap={() => void activate()} />
    </>
  )
}
