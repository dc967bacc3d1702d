import { membership } from '../../../../shared/contract/membership'
import { Empty } from '../../../components/Empty'
import { Screen } from '../../../components/Screen'
import { Steps } from '../../../components/Steps'
import { useAsk } from '../../../services/use-ask'
import { momentText } from '../../today'
import { trailText } from './texts'

/** 谁看过、改过我的资料: newest first. */
export default function TrailPage() {
  const trail = useAsk(membership, 'trail', {})
  const entries = trail.data?.entries ?? []
  return (
    <Screen title="谁看过我的资料" loading={trail.loading} problem={trail.problem} onRetry={trail.reload}>
      {trail.data !== undefined && entries.length === 0 && (
        <Empty title="还没有记录" note="有人查看或改动您的资料时，会记在这里；您自己办的事也在这里。" />
      )}
      {entries.length > 0 && (
        <Steps
          items={entries.map(({ at, action, by, unionName }) => ({
            state: 'done' as const,
            title: trailText(action, by),
            note: [momentText(at), ...(unionName === undefined || by === 'me' ? [] : [unionName])].join(' · '),
          }))}
        />
      )}
    </Screen>
  )
}
