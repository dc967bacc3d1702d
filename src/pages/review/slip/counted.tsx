import { useState } from 'react'
import { readCode } from '../../../../shared/review/survey-code'
import { Card } from '../../../components/Card'
import { SideAction } from '../../../components/SideAction'
import type { Kept } from '../../../services/review/steps'
import type { BallotOf } from '../../../services/review/voting'
import { showFirstError } from '../../show-first-error'
import { OwnVote } from '../OwnVote'
import { SlipCode } from './code'

interface Props {
  readonly of: BallotOf
  readonly kept: Kept | undefined
  readonly root: string
  readonly onCode: (code: string) => void
}

/** 计进去没有: one phone may hold the votes of several slips; a notice on the wall names none of them. */
export function Counted({ of, kept, root, onCode }: Props) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const isWrong = readCode(typed) === undefined
  function look() {
    setTried(true)
    return isWrong ? showFirstError() : onCode(typed.trim())
  }
  if (kept !== undefined) return <OwnVote of={of} root={root} />
  if (of.code !== undefined && readCode(of.code) !== undefined)
    return (
      <Card
        id="slip-elsewhere"
        title="这部手机上没有这张纸条的选票"
        note="用它投过票的话，请在投票的那部手机上再扫一次。"
      />
    )
  return (
    <Card title="看您的票计进去没有">
      <SlipCode value={typed} onInput={setTyped} wrong={tried && isWrong} />
      <SideAction id="slip-look" label="核对" onTap={look} />
    </Card>
  )
}
