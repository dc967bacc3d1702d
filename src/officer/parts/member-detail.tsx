import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { ProblemState } from '../../components/ProblemState'
import { Steps } from '../../components/Steps'
import { Tag } from '../../components/Tag'
import { Waiting } from '../../components/Waiting'
import { fullDayText, momentText } from '../../pages/today'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { taskName } from './task-texts'
import { BindInPerson } from './bind-in-person'
import { MemberChanges } from './member-changes'
import { useOffice } from './use-office'
import { WholeValues } from './whole-values'
import { stateName, stateTone } from './member-state'
import './parts.scss'

interface Props {
  readonly union: UnionId
  readonly person: PersonId
}

/** 会员: one line of the roster, opened; on a page of its own, or beside the roster on a desk. */
export function MemberDetail({ union, person }: Props) {
  const found = useAsk(membership, 'member', { union, person })
  const { office } = useOffice()
  const mayChange = office?.union === union && office.rights.includes('memberships')
  useReloadOnReturn(found.reload)
  if (found.problem !== undefined) return <ProblemState problem={found.problem} onRetry={found.reload} />
  const member = found.data
  if (member === undefined) return <Waiting />
  return (
    <View className="detail">
      <Card>
        <View className="detail-head">
          <Text className="detail-name">{member.name}</Text>
          <Tag tone={stateTone[member.state]}>{stateName[member.state]}</Tag>
        </View>
        <Text className="detail-note">{aboutThem(member)}</Text>
        <FactList
          items={[
            { heading: '会员号', text: member.memberNumber },
            { heading: '入会时间', text: fullDayText(member.since) },
            { heading: '所属单位', text: member.unitName === '' ? '没有固定单位' : member.unitName },
            { heading: member.documentName, text: member.maskedNumber },
            { heading: '手机号', text: member.mobile },
            { heading: '国籍', text: member.nationality === 'CHN' ? '中国' : member.nationality },
            { heading: '学历', text: member.education },
            { heading: '户籍', text: member.household },
            ...(member.contractUntil === undefined
              ? []
              : [{ heading: '合同到期', text: fullDayText(member.contractUntil) }]),
            ...(member.secondedSince === undefined
              ? []
              : [{ heading: '借调', text: `${fullDayText(member.secondedSince)}起` }]),
            ...(member.entrusted === undefined ? [] : [{ heading: '委托管理', text: member.entrusted.unionName }]),
          ]}
        />
      </Card>
      {member.underWay.length > 0 && (
        <Card title="正在办">
          <FactList
            items={member.underWay.map(({ kind, unionName, dueOn }) => ({
              heading: taskName(kind),
              text: `${unionName}在办，${fullDayText(dueOn)}到期`,
            }))}
          />
        </Card>
      )}
      <Card title="会籍变动">
        <Steps
          items={member.history.map(({ at, text, paper }) => ({
            state: 'done' as const,
            title: text,
            note: paper ? `${momentText(at)} · 有材料` : momentText(at),
          }))}
        />
      </Card>
      {mayChange && <MemberChanges union={union} member={member} />}
      <WholeValues union={union} person={person} name={member.name} />
      {(member.state === 'active' || member.state === 'retained') && (
        <BindInPerson union={union} person={person} name={member.name} />
      )}
      <ListRow
        id="member-form"
        title="会员登记表"
        note="按登记的内容生成，可以打印存档"
        onTap={() => void go('officer/form/index', { union, person })}
      />
      {member.application !== undefined && (
        <ListRow
          id="member-letter"
          title="入会申请书"
          note="本人同意的原文，可以打印"
          onTap={() => void go('officer/letter/index', { union, application: member.application })}
        />
      )}
    </View>
  )
}

/** Age and work are of the living. */
function aboutThem({ sex, age, employment, state }: z.output<typeof membership.procedures.member.output>): string {
  const living = state === 'deceased' ? [] : [age === undefined ? undefined : `${age} 岁`, employment]
  return [sex === undefined ? undefined : sex === 'male' ? '男' : '女', ...living]
    .filter((part) => part !== undefined)
    .join(' · ')
}
