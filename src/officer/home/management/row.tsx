import { useState } from 'react'
import { home } from '../../../../shared/contract/home'
import { UnionId } from '../../../../shared/core/ids'
import { Confirm } from '../../../components/Confirm'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { TextAction } from '../../../components/TextAction'
import type { OutputOf } from '../../../services/api'
import { go } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { factText } from './texts'

interface Props {
  readonly union: string
  readonly row: OutputOf<typeof home, 'managementOfUnion'>['rows'][number]
  readonly mine: boolean
  readonly onDropped: () => void
}

/** 一条记录, which is dropped where it was wrong. */
export function Row({ union, row: { id, facts }, mine, onDropped }: Props) {
  const drop = useAct(home, 'dropManagement')
  const [asking, setAsking] = useState(false)
  const { title, note } = factText(facts)
  const confirmed = async () => {
    const done = await drop.run({ union: UnionId.parse(union), id })
    setAsking(false)
    if (done.ok) onDropped()
  }
  return (
    <ListRow id={`management-${id}`} title={title} note={note}>
      {mine && (
        <TextAction
          id={`management-amend-${id}`}
          label="修改"
          onTap={() => void go('officer/home/management/write/index', { union, kind: facts.kind, id })}
        />
      )}
      {mine && <TextAction id={`management-drop-${id}`} label="登记错了，删去" onTap={() => setAsking(true)} />}
      {drop.problem !== undefined && <Notice tone="danger">{drop.problem.message}</Notice>}
      <Confirm
        open={asking}
        title={`删去“${title}”？`}
        text="删去后不能恢复，可以重新登记。纸质档案不受影响。"
        confirmLabel="删去"
        danger
        busy={drop.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </ListRow>
  )
}
