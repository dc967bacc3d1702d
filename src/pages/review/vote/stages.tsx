import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import type { Paper } from '../../../services/review/steps'
import { go, goHome } from '../../../services/route'
import { Days, Objecting, Secret } from './parts'
import { beginsText, endsText, type MyReview } from '../../my-review'
import { excludedText, paperText } from './texts'
import type { InMyName, Mine, Where } from './where'

interface Stage {
  readonly title: string
  readonly mine: Mine
}

/** 领好了，等投票. */
export function Hold({ title, mine }: Stage) {
  return (
    <Screen title={title} footer={<SideAction id="review-home" label="回首页" onTap={() => void goHome()} />}>
      <View className="review-page">
        <Card
          title="选票凭证领好了"
          note={`${beginsText(mine.votingFrom)}起在这部手机上投票，别换手机，别删小程序。`}
          tone="success"
          id="review-held"
        >
          <Days mine={mine} />
        </Card>
        <Secret />
        <Objecting mine={mine} />
      </View>
    </Screen>
  )
}

/** 投好了; 补充评价 is a paper of its own. */
export function Voted({ title, mine, remark }: Stage & { readonly remark: Paper['at'] }) {
  return (
    <Screen title={title} footer={<SideAction id="review-home" label="回首页" onTap={() => void goHome()} />}>
      <View className="review-page">
        <Card
          title="您的一票投好了"
          note={`手机上不再留着您投的是什么。${endsText(mine.votingUntil)}投票结束，${laterText(mine)}看您的票计进去没有。`}
          tone="success"
          id="review-voted"
        />
        {remark === 'taken' ? (
          <Card
            title="补充评价也收到了"
            note="和选票分开存放，公布以后才看得到，看不出是谁写的。"
            id="review-remarked"
          />
        ) : (
          <Card
            title="还想说几句？"
            note={
              remark === 'sent'
                ? '上次写的发出去了，没有回音，点进去再送一次。'
                : '给“六有”打分、写一句话，和选票分开存放，谁也对不上。可以不填。'
            }
          >
            <SideAction
              id="review-remark"
              label={remark === 'sent' ? '再送一次' : '说说六有'}
              onTap={() => void go('pages/review/remark/index', { review: mine.review, code: mine.code })}
            />
          </Card>
        )}
        <Secret />
      </View>
    </Screen>
  )
}

/** A slip leads to its survey again; a member finds the review by themself. */
function laterText({ kind }: MyReview): string {
  return kind === 'staff' ? '公布以后再扫一次纸条，' : '公布以后在这里'
}

/** 投票结束: until there is a result there is nothing to see, for anybody. */
export function Over({ title, mine, where }: Stage & { readonly where: Extract<Where, { at: 'over' | 'result' }> }) {
  const published = where.at === 'result'
  return (
    <Screen
      title={title}
      footer={
        published ? (
          <MainAction
            id="review-result"
            label="看结果"
            onTap={() => void go('pages/review/result/index', { review: mine.review })}
          />
        ) : (
          <SideAction id="review-home" label="回首页" onTap={() => void goHome()} />
        )
      }
    >
      <View className="review-page">
        <Card
          title={published ? '结果公布了' : '投票结束，正在计票'}
          note={
            published
              ? where.mayCheck
                ? '打开结果，手机会核对您的一票计进去没有。'
                : '打开看看大家怎么评。'
              : '计票以前谁也看不到结果。公布以后首页会告诉您。'
          }
          id="review-over"
        >
          <Days mine={mine} />
        </Card>
        {where.inMyName !== undefined && (
          <Notice tone="warning" id="review-in-my-name">
            {inMyNameText[where.inMyName]}
          </Notice>
        )}
      </View>
    </Screen>
  )
}

const inMyNameText: Readonly<Record<InMyName, string>> = {
  token: '以您的名义领过选票凭证，不在这部手机上。您没有领过的话，请马上告诉上级工会，或拨打 12351。',
  paper: '现场登记您领了纸质选票。您没有领过的话，请马上告诉上级工会，或拨打 12351。',
}

type Reason = Extract<Where, { at: 'called-off' | 'not-listed-yet' | 'before' | 'other-phone' | 'excluded' | 'paper' }>

/** 现在不能在这部手机上投: the one reason, and what can be done. */
export function NoVote({ title, mine, where }: Stage & { readonly where: Reason }) {
  const { heading, note, tone } = reasonOf(where, mine)
  return (
    <Screen title={title} footer={<SideAction id="review-home" label="回首页" onTap={() => void goHome()} />}>
      <View className="review-page">
        <Card title={heading} note={note} tone={tone} id="review-reason">
          {where.at !== 'called-off' && <Days mine={mine} />}
        </Card>
        {(where.at === 'before' || where.at === 'excluded' || where.at === 'paper') && <Objecting mine={mine} />}
        {(where.at === 'excluded' || where.at === 'other-phone') && (
          <SideAction
            id="review-union"
            label="看看找谁问"
            onTap={() => void go('pages/union/index', { union: mine.union })}
          />
        )}
      </View>
    </Screen>
  )
}

interface Told {
  readonly heading: string
  readonly note: string
  readonly tone: 'plain' | 'warning' | 'danger'
}

function reasonOf(where: Reason, { receivingFrom, votingFrom, votingUntil, unionName }: MyReview): Told {
  switch (where.at) {
    case 'called-off':
      return { heading: '这次评家撤销了', note: '请等新的公告。', tone: 'plain' }
    case 'not-listed-yet':
      return { heading: `${unionName}要评家了`, note: '选民名单还没有定，定了以后这里会告诉您。', tone: 'plain' }
    case 'before':
      return {
        heading: `${unionName}要评家了`,
        note: `您在选民名单上。${beginsText(receivingFrom)}起在手机上领取选票凭证。`,
        tone: 'plain',
      }
    case 'other-phone':
      return {
        heading: '以您的名义领过凭证，不在这部手机上',
        note: '如果是您在另一部手机上领的，请用那一部投票。手机丢了，凭证不能补。如果您没有领过，请马上告诉上级工会。',
        tone: 'danger',
      }
    case 'excluded':
      return {
        heading: '您这次没有表决权',
        note: `${excludedText[where.because]}觉得不对，可以在投票开始前提异议。`,
        tone: 'warning',
      }
    case 'paper':
      return {
        heading: '请用纸质选票',
        note: `${paperText[where.because]}${beginsText(votingFrom)}到 ${endsText(votingUntil)}，带证件到工会安排的地方。`,
        tone: 'plain',
      }
  }
}
