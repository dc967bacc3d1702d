import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { ApplicationId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Filters } from '../../components/Filters'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { TwoPane } from '../../components/TwoPane'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { go } from '../../services/route'
import { isDesk } from '../parts/desk'
import { ApplicationDetail } from '../parts/application-detail'
import { filtered, filterOptions, type InboxFilter } from '../parts/filters'
import { chosenRows, clearOnes, nothingSelected, startSelecting, toggled, type Selection } from '../parts/selection'
import { useOffice } from '../parts/use-office'
import { Batch } from './batch'
import { InboxRowView } from './row'
import { useInbox } from './use-inbox'
import './index.scss'

/** 待审批: the nearest due date first. On a desk the opened one stands beside the list. */
export default function InboxPage() {
  const { office, loading, problem, none, reload } = useOffice()
  const union = office?.union
  const inbox = useInbox(union)
  const [filter, setFilter] = useState<InboxFilter>('all')
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [opened, setOpened] = useState<ApplicationId>()
  useReloadOnReturn(inbox.reload)
  useReachBottom(inbox.more)

  const rows = filtered(inbox.rows, filter)
  const chosen = chosenRows(selection, inbox.rows)
  const open = (application: ApplicationId) => {
    if (isDesk()) setOpened(application)
    else void go('officer/application/index', { union, application })
  }
  const footer =
    union === undefined || selection.kind === 'off' ? undefined : (
      <Batch
        union={union}
        rows={chosen}
        onOpen={open}
        onChanged={inbox.reload}
        onClose={() => setSelection(nothingSelected)}
        onKeep={(kept) => setSelection({ kind: 'on', chosen: new Set(kept) })}
      />
    )
  return (
    <Screen
      title="待审批"
      wide
      loading={loading || inbox.loading}
      problem={problem ?? inbox.problem}
      onRetry={problem === undefined ? inbox.reload : reload}
      footer={footer}
    >
      {none && <Empty title="您还没有审批的权限" note="由上级工会在系统里登记后，这里会出现要审批的申请。" />}
      {union !== undefined && inbox.loaded && (
        <TwoPane
          list={
            <>
              <View className="inbox-bar">
                <Filters
                  id="inbox-filter"
                  value={filter}
                  options={filterOptions(inbox.rows, inbox.total)}
                  onChange={setFilter}
                />
                {inbox.rows.length > 0 &&
                  (selection.kind === 'off' ? (
                    <TextAction id="inbox-select" label="多选" onTap={() => setSelection(startSelecting())} />
                  ) : (
                    <TextAction
                      id="inbox-select-clear"
                      label="选没有疑问的"
                      onTap={() => setSelection(clearOnes(rows))}
                    />
                  ))}
              </View>
              {inbox.total === 0 && (
                <Empty
                  title="都办完了"
                  note="有人申请时，这里会出现。"
                  action={{
                    label: '发邀请海报',
                    onTap: () => void go('officer/invite/index', { union }),
                    id: 'inbox-invite',
                  }}
                />
              )}
              {inbox.total > 0 && rows.length === 0 && (
                <Empty title="这一类没有" action={{ label: '看全部', onTap: () => setFilter('all') }} />
              )}
              {rows.map((row) => (
                <InboxRowView
                  key={row.application}
                  row={row}
                  selecting={selection.kind === 'on'}
                  selected={
                    selection.kind === 'on' ? selection.chosen.has(row.application) : row.application === opened
                  }
                  onTap={() =>
                    selection.kind === 'on' ? setSelection(toggled(selection, row.application)) : open(row.application)
                  }
                />
              ))}
              {inbox.hasMore && (
                <TextAction id="inbox-more" label={inbox.loadingMore ? '正在加载…' : '再看一些'} onTap={inbox.more} />
              )}
            </>
          }
          detail={
            opened === undefined ? undefined : (
              <ApplicationDetail
                key={opened}
                union={union}
                application={opened}
                mayAssign={office?.rights.includes('assign') === true}
                onDecided={() => {
                  setOpened(inbox.rows.find(({ application }) => application !== opened)?.application)
                  inbox.reload()
                }}
              />
            )
          }
        />
      )}
    </Screen>
  )
}
