import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import type { ExportForm } from '../../../shared/roster/export'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { TextAction } from '../../components/TextAction'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { annexName, formName, type Chosen, type ExportView } from './texts'

interface Props {
  readonly union: UnionId
  readonly chosen: Chosen
  readonly onOpened: (view: ExportView) => void
  readonly onBack: () => void
}

/** 第二步: what for. Where the region names a platform, also in which form. */
export function Ask({ union, chosen: { of, ofName, annex }, onOpened, onBack }: Props) {
  const { data } = useAsk(membership, 'exportable', { union, under: of })
  const open = useAct(membership, 'openExport')
  const [reason, setReason] = useState('')
  const [form, setForm] = useState<ExportForm>('annex')
  const [missing, setMissing] = useState(false)
  const begin = async () => {
    if (reason.trim().length < 2) return setMissing(true)
    const answer = await open.run({ union, of, annex, form, reason })
    if (answer.ok) onOpened(answer.data)
  }
  const platform = annex === 'letter' ? undefined : data?.platform
  return (
    <>
      <Card title={`${ofName} ${annexName[annex]}`}>
        <Field
          id="export-reason"
          label="做什么用？"
          value={reason}
          onInput={(value) => {
            setReason(value)
            setMissing(false)
          }}
          placeholder="例如：报送上级工会备案"
          maxLength={200}
          error={missing ? '请写一句做什么用，会记录下来。' : undefined}
          multiline
        />
        {platform !== undefined && (
          <ChoiceList
            id="export-form"
            label="要哪种样式？"
            value={form}
            options={[
              { value: 'annex', label: formName.annex, note: '有标题、表头和审核情况' },
              { value: 'platform', label: formName.platform, note: `第一行就是列名，导入${platform}用` },
            ]}
            onChange={setForm}
          />
        )}
        {open.problem !== undefined && (
          <Notice tone="danger" id="export-refused">
            {open.problem.message}
          </Notice>
        )}
        <MainAction id="export-begin" label="开始导出" busy={open.busy} onTap={() => void begin()} />
      </Card>
      <Notice tone="info">谁在什么时候导出了什么、做什么用，都会记录。每一页印有您的工会、职务和时间。</Notice>
      <TextAction id="export-back" label="换一张表" onTap={onBack} />
    </>
  )
}
