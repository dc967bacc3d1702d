import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { Empty } from '../../components/Empty'
import { Filters } from '../../components/Filters'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { momentText } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { ask } from '../../services/api'
import { go } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { applicationName, applicationStateText, applicationStateTone } from '../parts/registry-texts'
import { useOffice, useUnion } from '../parts/use-office'

type Row = z.output<typeof registry.procedures.unionApplications.output>['rows'][number]

/** 收到的和报出的申请, the newest first. */
export default function UnionApplicationsPage() {
  const union = useUnion()
  const { office } = useOffice()
  const [show, setShow] = useState<'received' | 'sent'>()
  const shown = show ?? (office?.leads === true ? 'received' : 'sent')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'unionApplications', {
        union: union ?? '',
        show: shown,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, shown],
  )
  const ready = union !== undefined && office !== undefined
  const pages = usePages({ fetch: ready ? fetch : undefined, idOf: (row: Row) => row.application })
  useReloadOnReturn(pages.reload)
  return (
    <Screen title="建会、换届的申请" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      <Filters
        id="applications"
        value={shown}
        options={[
          { value: 'received', label: '报来的' },
          { value: 'sent', label: '报出的' },
        ]}
        onChange={setShow}
      />
      {pages.loaded && pages.rows.length === 0 && (
        <Empty
          title={shown === 'received' ? '没有报来的申请' : '没有报出的申请'}
          note={shown === 'received' ? '没有工会的单位，可以请他们申请建会。' : '换届、补选、撤销，从这里报上级。'}
          action={
            shown === 'received'
              ? { label: '看应建未建', onTap: () => void go('officer/unfounded/index', { union }) }
              : { label: '向上级申请', onTap: () => void go('officer/apply/index', { union }) }
          }
        />
      )}
      {pages.rows.map(({ application, kind, state, name, upperName, sentAt }) => (
        <ListRow
          key={application}
          id={`application-${application}`}
          title={`${name}：${applicationName[kind]}`}
          note={`${momentText(sentAt)}报${upperName}`}
          tag={<Tag tone={applicationStateTone[state]}>{applicationStateText[state]}</Tag>}
          onTap={() => void go('officer/union-application/index', { union, application })}
        />
      ))}
      {pages.hasMore && (
        <SideAction id="applications-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
      )}
    </Screen>
  )
}
