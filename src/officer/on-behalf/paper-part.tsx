import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Check } from '../../components/Check'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Fold } from '../../components/Fold'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { elsewhereToSend } from '../../pages/join/elsewhere'
import { householdOfDocument, identityToSend } from '../../pages/join/identity-check'
import { retiredOf, type Flow } from '../../pages/join/flow'
import { situationOf } from '../../pages/join/situation'
import { showFirstError } from '../../pages/show-first-error'
import { today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { PaperField } from '../../components/PaperField'
import '../parts/parts.scss'

export interface Entered {
  readonly name: string
  readonly memberNumber: string
}

interface Props {
  readonly union: UnionId
  readonly flow: Flow
  readonly onBack: () => void
  readonly onEntered: (entered: Entered) => void
}

/** 归不归本会, then the paper, one question a page: the picture, the two days, whether there is WeChat, and what the paper says. */
const questions = ['route', 'picture', 'signed', 'decided', 'wechat', 'agreed'] as const
type Question = (typeof questions)[number]

interface Answers {
  readonly picture?: string | undefined
  readonly signed?: string | undefined
  readonly decided?: string | undefined
  readonly wechat?: 'yes' | 'no' | undefined
  readonly agreed: boolean
}

/** On which page the server’s refusal is shown. */
const questionOfField: Readonly<Record<string, Question>> = {
  'form.paper.picture': 'picture',
  'form.committee.decidedOn': 'decided',
}

export function PaperPart({ union, flow, onBack, onEntered }: Props) {
  const situation = situationOf(flow)
  const identity = identityToSend(flow.answers.identity, flow.today)
  const { education } = flow.answers
  const household = flow.answers.household ?? householdOfDocument(flow.answers, flow.today)
  const elsewhere =
    flow.answers.elsewhere === undefined ? undefined : elsewhereToSend(flow.answers.elsewhere, flow.today)
  const retired = retiredOf(flow)
  const memberElsewhere = elsewhere !== undefined
  const route = useAsk(
    membership,
    'onBehalfRoute',
    situation === undefined || identity === undefined
      ? undefined
      : { union, situation, retired, identity, memberElsewhere },
  )
  const enter = useAct(membership, 'enterOnBehalf')
  const [question, setQuestion] = useState<Question>('route')
  const [answers, setAnswers] = useState<Answers>({ agreed: false })
  const [tried, setTried] = useState(false)
  const letter = route.data?.letter
  const ours = route.data?.ours === true
  const answer = (part: Partial<Answers>) => {
    setAnswers((before) => ({ ...before, ...part }))
    enter.clear()
  }
  const show = (next: Question) => {
    setQuestion(next)
    setTried(false)
  }
  const at = questions.indexOf(question)
  const before = questions[at - 1]
  const after = questions[at + 1]

  const send = async () => {
    const { picture, wechat } = answers
    const [signedOn, decidedOn] = [IsoDate.safeParse(answers.signed), IsoDate.safeParse(answers.decided)]
    if (letter === undefined || situation === undefined || identity === undefined) return
    if (picture === undefined || wechat === undefined || !signedOn.success || !decidedOn.success) return
    if (education === undefined || household === undefined) return
    const paper = {
      picture,
      signedOn: signedOn.data,
      letterVersion: letter.version,
      privacyVersion: letter.privacyVersion,
      sensitiveAgreed: true as const,
    }
    const form = {
      situation,
      retired,
      identity,
      details: { education, household },
      ...(elsewhere === undefined ? {} : { elsewhere }),
      hasWechat: wechat === 'yes',
      paper,
      committee: { decidedOn: decidedOn.data },
    }
    const sent = await enter.run({ union, form })
    if (sent.ok) return onEntered({ name: identity.name, memberNumber: sent.data.memberNumber })
    const [field] = sent.problem.kind === 'refused' ? Object.keys(sent.problem.fields) : []
    const refusedAt = field === undefined ? undefined : questionOfField[field]
    if (refusedAt !== undefined) show(refusedAt)
  }
  const next = () => {
    if (!isAnswered(question, answers)) {
      setTried(true)
      return showFirstError()
    }
    if (after === undefined) return void send()
    show(after)
  }
  const refused = enter.problem?.kind === 'refused' ? enter.problem.fields : {}
  const shownAtField = Object.keys(refused).some((field) => questionOfField[field] === question)
  return (
    <Screen
      title="代办入会"
      loading={route.loading}
      problem={route.problem}
      onRetry={route.reload}
      footer={
        <View>
          {ours && (
            <MainAction
              id={after === undefined ? 'on-behalf-send' : 'on-behalf-next'}
              label={after === undefined ? '办理入会' : '下一步'}
              busy={enter.busy}
              onTap={next}
            />
          )}
          <TextAction
            id="on-behalf-back"
            label="上一步"
            onTap={() => (before === undefined ? onBack() : show(before))}
          />
        </View>
      }
    >
      {route.data !== undefined && !ours && (
        <Card title="按规定不归本会" note={route.data.sentence} tone="warning">
          <Notice tone="info">
            {route.data.primary === undefined
              ? '请和上级工会商量。'
              : `请本人到${route.data.primary.name}办理，或者回上一步核对单位。`}
          </Notice>
        </Card>
      )}
      {letter !== undefined && ours && (
        <View className="decide">
          {question === 'route' && (
            <>
              <Card title="归本会" note={route.data?.sentence ?? ''} tone="success" />
              <Fold id="on-behalf-letter" summary="申请书原文，请对照纸上的文字">
                {letter.text}
              </Fold>
            </>
          )}
          <PaperQuestion question={question} answers={answers} tried={tried} refused={refused} onAnswer={answer} />
          {enter.problem !== undefined && !shownAtField && (
            <Notice tone="danger">{Object.values(refused)[0] ?? enter.problem.message}</Notice>
          )}
        </View>
      )}
    </Screen>
  )
}

function isAnswered(question: Question, { picture, signed, decided, wechat, agreed }: Answers): boolean {
  switch (question) {
    case 'route':
      return true
    case 'picture':
      return picture !== undefined
    case 'signed':
      return IsoDate.safeParse(signed).success
    case 'decided':
      return IsoDate.safeParse(decided).success
    case 'wechat':
      return wechat !== undefined
    case 'agreed':
      return agreed
  }
}

interface QuestionProps {
  readonly question: Question
  readonly answers: Answers
  readonly tried: boolean
  readonly refused: Readonly<Record<string, string>>
  readonly onAnswer: (part: Partial<Answers>) => void
}

function PaperQuestion({ question, answers, tried, refused, onAnswer }: QuestionProps) {
  const missing = tried && !isAnswered(question, answers)
  switch (question) {
    case 'route':
      return null
    case 'picture':
      return (
        <PaperField
          id="on-behalf-paper"
          title="本人签名的申请书"
          note="拍全、拍清楚"
          picture={answers.picture}
          onChange={(picture) => onAnswer({ picture })}
          error={refused['form.paper.picture'] ?? (missing ? '请拍下签名的纸' : undefined)}
        />
      )
    case 'signed':
      return (
        <DateField
          id="on-behalf-signed"
          label="本人哪天签的名？"
          value={answers.signed}
          end={today()}
          onChange={(signed) => onAnswer({ signed })}
          error={missing ? '请选日期' : undefined}
        />
      )
    case 'decided':
      return (
        <DateField
          id="on-behalf-decided"
          label="委员会哪天讨论同意的？"
          value={answers.decided}
          end={today()}
          onChange={(decided) => onAnswer({ decided })}
          error={refused['form.committee.decidedOn'] ?? (missing ? '请选日期' : undefined)}
        />
      )
    case 'wechat':
      return (
        <ChoiceList
          id="on-behalf-wechat"
          label="本人有微信吗？"
          value={answers.wechat}
          options={[
            { value: 'no', label: '没有' },
            { value: 'yes', label: '有，以后自己绑定' },
          ]}
          onChange={(wechat) => onAnswer({ wechat })}
          error={missing ? '请选有没有微信' : undefined}
        />
      )
    case 'agreed':
      return (
        <Check
          id="on-behalf-agree"
          checked={answers.agreed}
          onChange={(agreed) => onAnswer({ agreed })}
          {...(missing ? { error: '纸上没有写明的，请本人补写' } : {})}
        >
          纸上写明：本人同意工会为入会和会籍管理使用证件号码
        </Check>
      )
  }
}
