import { useState } from 'react'
import type { ConfirmationCode, UnionId } from '../../../shared/core/ids'
import { needsOwnHand, type RowOutcome } from '../../../shared/roster/import'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PhoneConfirm } from '../../components/PhoneConfirm'
import { SideAction } from '../../components/SideAction'
import { atDesk } from '../../services/desk'
import { back, go } from '../../services/route'
import { Bars } from '../parts/bars'
import { fetchReasons } from './fetch-reasons'
import { Rows } from './rows'
import { annexName, outcomeName, outcomes, type ImportView } from './texts'

interface Props {
  readonly union: UnionId
  readonly view: ImportView
  readonly busy: boolean
  readonly onApply: (confirmation?: ConfirmationCode) => void
  readonly onCancel: () => void
  readonly onRemap: () => void
}

/** 第三步 and the last: how many of what, each row with its reason; written once it is confirmed. */
export function Checked({ union, view, busy, onApply, onCancel, onRemap }: Props) {
  const [asking, setAsking] = useState<'no' | 'sure' | 'phone'>('no')
  const { annex = 'roster', state, rows } = view
  const over = state === 'done'
  const counts = over ? view.applied : view.checked
  const written = counts.new + counts.changed
  const unit = annex === 'roster' ? '人' : '个工会'
  const shown = outcomes[annex]
  const first = shown.find((outcome) => counts[outcome] > 0) ?? 'refused'
  if (rows === 0)
    return (
      <Empty
        title="表里没有读到内容"
        note="可能是标题行或工作表选得不对。"
        action={{ id: 'import-remap', label: '重新对列', onTap: onRemap }}
      />
    )
  if (asking === 'phone')
    return (
      <PhoneConfirm
        what={{ kind: 'import-table', union, import: view.import }}
        title="请用手机确认"
        onConfirmed={(code) => {
          setAsking('no')
          onApply(code)
        }}
        onCancel={() => setAsking('no')}
      />
    )
  const sure = () => {
    if (atDesk() && needsOwnHand(counts)) return setAsking('phone')
    setAsking('no')
    onApply()
  }
  return (
    <>
      {over && (
        <Notice tone="success" id="import-done" title={`导入完了：写入 ${written} ${unit}`}>
          {counts.refused === 0
            ? '表里的内容都在系统里了。'
            : '没有导入的，改好带原因的表，再导入一次；已经导入的不会重复。'}
        </Notice>
      )}
      <Card id="import-counts" title={`${annexName[annex]}：${rows} 行`} note={view.fileName}>
        <Bars
          items={shown.map((outcome) => ({ label: outcomeName[annex][outcome], count: counts[outcome] }))}
          of={rows}
        />
      </Card>
      {counts.refused > 0 && <Reasons union={union} view={view} />}
      {!over && written > 0 && (
        <MainAction id="import-apply" label={`导入 ${written} ${unit}`} busy={busy} onTap={() => setAsking('sure')} />
      )}
      {!over && written === 0 && <Notice tone="info">没有要写入的内容。</Notice>}
      {!over && <SideAction id="import-remap" label="重新对列" onTap={onRemap} />}
      {!over && <SideAction id="import-give-up" label="不导入了" onTap={onCancel} />}
      {over && annex === 'roster' && (
        <MainAction id="import-roster" label="看花名册" onTap={() => void go('officer/roster/index', { union })} />
      )}
      {over && <SideAction id="import-back" label="返回" onTap={() => void back()} />}
      <Rows key={state} union={union} import={view.import} annex={annex} counts={counts} first={first} />
      <Confirm
        open={asking === 'sure'}
        title={`导入 ${written} ${unit}？`}
        text={sureText(counts)}
        confirmLabel="导入"
        busy={busy}
        onCancel={() => setAsking('no')}
        onConfirm={sure}
      />
    </>
  )
}

function sureText({ new: entered, changed, refused }: Readonly<Record<RowOutcome, number>>): string {
  const parts = [
    ...(entered > 0 ? [`新登记 ${entered}`] : []),
    ...(changed > 0 ? [`更新 ${changed}`] : []),
    ...(refused > 0 ? [`不能导入的 ${refused} 行不写入`] : []),
  ]
  return `${parts.join('，')}。请确认表格审核无误。`
}

/** 退回原表. */
function Reasons({ union, view }: Pick<Props, 'union' | 'view'>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const fetch = async () => {
    setBusy(true)
    setProblem((await fetchReasons({ union, import: view.import }))?.message)
    setBusy(false)
  }
  return (
    <Card
      title={`${(view.state === 'done' ? view.applied : view.checked).refused} 行不能导入`}
      note="原表最后加了一列“未导入原因”。里面有身份证号码，请妥善保管。"
    >
      <SideAction id="import-reasons" label="取回带原因的表" busy={busy} onTap={() => void fetch()} />
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
    </Card>
  )
}
