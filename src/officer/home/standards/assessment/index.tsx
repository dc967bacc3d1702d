import { View } from '@tarojs/components'
import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { last } from '../../../../../shared/core/own'
import { Confirm } from '../../../../components/Confirm'
import { Field } from '../../../../components/Field'
import { ListRow } from '../../../../components/ListRow'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import '../../../parts/parts.scss'
import { back, go } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { Outcome } from '../outcome'
import { QuestionPage } from '../question'
import { answerText, itemTag, scoreText, stateName, type Assessment } from '../texts'
import { useAssessment } from '../use-assessment'

/** 申报评定: what records cannot tell, one question a page; then it goes up. */
export default function AssessmentPage() {
  const { of, page } = useAssessment()
  const [open, setOpen] = useState<string>()
  const view = page.data
  const question = view?.questions.find((one) => one.question === open)
  const saved = () => {
    const rest = view?.questions.filter(({ answer, question: id }) => answer === undefined && id !== open) ?? []
    setOpen(rest[0]?.question)
    page.reload()
  }
  return (
    <Screen
      title={view === undefined ? '申报评定' : `${view.year} 年申报`}
      loading={page.loading}
      problem={page.problem}
      onRetry={page.reload}
      {...(view === undefined || question === undefined ? {} : { progress: doneOf(view) })}
    >
      {of !== undefined && view !== undefined && question !== undefined && (
        <QuestionPage
          key={question.question}
          {...of}
          question={question}
          onSaved={saved}
          onBack={() => setOpen(undefined)}
        />
      )}
      {of !== undefined && view !== undefined && question === undefined && (
        <Overview {...of} view={view} onOpen={setOpen} reload={page.reload} />
      )}
    </Screen>
  )
}

function doneOf({ questions }: Assessment): number {
  return questions.filter(({ answer }) => answer !== undefined).length / Math.max(1, questions.length)
}

interface OverviewProps {
  readonly union: UnionId
  readonly year: number
  readonly view: Assessment
  readonly onOpen: (question: string) => void
  readonly reload: () => void
}

function Overview({ union, year, view, onOpen, reload }: OverviewProps) {
  const mayAnswer = view.may.includes('answer')
  const left = view.questions.filter(({ answer }) => answer === undefined)
  const returned = view.state === 'returned' ? last(view.steps)?.text : undefined
  const short = view.items.filter(({ finding, comment }) => finding === 'short' || comment !== undefined)
  return (
    <>
      <Notice tone="info" title={`${stateName[view.state]}：${view.names.join('、')}`}>
        {view.result === undefined && scoreText(view.items)}
      </Notice>
      {returned !== undefined && <Notice tone="warning" title={`${view.checkerName}退回：${returned}`} />}
      <Outcome view={view} />
      {short.map(({ id, label, text, finding, comment }) => (
        <ListRow
          key={id}
          title={label}
          note={text}
          tag={
            <Tag tone={finding === 'short' ? 'warning' : 'neutral'}>{finding === 'short' ? '没有认可' : '有意见'}</Tag>
          }
        >
          {comment !== undefined && <View className="detail-note">{comment}</View>}
        </ListRow>
      ))}
      {mayAnswer && (
        <Send
          union={union}
          year={year}
          view={view}
          left={left.length}
          onNext={() => onOpen(left[0]?.question ?? '')}
          reload={reload}
        />
      )}
      {view.may.includes('withdraw') && <Withdraw union={union} year={year} view={view} />}
      {view.questions.map((one) => (
        <ListRow
          key={one.question}
          id={`question-${one.question}`}
          title={one.text}
          note={answerText(one)}
          tag={one.answer === undefined ? <Tag tone="warning">要回答</Tag> : <Tag tone="success">已回答</Tag>}
          {...(mayAnswer ? { onTap: () => onOpen(one.question) } : {})}
        />
      ))}
      {view.items
        .filter(({ state }) => state === 'gap')
        .map(({ id, label, text, state, figures }) => (
          <ListRow
            key={id}
            title={label}
            note={text}
            tag={<Tag tone={itemTag[state].tone}>{itemTag[state].label}</Tag>}
          >
            <View className="detail-note">{figures}</View>
          </ListRow>
        ))}
      {view.may.includes('object') && <Object union={union} year={year} reload={reload} />}
      <SideAction
        id="assessment-sheet"
        label="打印评定表"
        onTap={() => void go('officer/home/standards/sheet/index', { union, year: String(year) })}
      />
    </>
  )
}

interface SendProps {
  readonly union: UnionId
  readonly year: number
  readonly view: Assessment
  readonly left: number
  readonly onNext: () => void
  readonly reload: () => void
}

function Send({ union, year, view, left, onNext, reload }: SendProps) {
  const send = useAct(home, 'sendAssessment')
  const [sure, setSure] = useState(false)
  const go = async () => {
    const done = await send.run({ union, year, seen: view.seen })
    setSure(false)
    if (done.ok) reload()
  }
  return (
    <View className="decide">
      {send.problem !== undefined && <Notice tone="danger">{send.problem.message}</Notice>}
      {left > 0 ? (
        <MainAction id="assessment-next" label={`回答问题，还有 ${left} 个`} onTap={onNext} />
      ) : (
        <MainAction id="assessment-send" label={`报送${view.checkerName}`} onTap={() => setSure(true)} />
      )}
      <Confirm
        open={sure}
        title={`报送${view.checkerName}？`}
        text="登记里的数按现在的定下来，审核完以前不能再改。"
        confirmLabel="报送"
        busy={send.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void go()}
      />
    </View>
  )
}

/** 撤回: as long as nothing was decided, also where it waits above; a union that came under another sends it anew. */
function Withdraw({ union, year, view: { state } }: Pick<SendProps, 'union' | 'year' | 'view'>) {
  const withdraw = useAct(home, 'withdrawAssessment')
  const [leaving, setLeaving] = useState(false)
  const leave = async () => {
    const done = await withdraw.run({ union, year })
    setLeaving(false)
    if (done.ok) void back()
  }
  return (
    <View className="decide">
      {withdraw.problem !== undefined && <Notice tone="danger">{withdraw.problem.message}</Notice>}
      <SideAction
        id="assessment-withdraw"
        label={state === 'sent' ? '撤回申报' : '不申报了'}
        onTap={() => setLeaving(true)}
      />
      <Confirm
        open={leaving}
        title="撤回这份申报？"
        text="填好的回答都留着，今年还可以再申报。"
        confirmLabel="撤回申报"
        busy={withdraw.busy}
        onCancel={() => setLeaving(false)}
        onConfirm={() => void leave()}
      />
    </View>
  )
}

function Object({ union, year, reload }: Pick<SendProps, 'union' | 'year' | 'reload'>) {
  const object = useAct(home, 'objectAssessment')
  const [text, setText] = useState<string>()
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (text === undefined || text.trim().length < 2) return
    if ((await object.run({ union, year, text })).ok) reload()
  }
  if (text === undefined) return <SideAction id="assessment-object" label="对结果有异议" onTap={() => setText('')} />
  return (
    <View className="decide">
      {object.problem !== undefined && <Notice tone="danger">{object.problem.message}</Notice>}
      <Field
        id="objection-text"
        label="哪里不对？"
        value={text}
        onInput={setText}
        multiline
        maxLength={300}
        hint="再上一级工会处理，只能提一次"
        error={tried && text.trim().length < 2 ? '请写一句' : undefined}
      />
      <MainAction id="objection-send" label="提出异议" busy={object.busy} onTap={() => void send()} />
      <SideAction id="objection-no" label="先不提" onTap={() => setText(undefined)} />
    </View>
  )
}
