import { Card } from '../../../../components/Card'
import { FactList } from '../../../../components/FactList'
import { IsoDate } from '../../../../../shared/core/time'
import { MemberPower, StaffPower, type MeetingKind } from '../../../../../shared/home/meetings/facts'
import { fullDayText } from '../../../../pages/today'
import { meetingNote, powerName, sessionText } from '../texts'
import type { Draft, Step } from './draft'

interface Props {
  readonly meeting: MeetingKind
  readonly draft: Draft
  readonly fixed: boolean
  readonly onEdit: (step: Step) => void
}

const AnyPower = MemberPower.or(StaffPower)

/** 看一遍: everything that was written, each with 修改. */
export function Check({ meeting, draft, onEdit }: Props) {
  const { period, session, form, entitled, attended, women, dispatched, rural } = draft
  const day = IsoDate.safeParse(draft.day)
  const fact = (heading: string, text: string, step: Step) => ({
    heading,
    text: text === '' ? '没有写' : text,
    action: { id: `meeting-edit-${step}`, label: '修改', onTap: () => onEdit(step) },
  })
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const powers = draft.powers.flatMap((power) => {
    const known = AnyPower.safeParse(power)
    return known.success ? [powerName[known.data]] : []
  })
  const title = sessionText({
    meeting,
    delegates: form === 'delegates',
    period: Number(period),
    session: Number(session),
  })
  return (
    <Card title={title} note={meetingNote[meeting]}>
      <FactList
        items={[
          fact('时间、地点', `${day.success ? fullDayText(day.data) : ''} ${draft.place}`.trim(), 'which'),
          fact('到会', `应到 ${entitled} 人，实到 ${attended} 人`, 'people'),
          ...(form === 'delegates'
            ? [fact('代表里', `女 ${women} 人，劳务派遣工 ${dispatched} 人，农民工 ${rural} 人`, 'delegates')]
            : []),
          fact('会标、议程', [draft.banner, ...lines(draft.agenda)].filter((line) => line !== '').join('；'), 'agenda'),
          fact('职权', powers.join('、'), 'powers'),
          fact('决议', draft.resolutions.map(({ text }) => text).join('；'), 'resolutions'),
          ...(meeting === 'staff'
            ? [fact('提案', `收到 ${draft.received} 件，办了 ${draft.answered} 件`, 'proposals')]
            : []),
          fact('照片', draft.papers.length === 0 ? '没有' : `${draft.papers.length} 张`, 'papers'),
          fact('纸质档案', draft.kept === 'paper' ? `${draft.shelf}，卷号 ${draft.volume}` : '还没有存', 'archive'),
        ]}
      />
    </Card>
  )
}
