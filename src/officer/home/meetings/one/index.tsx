import { useState } from 'react'
import { Empty } from '../../../../components/Empty'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { back, go } from '../../../../services/route'
import { useReloadOnReturn } from '../../../../pages/use-reload-on-return'
import { missingText, separateText } from '../texts'
import { useMeeting } from '../use-meeting'
import { Drop } from './drop'
import { Facts } from './facts'
import { Photo } from './photo'

/** 一次会议: what is on record, what is missing, and, where the other kind met the same day, what the two do not have apart. */
export default function MeetingPage() {
  const { union, id, page } = useMeeting()
  useReloadOnReturn(page.reload)
  const [photo, setPhoto] = useState<string>()
  const view = page.data
  if (union === undefined || id === undefined)
    return (
      <Screen title="会议记录">
        <Empty title="没有找到这份记录" action={{ id: 'meeting-back', label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  const meeting = view?.facts.meeting
  return (
    <Screen title="会议记录" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {view !== undefined && meeting !== undefined && (
        <>
          {view.missing.length > 0 && (
            <Notice tone="warning" title={`还有 ${view.missing.length} 处要补`} id="meeting-missing">
              {view.missing.map((what) => missingText[what]).join(' ')}
            </Notice>
          )}
          {view.sameDay.map((other) => (
            <Notice
              key={other.id}
              id="meeting-same-day"
              tone={other.notSeparate.length === 0 ? 'success' : 'warning'}
              title={`同一天还开了${meeting === 'members' ? '职工大会' : '会员大会'}`}
              action={{
                id: 'meeting-other',
                label: '看那一份',
                onTap: () =>
                  void go('officer/home/meetings/one/index', {
                    union,
                    meeting: meeting === 'members' ? 'staff' : 'members',
                    id: other.id,
                  }),
              }}
            >
              {other.notSeparate.length === 0
                ? '会标、议程、职权、决议、档案都分开了。'
                : `两个会要分开：${other.notSeparate.map(separateText).join('；')}。`}
            </Notice>
          ))}
          <Facts view={view} />
          {view.facts.papers.map((paper, at) => (
            <SideAction
              key={paper}
              id={`meeting-photo-${at}`}
              label={`看第 ${at + 1} 张照片`}
              onTap={() => setPhoto(paper)}
            />
          ))}
          {photo !== undefined && <Photo key={photo} union={union} id={id} picture={photo} />}
          <SideAction
            id="meeting-print"
            label="打印会议记录"
            onTap={() => void go('officer/home/meetings/print/index', { union, meeting, id })}
          />
          {view.mine && (
            <>
              <SideAction
                id="meeting-amend"
                label="修改"
                onTap={() => void go('officer/home/meetings/write/index', { union, meeting, id })}
              />
              <Drop union={union} id={id} view={view} />
            </>
          )}
        </>
      )}
    </Screen>
  )
}
