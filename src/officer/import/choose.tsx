import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { momentText } from '../../pages/today'
import { pickTable } from '../../services/pick-table'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'
import { sendFile } from './send-file'
import { stateName, whyNotPicked, type ImportView } from './texts'

interface Props {
  readonly union: UnionId
  /** What came of the file that was chosen before. */
  readonly last: ImportView | undefined
  readonly onView: (view: ImportView) => void
  readonly onOpen: (id: ImportView['import']) => void
}

/** 第一步: which file; below it what was begun before. */
export function Choose({ union, last, onView, onOpen }: Props) {
  const earlier = useAsk(membership, 'imports', { union })
  const [sending, setSending] = useState<ImportView>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const choose = async () => {
    setProblem(undefined)
    const picked = await pickTable()
    if (picked.kind !== 'table') return setProblem(whyNotPicked(picked))
    setBusy(true)
    const sent = await sendFile(union, picked, setSending)
    setBusy(false)
    setSending(undefined)
    if (sent.ok) onView(sent.data)
    else setProblem(`${sent.problem.message}再选一次这个文件，会接着传。`)
  }
  const rows = (earlier.data?.rows ?? []).filter(({ state }) => state !== 'refused' && state !== 'cancelled')
  return (
    <>
      {last?.refused !== undefined && (
        <Notice tone="danger" id="import-refused" title={`“${last.fileName}”没有导入`}>
          {last.refused}
        </Notice>
      )}
      {problem !== undefined && (
        <Notice tone="danger" id="import-not-sent">
          {problem}
        </Notice>
      )}
      <Card
        title="选一个表格"
        note="会员花名册（附件 3）或下级工会信息汇总表（附件 1），.xlsx 或 .csv。先核对给您看，确认以后才写入。手机上从聊天里选文件。"
      >
        {sending !== undefined && <Bars items={[{ label: '传了几片', count: sending.pieces }]} of={sending.ofPieces} />}
        <MainAction id="import-choose" label="选文件" busy={busy} onTap={() => void choose()} />
      </Card>
      <Notice tone="info">
        文件加密保存，导入一天以后自动删除。身份证号码那一列要设成“文本”，否则后几位会变成 0。
      </Notice>
      {rows.map((row) => (
        <ListRow
          key={row.import}
          id={`import-${row.import}`}
          title={row.fileName}
          note={`${stateName[row.state]} · ${momentText(row.touchedAt)}`}
          {...(row.state === 'uploading' ? {} : { onTap: () => onOpen(row.import) })}
        />
      ))}
    </>
  )
}
