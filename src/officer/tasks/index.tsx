import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { TaskRow } from '../../../shared/contract/membership-tasks'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { today } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go } from '../../services/route'
import { dueLabel } from '../parts/due'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { Raised } from './raised'
import { noteOf, titleOf } from './texts'
import { useTasks } from './use-tasks'
import { wayTo } from './way'

/** 待办: everything that waits for this union besides applications. */
export default function TasksPage() {
  const union = useUnion()
  const waiting = useTasks(union)
  useReloadOnReturn(waiting.reload)
  useReachBottom(waiting.more)
  return (
    <Screen title="待办" wide loading={waiting.loading} problem={waiting.problem} onRetry={waiting.reload}>
      {union !== undefined && waiting.loaded && (
        <>
          {waiting.rows.length === 0 && (
            <Empty
              title="没有待办"
              note="有人转会、退会，或者下级工会有变动时，这里会出现。"
              action={{ label: '返回', onTap: () => void back() }}
            />
          )}
          <View className="desk-list">
            {waiting.rows.map((row) => (
              <OneTask key={row.task} row={row} union={union} />
            ))}
          </View>
          {waiting.hasMore && (
            <TextAction id="tasks-more" label={waiting.loadingMore ? '正在加载…' : '再看一些'} onTap={waiting.more} />
          )}
          <Raised union={union} />
        </>
      )}
    </Screen>
  )
}

function OneTask({ row, union }: { readonly row: TaskRow; readonly union: UnionId }) {
  const due = dueLabel(row.workingDaysLeft, row.dueOn < today())
  const { path, params } = wayTo(row, union)
  return (
    <ListRow
      id={`task-${row.task}`}
      title={titleOf(row)}
      tag={<Tag tone={due.tone}>{due.text}</Tag>}
      onTap={() => void go(path, params)}
    >
      <Text className="row-note">{noteOf(row)}</Text>
    </ListRow>
  )
}
