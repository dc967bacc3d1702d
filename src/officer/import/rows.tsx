import { Text, View } from '@tarojs/components'
import { useCallback, useMemo, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { ImportId, UnionId } from '../../../shared/core/ids'
import type { ImportAnnex, OutcomeCounts, RowOutcome } from '../../../shared/roster/import'
import { Card } from '../../components/Card'
import { Filters } from '../../components/Filters'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { ask } from '../../services/api'
import type { Answer } from '../../services/problem'
import { usePages, type Page } from '../../services/use-pages'
import { outcomeName, outcomes, type ImportRowView } from './texts'

interface Props {
  readonly union: UnionId
  readonly import: ImportId
  readonly annex: ImportAnnex
  readonly counts: OutcomeCounts
  readonly first: RowOutcome
}

/** 一行一行看: each with its number in the file, and why, or what changes. */
export function Rows({ union, import: id, annex, counts, first }: Props) {
  const [outcome, setOutcome] = useState(first)
  const fetch = useCallback(
    async (cursor: string | undefined): Promise<Answer<Page<ImportRowView>>> => {
      const from = cursor === undefined ? 0 : Number(cursor)
      const answer = await ask(membership, 'importRows', { union, import: id, outcome, from })
      if (!answer.ok) return answer
      const { rows, next } = answer.data
      return { ok: true, data: { rows, cursor: next === undefined ? undefined : String(next) } }
    },
    [union, id, outcome],
  )
  const options = useMemo(
    () => outcomes[annex].map((value) => ({ value, label: outcomeName[annex][value], count: counts[value] })),
    [annex, counts],
  )
  const pages = usePages({ fetch, idOf: ({ row }: ImportRowView) => String(row) })
  return (
    <Card title="一行一行看">
      <Filters id="import-outcome" value={outcome} options={options} onChange={setOutcome} />
      {pages.problem !== undefined && <ProblemState problem={pages.problem} onRetry={pages.reload} />}
      {counts[outcome] === 0 && <Text className="import-note">没有这样的行。</Text>}
      {pages.rows.map(({ row, name, reason, changes, notes }) => (
        <View key={row} className="import-row" id={`import-row-${row}`}>
          <Text className="import-row-head">{`第 ${row} 行${name === '' ? '' : ` · ${name}`}`}</Text>
          {reason !== undefined && <Text className="import-reason">{reason}</Text>}
          {changes.map(({ heading, before, after }) => (
            <Text
              key={heading}
              className="import-note"
            >{`${heading}：${before === '' ? '（空）' : before} → ${after === '' ? '（空）' : after}`}</Text>
          ))}
          {notes.map((note) => (
            <Text key={note} className="import-note">
              {note}
            </Text>
          ))}
        </View>
      ))}
      {pages.hasMore && <SideAction id="import-more" label="接着看" busy={pages.loadingMore} onTap={pages.more} />}
    </Card>
  )
}
