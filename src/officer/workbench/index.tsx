import { Text, View } from '@tarojs/components'
import { roleName } from '../../../shared/org/officers'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { tappable } from '../../components/tappable'
import { dayText, momentText } from '../../pages/today'
import { go, goHome, replaceWith } from '../../services/route'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { useOffice, type Office } from '../parts/use-office'
import { Activation } from './activation'
import { OnLeave } from './on-leave'
import { RegistryDoors } from './registry-doors'
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

function More({ office: { union, rights, leads } }: { readonly office: Office }) {
  return (
    <>
      {rights.includes('invite') && (
        <ListRow
          id="workbench-invite"
          title="邀请入会"
          note="二维码海报，发到群里或贴在墙上"
          onTap={() => void go('officer/invite/index', { union })}
        />
      )}
      {rights.includes('services') && (
        <ListRow
          id="workbench-services"
          title="会员服务"
          note="会员卡用在哪里、用了多少次；给服务点的验卡码"
          onTap={() => void go('officer/services/index', { union })}
        />
      )}
      {rights.includes('memberships') && (
        <ListRow
          id="workbench-on-behalf"
          title="代办入会"
          note="没有微信的职工，在纸上签名，由您录入"
          onTap={() => void go('officer/on-behalf/index', { union })}
        />
      )}
      {rights.includes('memberships') && (
        <ListRow
          id="workbench-entrusted"
          title="委托管理的会员"
          note="劳务派遣，会籍在别的工会、由本会代管"
          onTap={() => void go('officer/entrusted/index', { union })}
        />
      )}
      {rights.includes('memberships') && leads && (
        <ListRow
          id="workbench-reinstate"
          title="恢复会籍"
          note="下级工会登记错了退会、开除或去世"
          onTap={() => void go('officer/reinstate/index', { union })}
        />
      )}
      {rights.includes('letters') && (
        <ListRow
          id="workbench-letters"
          title="入会申请书"
          note={leads ? '下级工会批准后送来的第二份' : '本会批准的'}
          onTap={() => void go('officer/letters/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-bindings"
          title="待确认的绑定"
          note="会员当面绑定微信，要第二位干部确认"
          onTap={() => void go('officer/bindings/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-round"
          title="半年核对"
          note="看一遍工会信息和花名册，点一下办结"
          onTap={() => void go('officer/round/index', { union })}
        />
      )}
      {rights.includes('roster') && leads && (
        <ListRow
          id="workbench-rounds-below"
          title="下级工会核对"
          note="谁还没有核对，催一下"
          onTap={() => void go('officer/rounds-below/index', { union })}
        />
      )}
      {rights.includes('reviews') && (
        <ListRow
          id="workbench-reviews"
          title="会员评家"
          note={leads ? '发公告、看名单、看结果；下级工会的评家' : '发公告、看名单、看结果'}
          onTap={() => void go('officer/reviews/index', { union })}
        />
      )}
      {rights.includes('papers') && (
        <ListRow
          id="workbench-venue"
          title="评家现场"
          note="打印选票、登记领票、录入计票"
          onTap={() => void go('officer/venue/index', { union })}
        />
      )}
      {rights.includes('scrutinise') && (
        <ListRow
          id="workbench-scrutiny"
          title="监票"
          note="评家公布以后，重新计一遍票；打印计票记录"
          onTap={() => void go('officer/scrutiny/index', { union })}
        />
      )}
      {rights.includes('roster') && (
        <ListRow
          id="workbench-clean"
          title="数据清理"
          note="重复的人、空挂会员"
          onTap={() => void go('officer/clean/index', { union })}
        />
      )}
      {rights.includes('requests') && (
        <ListRow
          id="workbench-requests"
          title="资料更正与删除"
          note="会员提的请求，15 个工作日内答复"
          onTap={() => void go('officer/requests/index', { union })}
        />
      )}
      <RegistryDoors office={{ union, rights, leads }} />
      <ListRow
        id="workbench-display"
        title="公开我的信息"
        note="双亮：姓名、电话、照片，由您决定"
        onTap={() => void go('officer/display/index', { union })}
      />
      {rights.length === 0 && <Card title="现在没有要您办的事" note="轮到您时，这里会出现。" />}
    </>
  )
}
