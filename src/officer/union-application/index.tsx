import { View } from '@tarojs/components'
import { registry } from '../../../shared/contract/registry'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList, type Fact } from '../../components/FactList'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { roleName } from '../../../shared/org/officers'
import { unionTypeName } from '../../../shared/org/union'
import { committeeName } from '../../../shared/org/committees'
import { fullDayText, momentText } from '../../pages/today'
import { go, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { applicationName } from '../parts/registry-texts'
import { useUnion } from '../parts/use-office'
import { Warnings } from '../parts/warnings'
import '../parts/parts.scss'
import { Decide } from './decide'
import { Founders } from './founders'
import './index.scss'
import { PaperPictures } from './papers'
import { ReplySheet } from './reply'

/** 一份申请: read on one side, decided on the other; once it is approved, the reply to be printed. */
export default function UnionApplicationPage() {
  const union = useUnion()
  const application = useParams()['application']
  const asked = useAsk(
    registry,
    'unionApplication',
    union === undefined || application === undefined ? undefined : { union, application },
  )
  const view = asked.data
  return (
    <Screen
      title={view === undefined ? '申请' : `${view.name}：${applicationName[view.kind]}`}
      wide
      loading={asked.loading}
      problem={asked.problem}
      onRetry={asked.reload}
    >
      {union !== undefined && view !== undefined && (
        <View className="beside">
          <View className="beside-part reply-above">
            <Asked view={view} />
            <PaperPictures union={union} view={view} />
          </View>
          <View className="beside-part">
            <Warnings warnings={view.warnings} />
            {view.state === 'submitted' && view.side === 'decides' && (
              <Decide union={union} view={view} reload={asked.reload} />
            )}
            {view.state === 'submitted' && view.side === 'sent' && (
              <Notice tone="info">等{view.upperName}批复。</Notice>
            )}
            {view.returned !== undefined && view.state === 'returned' && <Returned union={union} view={view} />}
            {view.reply !== undefined && (
              <>
                <ReplySheet view={view} reply={view.reply} />
                {view.side === 'decides' && <Founders union={union} view={view} />}
                {view.side === 'decides' && view.reply.event !== undefined && (
                  <SideAction
                    id="application-event"
                    label="看会员名单，确认"
                    onTap={() => void go('officer/event/index', { union, event: view.reply?.event })}
                  />
                )}
              </>
            )}
          </View>
        </View>
      )}
    </Screen>
  )
}

function Returned({ union, view }: { readonly union: UnionId; readonly view: UnionApplicationView }) {
  const { returned, side, kind, application } = view
  if (returned === undefined) return null
  return (
    <>
      <Notice tone="warning" title={`${momentText(returned.at)}退回`}>
        {returned.reason}
      </Notice>
      {side === 'sent' && (
        <SideAction
          id="application-again"
          label="改好再报"
          onTap={() => void go('officer/apply/index', { union, kind, again: application })}
        />
      )}
    </>
  )
}

function Asked({ view }: { readonly view: UnionApplicationView }) {
  const { body, unit, upperName, sentAt } = view
  return (
    <Card title={applicationName[view.kind]} note={`${momentText(sentAt)}报${upperName}`}>
      <FactList
        items={[
          ...(unit === undefined
            ? []
            : [{ heading: '单位', text: `${unit.name}，${unit.place}，职工 ${unit.staff} 人` }]),
          { heading: '会员（代表）大会', text: fullDayText(body.heldOn) },
          ...factsOf(body),
        ]}
      />
    </Card>
  )
}

function factsOf(body: UnionApplicationView['body']): readonly Fact[] {
  if (body.kind === 'dissolution')
    return [
      { heading: '单位', text: body.employment === 'goes-on' ? '还在' : '没了' },
      { heading: '原因', text: body.reason },
    ]
  return [
    ...(body.kind === 'founding'
      ? [
          { heading: '工会名称', text: body.name },
          { heading: '工会类型', text: unionTypeName[body.type] },
          { heading: '首批会员', text: `${body.founders.length} 人` },
        ]
      : []),
    ...(body.kind === 'by-election' ? [] : [{ heading: '任期', text: `${body.termYears} 年` }]),
    ...body.elected.map(({ kind, seats, chair }) => ({
      heading: committeeName[kind],
      text: seats === 1 ? `${chair}（1 人）` : `${chair} 等 ${seats} 人`,
    })),
    ...body.posts.map(({ role, name, mobile }) => ({ heading: roleName[role], text: `${name}，${mobile}` })),
  ]
}
