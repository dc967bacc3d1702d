import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { RoundChangeKind, roundProcedures, RoundView } from '../../../shared/contract/membership-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { tappable } from '../../components/tappable'
import { momentText } from '../../pages/today'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'
import './changes.scss'
import { changeText } from './round-texts'

type Row = z.output<typeof roundProcedures.roundChanges.output>['rows'][number]
type Changes = z.output<typeof RoundView>['changes']

const signTone = { '+': ' round-change-in', '−': ' round-change-out', '': '' } as const

interface Props {
  readonly union: UnionId
  readonly title: string
  readonly changes: Changes
  /** Of which month, `2026-11`; since the last round where none is named. */
  readonly month?: string
}

/** 变动: numbers first; a tap tells who. */
export function ChangesOf({ union, title, changes, month }: Props) {
  const [open, setOpen] = useState<RoundChangeKind>()
  return (
    <Card title={title} note={changes.length === 0 ? '没有人进，也没有人出。' : '点数字看是谁。'}>
      <View className="round-changes">
        {changes.map(({ kind, count }) => {
          const { label, sign } = changeText[kind]
          return (
            <View
              key={kind}
              id={`round-change-${kind}`}
              className="round-change"
              onClick={() => setOpen(open === kind ? undefined : kind)}
              {...tappable({ role: 'button', label: `${label} ${count} 人`, expanded: open === kind })}
            >
              <Text className={`round-change-number${signTone[sign]}`}>{`${sign}${count}`}</Text>
              <Text className="round-change-label">{label}</Text>
            </View>
          )
        })}
      </View>
      {open !== undefined && <Who key={open} union={union} kind={open} month={month} />}
    </Card>
  )
}

interface WhoProps {
  readonly union: UnionId
  readonly kind: RoundChangeKind
  readonly month: string | undefined
}

function Who({ union, kind, month }: WhoProps) {
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(membership, 'roundChanges', {
        union,
        kind,
        ...(month === undefined ? {} : { month }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, kind, month],
  )
  const pages = usePages({ fetch, idOf: (row: Row) => row.event })
  return (
    <>
      {pages.problem !== undefined && (
        <Notice tone="danger" title={pages.problem.message} action={{ label: '再试一次', onTap: pages.reload }} />
      )}
      {pages.rows.map(({ event, name, text, at }) => (
        <ListRow key={event} title={name} note={`${text} · ${momentText(at)}`} />
      ))}
      {pages.hasMore && <SideAction label="看更多" onTap={pages.more} />}
    </>
  )
}
