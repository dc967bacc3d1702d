import { useCallback, useEffect, useState } from 'react'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { myBallot } from '../../services/review/my-ballot'
import type { BallotOf } from '../../services/review/voting'
import { useKept } from './use-kept'
import { useStep } from './use-step'
import { problemText } from './vote/texts'

/** 已计入: the phone looks for itself in the whole board, which has to be the one of the published result; also where no figures are told. Its id is never shown. */
export function OwnVote({ of: { review, code }, root }: { readonly of: BallotOf; readonly root: string }) {
  const { read } = useKept(review, code)
  const kept = read?.kept
  const sent = kept?.stage === 'received' && kept.papers.ballot.at !== 'token'
  const [found, setFound] = useState<'counted' | 'not-counted'>()
  const { run, busy, problem } = useStep()
  const look = useCallback(
    async () => setFound(await run(() => myBallot.check({ review, code }, 'ballot', root))),
    [run, review, code, root],
  )
  useEffect(() => {
    if (sent) void look()
  }, [sent, look])
  if (!sent) return null
  if (problem !== undefined)
    return (
      <Notice tone="danger" id="result-check-problem" action={{ label: '再核对一次', onTap: () => void look() }}>
        {problemText(problem)}
      </Notice>
    )
  if (busy || found === undefined) return <Card title="正在核对您的选票…" />
  return found === 'counted' ? (
    <Card title="您的选票已计入" note="手机已匿名核对，在公示的全部选票之中。" tone="success" id="result-counted" />
  ) : (
    <Card
      title="公示里没有您的选票"
      note="如果发出时没有收到回音，可能当时没有送到。收到过“投好了”而这里没有，请告诉上级工会，或拨打 12351。"
      tone="danger"
      id="result-not-counted"
    />
  )
}
