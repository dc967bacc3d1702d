import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../../shared/contract/review'
import type { ListObjection } from '../../../../shared/contract/review-electorate'
import { ReviewId, type ReviewId as Review } from '../../../../shared/core/ids'
import type { IsoDate } from '../../../../shared/core/time'
import { ChoiceList } from '../../../components/ChoiceList'
import { Empty } from '../../../components/Empty'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { back, goHome, useParams } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { showFirstError } from '../../show-first-error'
import { dayText } from '../../today'
import '../index.scss'

/** 对选民名单有异议. */
export default function ObjectToListPage() {
  const read = ReviewId.safeParse(useParams()['review'])
  const [dueOn, setDueOn] = useState<IsoDate>()
  if (dueOn !== undefined)
    return (
      <Screen title="对选民名单提意见">
        <Empty
          title="收到了"
          note={`工会 ${dayText(dueOn)} 以前答复，结果会告诉您。办完以前不会开始投票。`}
          action={{ id: 'object-done', label: '返回', onTap: () => void back() }}
        />
      </Screen>
    )
  if (!read.success)
    return (
      <Screen title="对选民名单提意见">
        <Empty
          title="没有找到这次评家"
          note="请从“会员评家”进来。"
          action={{ id: 'object-home', label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return <Objecting review={read.data} onDone={setDueOn} />
}

type About = ListObjection['about']
const shortest = 2

function Objecting({ review, onDone }: { readonly review: Review; readonly onDone: (dueOn: IsoDate) => void }) {
  const object = useAct(contract, 'objectToList')
  const [about, setAbout] = useState<About>()
  const [name, setName] = useState('')
  const [sentence, setSentence] = useState('')
  const [tried, setTried] = useState(false)
  const nameMissing = about === 'other' && name.trim().length < shortest
  const sentenceMissing = sentence.trim().length < shortest
  const send = async () => {
    setTried(true)
    if (about === undefined || nameMissing || sentenceMissing) return showFirstError()
    const said = { sentence: sentence.trim() }
    const objection: ListObjection = about === 'self' ? { about, ...said } : { about, name: name.trim(), ...said }
    const done = await object.run({ review, objection })
    if (done.ok) onDone(done.data.dueOn)
  }
  return (
    <Screen
      title="对选民名单提意见"
      footer={<MainAction id="object-send" label="交给工会" busy={object.busy} onTap={() => void send()} />}
    >
      <View className="review-page">
        <ChoiceList
          id="object"
          label="您说的是谁？"
          value={about}
          options={[
            { value: 'self', label: '我自己', note: '该有表决权而没有，或者名单上写得不对' },
            { value: 'other', label: '别人', note: '不该在名单上，或者漏了' },
          ]}
          onChange={setAbout}
          error={tried && about === undefined ? '请选一项' : undefined}
        />
        {about === 'other' && (
          <Field
            id="object-name"
            label="他叫什么"
            value={name}
            onInput={setName}
            maxLength={40}
            error={tried && nameMissing ? '请写姓名' : undefined}
          />
        )}
        <Field
          id="object-sentence"
          label="哪里不对"
          value={sentence}
          onInput={setSentence}
          multiline
          maxLength={300}
          placeholder="比如他上个月退休了"
          error={tried && sentenceMissing ? '请写一句哪里不对' : undefined}
        />
        {object.problem !== undefined && (
          <Notice tone="danger" id="object-problem">
            {object.problem.message}
          </Notice>
        )}
        <Notice tone="info">处理的干部看得到是您提的，系统不会告诉您说的那个人。</Notice>
      </View>
    </Screen>
  )
}
