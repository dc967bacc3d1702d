import type { z } from 'zod'
import { session, type Me } from '../../../shared/contract/session'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { TextAction } from '../../components/TextAction'
import { View } from '@tarojs/components'
import { go } from '../../services/route'
import { useAct } from '../../services/use-act'
import { momentText } from '../today'

type NoticeView = z.infer<typeof Me>['notices'][number]

interface Props {
  readonly notices: readonly NoticeView[]
  readonly reload: () => void
}

/** 通知: what happened since; each stays until it is put aside. */
export function Notices({ notices, reload }: Props) {
  return (
    <>
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} reload={reload} />
      ))}
    </>
  )
}

function OneNotice({ notice, reload }: { readonly notice: NoticeView; readonly reload: () => void }) {
  const read = useAct(session, 'readNotice')
  const { application, event } = notice

  async function putAside() {
    const answer = await read.run({ notice: notice.id })
    if (answer.ok) reload()
  }

  return (
    <Card title={notice.text} note={momentText(notice.at)}>
      <View className="home-notice-acts">
        {application !== undefined && (
          <TextAction
            id={`home-notice-open-${notice.id}`}
            label="看详情"
            onTap={() => void go('pages/progress/index', { application })}
          />
        )}
        {event !== undefined && (
          <TextAction
            id={`home-notice-event-${notice.id}`}
            label="看看怎么办"
            onTap={() => void go('pages/mine/event/index', { event })}
          />
        )}
        <TextAction
          id={`home-notice-read-${notice.id}`}
          label={read.busy ? '正在收起…' : '知道了'}
          onTap={() => void (read.busy ? undefined : putAside())}
        />
      </View>
      {read.problem !== undefined && <Notice tone="danger">{read.problem.message}</Notice>}
    </Card>
  )
}
