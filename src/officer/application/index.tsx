import { membership } from '../../../shared/contract/membership'
import { ApplicationId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { ask } from '../../services/api'
import { back, replaceWith, useParams } from '../../services/route'
import { ApplicationDetail } from '../parts/application-detail'
import { useOffice } from '../parts/use-office'

/** 一份申请. After a decision comes the next one that waits, so that a chair with five minutes gets through. */
export default function ApplicationPage() {
  const { office, loading, problem, reload } = useOffice()
  const application = ApplicationId.safeParse(useParams()['application'])
  const next = async () => {
    if (office === undefined) return
    const inbox = await ask(membership, 'inbox', { union: office.union })
    const waiting = inbox.ok ? inbox.data.rows[0] : undefined
    if (waiting === undefined) await back()
    else await replaceWith('officer/application/index', { union: office.union, application: waiting.application })
  }
  return (
    <Screen title="入会申请" loading={loading} problem={problem} onRetry={reload}>
      {office !== undefined && application.success ? (
        <ApplicationDetail
          key={application.data}
          union={office.union}
          application={application.data}
          mayAssign={office.rights.includes('assign')}
          onDecided={() => void next()}
        />
      ) : office === undefined ? undefined : (
        <Empty title="没有找到这份申请" action={{ label: '返回', onTap: () => void back() }} />
      )}
    </Screen>
  )
}
