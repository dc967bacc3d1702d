import { Text, View } from '@tarojs/components'
import { roleName } from '../../../shared/org/officers'
import { Empty } from '../../components/Empty'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { tappable } from '../../components/tappable'
import { dayText, momentText } from '../../pages/today'
import { go, goHome, replaceWith } from '../../services/route'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { useOffice, type Office } from '../parts/use-office'
import { Activation } from './activation'
import { More } from './more'
import { OnLeave } from './on-leave'
import './index.scss'

/** 工作台: counts that are doors. */
export default function WorkbenchPage() {
  const { office, offices, loading, problem, none, reload } = useOffice()
  useReloadOnReturn(reload)
  return (
    <Screen title="工作台" loading={loading} problem={problem} onRetry={reload}>
      {none && (
        <Empty
          title="您还没有工会职务"
          note="由上级工会在系统里登记后，这里会出现要办的事。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {office !== undefined && (
        <>
          <Head office={office} offices={offices} />
          {office.leave === undefined ? (
            <>
              <Doors office={office} />
              {office.rights.includes('roster') && <Activation union={office.union} />}
              <More office={office} />
            </>
          ) : (
            <OnLeave union={office.union} until={office.leave.until} reload={reload} />
          )}
        </>
      )}
    </Screen>
  )
}

function Head({ office, offices }: { readonly office: Office; readonly offices: readonly Office[] }) {
  const choose = (union: string) => void replaceWith('officer/workbench/index', { union })
  return (
    <View className="workbench-head">
      <Text className="workbench-union">{office.unionName}</Text>
      <Text className="workbench-role">{roleText(office)}</Text>
      {offices.length > 1 && (
        <PickField
          id="workbench-switch"
          label="换一个工会"
          value={office.union}
          options={offices.map(({ union, unionName }) => ({ value: union, label: unionName }))}
          onChange={choose}
        />
      )}
    </View>
  )
}

function roleText({ role, acting }: Office): string {
  return acting === undefined
    ? roleName[role]
    : `${roleName[role]} · 代行${roleName[acting.role]}到 ${dayText(acting.until)}`
}

function Doors({
  office: { union, rights, waiting, tasks, dueSoon, members, countedAt },
}: {
  readonly office: Office
}) {
  return (
    <View className="workbench-doors">
      {rights.includes('approve') && (
        <Door
          id="workbench-inbox"
          number={waiting}
          label="待审批"
          {...(waiting === 0
            ? { note: '都办完了' }
            : dueSoon > 0
              ? { note: `${dueSoon} 件快到期`, loud: true }
              : { note: '还不急' })}
          onTap={() => void go('officer/inbox/index', { union })}
        />
      )}
      {rights.includes('approve') && (
        <Door
          id="workbench-tasks"
          number={tasks}
          label="待办"
          note={tasks === 0 ? '都办完了' : '转会、退会、机构变动'}
          onTap={() => void go('officer/tasks/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <Door
          id="workbench-roster"
          number={members}
          label="花名册"
          note={countedAt === undefined ? '在册会员' : `在册会员，截至 ${momentText(countedAt)}`}
          onTap={() => void go('officer/roster/index', { union })}
        />
      )}
    </View>
  )
}

interface DoorProps {
  readonly id: string
  readonly number: number
  readonly label: string
  readonly note: string
  readonly loud?: boolean
  readonly onTap: () => void
}

function Door({ id, number, label, note, loud = false, onTap }: DoorProps) {
  return (
    <View
      className="workbench-door"
      id={id}
      onClick={onTap}
      {...tappable({ role: 'button', label: `${label} ${number}` })}
    >
      <Text className={`workbench-number${loud ? ' workbench-loud' : ''}`}>{number}</Text>
      <Text className="workbench-label">{label}</Text>
      <Text className={`workbench-note${loud ? ' workbench-warn' : ''}`}>{note}</Text>
    </View>
  )
}
