import { useCallback } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { roleName } from '../../../shared/org/officers'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { momentText } from '../../pages/today'
import { ask } from '../../services/api'
import { back } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { changeText } from '../parts/registry-texts'
import { useUnion } from '../parts/use-office'

type Row = z.output<typeof registry.procedures.registryHistory.output>['rows'][number]

/** 变动记录: who changed what, the newest first. */
export default function RegistryHistoryPage() {
  const union = useUnion()
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'registryHistory', { union: union ?? '', ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.change })
  return (
    <Screen
      title={pages.latest === undefined ? '变动记录' : pages.latest.name}
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
    >
      {pages.loaded && pages.rows.length === 0 && (
        <Empty
          title="还没有变动"
          note="建会、换届、填写的每一项，以后都记在这里。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      {pages.rows.map(({ change, what, person, who, at }) => (
        <ListRow
          key={change}
          title={`${changeText(what)}${person === undefined ? '' : `，${person}`}`}
          note={`${momentText(at)}${who === undefined ? '' : ` · ${who.unionName} ${roleName[who.role]} ${who.name}`}`}
        />
      ))}
      {pages.hasMore && <SideAction id="history-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}
