import { Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { MyApplication } from '../../../shared/contract/membership-views'
import { ApplicationId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { Screen } from '../../components/Screen'
import { Steps } from '../../components/Steps'
import { Tag } from '../../components/Tag'
import { go, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { ListRow } from '../../components/ListRow'
import { momentText } from '../today'
import { useReloadOnReturn } from '../use-reload-on-return'
import { NextActs } from './next-acts'
import { Outcome } from './outcome'
import { dueTag, stateTitle, timelineItems } from './timeline'
import './index.scss'

export default function ProgressPage() {
  const wanted = ApplicationId.safeParse(useParams().application)
  const mine = useAsk(membership, 'mine', wanted.success ? { application: wanted.data } : {})
  const application = mine.data?.application
  useReloadOnReturn(mine.reload)
  return (
    <Screen title="我的申请" loading={mine.loading} problem={mine.problem} onRetry={mine.reload}>
      {mine.data !== undefined && <Found application={application} reload={mine.reload} />}
    </Screen>
  )
}

function Found({
  application,
  reload,
}: {
  readonly application: MyApplication | undefined
  readonly reload: () => void
}) {
  if (application !== undefined) return <Progress application={application} reload={reload} />
  return (
    <Empty
      title="还没有申请"
      note="扫一扫工会的海报，几步就能入会。"
      action={{ label: '去入会', onTap: () => void go('pages/join/index') }}
    />
  )
}

function Progress({ application, reload }: { readonly application: MyApplication; readonly reload: () => void }) {
  const due = dueTag(application)
  const { union, chair } = application
  return (
    <View className="progress">
      <Card>
        <View className="progress-head">
          <Text className="progress-state">{stateTitle[application.state]}</Text>
          {due !== undefined && <Tag tone={due.tone}>{due.text}</Tag>}
        </View>
        <Text className="progress-who">
          {[union.name, ...(chair === undefined ? [] : [`主席 ${chair}`])].join(' · ')}
        </Text>
      </Card>
      <Outcome application={application} />
      <Card>
        <Steps items={timelineItems(application)} />
      </Card>
      <NextActs application={application} reload={reload} />
      <ListRow
        id="progress-union"
        title={union.name}
        note="电话、地址、工会干部"
        onTap={() => void go('pages/union/index', { union: union.union })}
      />
      <ListRow
        id="progress-letter"
        title="我的入会申请书"
        note={`${momentText(application.letter.agreedAt)} 同意`}
        onTap={() => void go('pages/letter/index', { application: application.application })}
      />
      <Fold id="progress-facts" summary="看我填的内容">
        <FactList items={application.facts} />
        <Text className="progress-reason">{application.route.sentence}</Text>
        {application.route.clauses.map(({ title, quote }) => (
          <Text key={`${title}${quote ?? ''}`} className="progress-clause">
            {quote === undefined ? title : `${title}：“${quote}”`}
          </Text>
        ))}
      </Fold>
    </View>
  )
}
