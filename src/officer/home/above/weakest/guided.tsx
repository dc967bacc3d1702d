import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { Card } from '../../../../components/Card'
import { Field } from '../../../../components/Field'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { momentText } from '../../../../pages/today'
import type { OutputOf } from '../../../../services/api'
import { go } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { useKeptText } from '../../parts/use-kept-text'
import { noteOf, shareText } from '../texts'

interface Props {
  readonly union: UnionId
  readonly row: OutputOf<typeof home, 'weakestBelow'>['rows'][number]
  readonly onDone: () => void
}

/** 一家: where it stands, and a sentence to its chair. */
export function Guided({ union, row, onDone }: Props) {
  const { union: of, name, leads, gaps, told, last } = row
  const act = useAct(home, 'guide')
  const [open, setOpen] = useState(false)
  const [text, setText] = useKeptText(`guide:${union}:${of}`)
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (text.trim().length < 4) return
    const done = await act.run({ union, of, text: text.trim() })
    if (!done.ok) return
    setOpen(false)
    setTried(false)
    setText('')
    onDone()
  }
  return (
    <Card id={`weak-${of}`} title={name} note={`差距占 ${shareText(gaps, told)}。${noteOf(row)}`}>
      {last !== undefined && (
        <Notice tone="info" title={`${momentText(last.at)}，${last.by}`}>
          {last.text}
        </Notice>
      )}
      {open ? (
        <>
          <Field
            id={`guide-text-${of}`}
            label={`建议${name}先做什么？`}
            value={text}
            maxLength={300}
            multiline
            onInput={setText}
            error={tried && text.trim().length < 4 ? '请写一句具体的，例如：先开会员代表大会' : undefined}
          />
          {act.problem !== undefined && <Notice tone="danger">{act.problem.message}</Notice>}
          <MainAction id={`guide-send-${of}`} label="告诉他们" busy={act.busy} onTap={() => void send()} />
          <SideAction id={`guide-close-${of}`} label="先不提" onTap={() => setOpen(false)} />
        </>
      ) : (
        <>
          <SideAction id={`guide-${of}`} label="提建议" onTap={() => setOpen(true)} />
          <SideAction
            id={`weak-look-${of}`}
            label={leads ? '看差在哪些工会' : '看差在哪几条'}
            onTap={() =>
              void go(leads ? 'officer/home/above/below/index' : 'officer/home/above/overview/index', { union: of })
            }
          />
        </>
      )}
    </Card>
  )
}
