import type { MyApplication } from '../../../shared/contract/membership-views'
import { session } from '../../../shared/contract/session'
import { Notice } from '../../components/Notice'
import { useAsk } from '../../services/use-ask'

interface Props {
  readonly application: MyApplication
}

/** 结果: what came of it and what to do next; nothing while the union still has it. */
export function Outcome({ application }: Props) {
  switch (application.state) {
    case 'submitted':
      return application.undecided ? <Undecided application={application} /> : null
    case 'returned':
      return <Said application={application} kind="returned" title="工会请您改一下再交" tone="warning" />
    case 'rejected':
      return <Said application={application} kind="rejected" title="工会没有同意，原因是" tone="danger" />
    case 'approved':
      return <Joined />
    case 'withdrawn':
      return (
        <Notice tone="info" title="您撤回了这份申请">
          填过的姓名、证件都还在，不用再写一遍。
        </Notice>
      )
  }
}

function Undecided({ application }: Props) {
  return (
    <Notice tone="info" title="还没有定下归哪个工会">
      {`您的说明送到了${application.union.name}，由它定下后再办，期限照样算。`}
    </Notice>
  )
}

function Said({
  application,
  kind,
  title,
  tone,
}: Props & { readonly kind: 'returned' | 'rejected'; readonly title: string; readonly tone: 'warning' | 'danger' }) {
  const [last] = application.timeline.filter((step) => step.kind === kind).slice(-1)
  const said = [...(last?.reasons ?? []), ...(last?.note === undefined ? [] : [last.note])].join('；')
  return (
    <Notice tone={tone} title={title}>
      {said === '' ? '没有写明，请打电话问工会。' : said}
    </Notice>
  )
}

function Joined() {
  const me = useAsk(session, 'me', {})
  const standing = me.data?.standing
  return (
    <Notice tone="success" title="恭喜，您是工会会员了">
      {standing?.kind === 'member' ? `会员号 ${standing.memberNumber}` : '首页可以看到会员号'}
    </Notice>
  )
}
