import type { z } from 'zod'
import type { Me } from '../../../shared/contract/session'
import { roleName } from '../../../shared/org/officers'
import { Text } from '@tarojs/components'
import { ListRow } from '../../components/ListRow'
import { Tag } from '../../components/Tag'
import { go } from '../../services/route'
import { dayText } from '../today'

type Office = z.infer<typeof Me>['offices'][number]

/** 工会干部: the way to the workbench, with what waits there. */
export function Offices({ offices }: { readonly offices: readonly Office[] }) {
  if (offices.length === 0) return null
  return (
    <>
      <Text className="home-section">工会工作</Text>
      {offices.map((office) => (
        <ListRow
          key={`${office.union}${office.role}`}
          id={`home-office-${office.union}`}
          title={office.unionName}
          note={noteOf(office)}
          tag={
            office.waiting + office.tasks > 0 ? (
              <Tag tone={office.dueSoon > 0 ? 'danger' : 'warning'}>{waitingText(office)}</Tag>
            ) : (
              <Tag tone="neutral">{office.leave === undefined ? '没有待办' : '请假中'}</Tag>
            )
          }
          onTap={() => void go('officer/workbench/index', { union: office.union })}
        />
      ))}
    </>
  )
}

function noteOf({ role, members, leave }: Office): string {
  return leave === undefined
    ? `${roleName[role]} · 会员 ${members} 人`
    : `${roleName[role]} · 请假到 ${dayText(leave.until)}`
}

function waitingText({ waiting, tasks, dueSoon }: Office): string {
  return [
    ...(waiting > 0 ? [`待审批 ${waiting}`] : []),
    ...(dueSoon > 0 ? [`${dueSoon} 件快到期`] : []),
    ...(tasks > 0 ? [`待办 ${tasks}`] : []),
  ].join(' · ')
}
