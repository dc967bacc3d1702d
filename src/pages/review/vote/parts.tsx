import { Text, View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import { Steps, type Step } from '../../../components/Steps'
import { TextAction } from '../../../components/TextAction'
import { go } from '../../../services/route'
import { beginsText, endsText, type MyReview } from '../../my-review'

/** 日程: which part it is in now. */
export function Days({ mine: { phase, receivingFrom, votingFrom, votingUntil } }: { readonly mine: MyReview }) {
  const order = ['announced', 'receiving', 'voting', 'closed', 'published'] as const
  const now = order.findIndex((each) => each === phase)
  const state = (at: number): Step['state'] => (now > at ? 'done' : now === at ? 'now' : 'next')
  return (
    <Steps
      items={[
        { state: state(1), title: '领取选票凭证', note: `${beginsText(receivingFrom)}起` },
        { state: state(2), title: '投票', note: `${beginsText(votingFrom)}到 ${endsText(votingUntil)}` },
        { state: state(4), title: '公布结果', note: '计票以后' },
      ]}
    />
  )
}

/** 对名单有异议的, until voting begins. */
export function Objecting({ mine: { phase, kind, review } }: { readonly mine: MyReview }) {
  if (kind === 'staff' || (phase !== 'announced' && phase !== 'receiving')) return null
  return (
    <TextAction
      id="review-object"
      label="名单不对？提意见"
      onTap={() => void go('pages/review/object/index', { review })}
      quiet
    />
  )
}

/** 无记名, in a sentence. */
export function Secret() {
  return (
    <View className="review-secret">
      <View className="review-lock">
        <Icon name="lock" size={26} />
      </View>
      <View className="review-secret-text">
        <Text className="review-secret-title">无记名</Text>
        <Text className="review-note">主席、上级工会和管理员都查不到您投了什么，系统也做不到。</Text>
      </View>
    </View>
  )
}

/** 为什么: as docs/voting.md tells it. */
export function WhySecret() {
  return (
    <View className="review-why">
      {[
        '凭证好比一张没有编号、盖了章的空白选票：章是隔着信封盖的，盖章的人看不到里面，后来见到选票也认不出是给谁盖的。',
        '投票时，选票在手机里填好、封好才发出去，不带姓名、手机号和会员号。投票结束才能开封。',
        '公布以后，手机把全部选票编号下载下来，自己找您那一张，告诉您“已计入”。编号从不显示：能拿给人看的凭据，就能被人逼着拿出来。',
        '做不到的：有人在旁边看您的屏幕；大家投的都一样。人太少的单位合并公布。',
      ].map((text) => (
        <Text className="review-note" key={text}>
          {text}
        </Text>
      ))}
    </View>
  )
}
