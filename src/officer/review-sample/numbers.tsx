import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { readPublicValue } from '../../../shared/review/sample'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { useAct } from '../../services/use-act'
import '../parts/parts.scss'

interface Props {
  readonly union: UnionId
  readonly review: ReviewId
  readonly lottery: string
  /** Whether I have typed them. */
  readonly mine: boolean
  readonly reload: () => void
}

/** 开奖号码: typed by two officers, neither of whom sees what the other typed. */
export function Numbers({ union, review, lottery, mine, reload }: Props) {
  const [again, setAgain] = useState(false)
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [differs, setDiffers] = useState(false)
  const enter = useAct(contract, 'enterSampleValue')
  const unreadable = readPublicValue(typed) === undefined
  const send = async () => {
    setTried(true)
    if (unreadable) return showFirstError()
    const done = await enter.run({ union, review, numbers: typed.trim() })
    if (!done.ok) return
    setDiffers(done.data.state === 'differs')
    setTyped('')
    setTried(false)
    setAgain(false)
    reload()
  }
  if (mine && !again)
    return (
      <Card
        id="numbers-waiting"
        title={differs ? '和另一位干部录入的不一样' : '您录入了，等另一位干部'}
        note={
          differs
            ? '请两位各自对照开奖公告，录错的重新录。'
            : '另一位干部也照开奖公告录一遍，一样了系统马上抽。请不要互相抄。'
        }
        tone={differs ? 'warning' : 'success'}
      >
        <View className="decide">
          <SideAction id="numbers-look" label="看看录入了没有" onTap={reload} />
          <SideAction id="numbers-again" label="我录错了，重新录" onTap={() => setAgain(true)} />
        </View>
      </Card>
    )
  return (
    <Card
      title="录入开奖号码"
      note={`请照${lottery}的开奖公告，按公告的先后一个一个录。两位干部各录各的，一样了才算数。`}
    >
      <View className="decide">
        <Field
          id="numbers"
          label="开奖号码"
          value={typed}
          onInput={setTyped}
          maxLength={200}
          placeholder="比如 03 07 12 18 25 31 09"
          hint="号码之间用空格隔开"
          error={tried && unreadable ? '请照开奖公告录号码，号码之间用空格隔开' : undefined}
        />
        {enter.problem !== undefined && (
          <Notice id="numbers-problem" tone="danger">
            {enter.problem.message}
          </Notice>
        )}
        <MainAction id="numbers-send" label="录入" busy={enter.busy} onTap={() => void send()} />
      </View>
    </Card>
  )
}
