import { useState } from 'react'
import { z } from 'zod'
import { home } from '../../../../shared/contract/home'
import { FileId, type UnionId } from '../../../../shared/core/ids'
import { mostPhotos, type Answer } from '../../../../shared/home/standards/answer'
import { Card } from '../../../components/Card'
import { ChoiceList, type Choice } from '../../../components/ChoiceList'
import { Field } from '../../../components/Field'
import { ListRow } from '../../../components/ListRow'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { PaperField } from '../../../components/PaperField'
import { SideAction } from '../../../components/SideAction'
import { TextAction } from '../../../components/TextAction'
import { useAct } from '../../../services/use-act'
import { useDraft } from '../parts/use-draft'
import type { Question } from './texts'

type Kind = Answer['kind']

const choiceOf: Readonly<Record<Kind, Choice<Kind>>> = {
  photos: { value: 'photos', label: '有，拍照片' },
  text: { value: 'text', label: '写几句' },
  paper: { value: 'paper', label: '有纸质材料', note: '原件不用上传，写清放在哪里' },
  'not-yet': { value: 'not-yet', label: '还没有做到' },
  'not-meant': { value: 'not-meant', label: '不适用本会' },
}
const kindsOf = {
  evidence: ['photos', 'paper', 'not-yet'],
  narrative: ['text', 'paper', 'not-yet'],
  paper: ['paper', 'not-yet'],
} as const satisfies Readonly<Record<Question['asks'], readonly Kind[]>>

interface Props {
  readonly union: UnionId
  readonly year: number
  readonly question: Question
  readonly onSaved: () => void
  readonly onBack: () => void
}

/** What is typed, whatever is chosen just now: it is there again on coming back. */
const Draft = z.object({
  kind: z.enum(['photos', 'text', 'paper', 'not-yet', 'not-meant']).optional(),
  text: z.string(),
  what: z.string(),
  place: z.string(),
  why: z.string(),
  photos: z.array(FileId),
})
type Draft = z.infer<typeof Draft>

function draftOf(answer: Answer | undefined): Draft {
  const blank: Draft = { text: '', what: '', place: '', why: '', photos: [] }
  return answer === undefined ? blank : { ...blank, ...answer }
}

/** 一页一个问题: a proof, a few words, or where the paper lies. */
export function QuestionPage({ union, year, question, onSaved, onBack }: Props) {
  const { answer: before, asks, mayNotBeMeant } = question
  const save = useAct(home, 'saveAnswer')
  const { draft, change, forget } = useDraft(`answer.${union}.${year}.${question.question}`, Draft, draftOf(before))
  const [tried, setTried] = useState(false)
  if (draft === undefined) return null
  const { kind, text, what, place, why, photos } = draft
  const put = (part: Partial<Draft>) => change({ ...draft, ...part })
  const short = (value: string) => tried && value.trim().length < 2
  const answer = (): Answer | undefined => {
    switch (kind) {
      case undefined:
        return undefined
      case 'text':
        return text.trim().length < 2 ? undefined : { kind, text }
      case 'photos':
        return photos.length === 0 ? undefined : { kind, photos: [...photos] }
      case 'paper':
        return what.trim().length < 2 || place.trim().length < 2 ? undefined : { kind, what, place }
      case 'not-yet':
        return { kind }
      case 'not-meant':
        return why.trim().length < 2 ? undefined : { kind, why }
    }
  }
  const send = async () => {
    setTried(true)
    const said = answer()
    if (said === undefined || !(await save.run({ union, year, question: question.question, answer: said })).ok) return
    forget()
    onSaved()
  }
  const kinds: readonly Kind[] = mayNotBeMeant ? [...kindsOf[asks], 'not-meant'] : kindsOf[asks]
  return (
    <>
      <Card title={question.text} note={`关系到：${question.labels.join('、')}`} />
      <ChoiceList
        id="answer"
        value={kind}
        options={kinds.map((one) => choiceOf[one])}
        onChange={(kind) => put({ kind })}
        error={tried && kind === undefined ? '请选一个' : undefined}
      />
      {kind === 'text' && (
        <Field
          id="said-text"
          label="做了什么"
          value={text}
          onInput={(text) => put({ text })}
          multiline
          maxLength={600}
          error={short(text) ? '请写几句做了什么' : undefined}
        />
      )}
      {kind === 'paper' && (
        <>
          <Field
            id="said-what"
            label="什么材料"
            value={what}
            onInput={(what) => put({ what })}
            maxLength={60}
            error={short(what) ? '请写是什么材料' : undefined}
          />
          <Field
            id="said-place"
            label="原件放在哪里"
            value={place}
            onInput={(place) => put({ place })}
            maxLength={60}
            hint="例如：工会办公室 2 号柜"
            error={short(place) ? '请写原件放在哪里' : undefined}
          />
        </>
      )}
      {kind === 'not-meant' && (
        <Field
          id="said-why"
          label="为什么不适用"
          value={why}
          onInput={(why) => put({ why })}
          maxLength={200}
          error={short(why) ? '请写为什么不适用' : undefined}
        />
      )}
      {kind === 'photos' && (
        <Photos
          union={union}
          photos={photos}
          onChange={(photos) => put({ photos: [...photos] })}
          missing={tried && photos.length === 0}
        />
      )}
      {save.problem !== undefined && <Notice tone="danger">{save.problem.message}</Notice>}
      <MainAction id="answer-save" label="保存，下一个" busy={save.busy} onTap={() => void send()} />
      <SideAction id="answer-back" label="回到清单" onTap={onBack} />
    </>
  )
}

interface PhotosProps {
  readonly union: UnionId
  readonly photos: readonly FileId[]
  readonly onChange: (photos: readonly FileId[]) => void
  readonly missing: boolean
}

/** One after the other is sent as soon as it is taken, since one call carries no more. */
function Photos({ union, photos, onChange, missing }: PhotosProps) {
  const put = useAct(home, 'putEvidence')
  const [last, setLast] = useState<string>()
  const taken = async (picture: string | undefined) => {
    setLast(picture)
    if (picture === undefined) return
    const stored = await put.run({ union, picture })
    if (!stored.ok) return
    onChange([...photos, stored.data.file])
    setLast(undefined)
  }
  return (
    <>
      {photos.map((photo, at) => (
        <ListRow key={photo} title={`第 ${at + 1} 张照片`} note="已经上传">
          <TextAction
            id={`photo-${at}-none`}
            label="不要这张"
            onTap={() => onChange(photos.filter((one) => one !== photo))}
          />
        </ListRow>
      ))}
      {photos.length < mostPhotos && (
        <PaperField
          id="answer-photo"
          title={photos.length === 0 ? '拍一张' : '再加一张'}
          picture={last}
          busy={put.busy}
          onChange={(picture) => void taken(picture)}
          error={missing ? '请至少拍一张' : undefined}
        />
      )}
      {put.problem !== undefined && <Notice tone="danger">{put.problem.message}</Notice>}
    </>
  )
}
