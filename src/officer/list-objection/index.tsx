import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ListVerdict } from '../../../shared/contract/review-electorate'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { showFirstError } from '../../pages/show-first-error'
import { dayOf, dayText, momentText } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import '../parts/parts.scss'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import { FindPerson } from './find-person'
import { changeText, objector, standingText, type Objection, type Person } from './texts'

type Wish = 'change' | 'stands'
const shortest = 2

/** 对选民名单的异议: somebody is added or taken off, or the list stays; with a reason. */
export default function ListObjectionPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(
    contract,
    'listObjection',
    union === undefined || task === undefined ? undefined : { union, task },
  )
  const settle = useAct(contract, 'settleListObjection')
  const [wish, setWish] = useState<Wish>()
  const [chosen, setChosen] = useState<Person>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const objection = found.data
  const about = objection?.objection.about === 'self' ? objector(objection) : chosen
  const send = async () => {
    setTried(true)
    if (union === undefined || task === undefined || wish === undefined) return showFirstError()
    const verdict = verdictOf(wish, about)
    if (verdict === undefined || reason.trim().length < shortest) return showFirstError()
    if ((await settle.run({ union, task, verdict, reason: reason.trim() })).ok)
      setDone(`${doneText(verdict, about)}结果已经告诉提异议的人。`)
  }
  return (
    <TaskScreen
      title="对选民名单的异议"
      open={objection?.open}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      wide
      footer={
        objection === undefined ? undefined : (
          <MainAction id="list-objection-send" label="就这样定" busy={settle.busy} onTap={() => void send()} />
        )
      }
    >
      {objection !== undefined && union !== undefined && (
        <View className="beside">
          <View className="beside-part">
            <About objection={objection} />
          </View>
          <View className="beside-part">
            <ChoiceList
              id="list-objection"
              label="怎么定？"
              value={wish}
              options={[
                { value: 'change', label: changeLabel(objection), note: changeNote(objection) },
                { value: 'stands', label: '名单不变', note: '核对过，名单没有错' },
              ]}
              onChange={setWish}
              error={tried && wish === undefined ? '请选一项' : undefined}
            />
            {wish === 'change' && objection.objection.about === 'other' && (
              <FindPerson
                review={objection.review}
                reviewUnion={objection.reviewUnion}
                desk={union}
                name={objection.objection.name}
                chosen={chosen}
                onChoose={setChosen}
                error={tried && chosen === undefined ? '请先查找，再点一位' : undefined}
              />
            )}
            <Field
              id="list-objection-reason"
              label="理由"
              value={reason}
              onInput={setReason}
              maxLength={200}
              placeholder="比如查过花名册"
              error={tried && reason.trim().length < shortest ? '请写明理由' : undefined}
            />
            {settle.problem !== undefined && (
              <Notice tone="danger" id="list-objection-problem">
                {settle.problem.message}
              </Notice>
            )}
          </View>
        </View>
      )}
    </TaskScreen>
  )
}

function About({ objection }: { readonly objection: Objection }) {
  const { unionName, by, at, votingFrom, objection: said } = objection
  return (
    <>
      <Card title={said.about === 'self' ? `${by.name}说的是自己` : `${by.name}说的是${said.name}`}>
        <FactList
          items={[
            { heading: '评家的工会', text: unionName },
            { heading: `${by.name}本人`, text: standingText(by.standing, by.because) },
            { heading: '什么时候提的', text: momentText(at) },
            { heading: '最晚哪天办', text: `${dayText(dayOf(votingFrom))}投票以前；没有办完，不能开始投票` },
          ]}
        />
      </Card>
      <Card title="怎么说">
        <Text>{said.sentence}</Text>
      </Card>
    </>
  )
}

function changeLabel(objection: Objection): string {
  if (objection.objection.about === 'other') return '说得对，改名单'
  const { change, name } = objector(objection)
  return `${changeText[change]}${name}`
}

function changeNote(objection: Objection): string {
  if (objection.objection.about === 'other') return '增补一位，或者删去一位'
  return objector(objection).change === 'admit' ? '有表决权，可以投票' : '没有表决权；领过凭证的不能删去'
}

function verdictOf(wish: Wish, about: Person | undefined): ListVerdict | undefined {
  if (wish === 'stands') return { kind: 'stands' }
  return about === undefined ? undefined : { kind: about.change, person: about.person }
}

function doneText(verdict: ListVerdict, about: Person | undefined): string {
  return verdict.kind === 'stands' ? '名单没有变。' : `名单${changeText[verdict.kind]}了${about?.name ?? '一位'}。`
}
