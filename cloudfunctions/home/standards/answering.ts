import { home } from '../../../shared/contract/home'
import type { FileId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { Answer } from '../../../shared/home/standards/answer'
import { isWithUnion, nextAssessment } from '../../../shared/home/standards/assessment'
import { dueOn } from '../../../shared/membership/due'
import { auditing } from '../../_kernel/audit'
import { keepDocument, pictureOf, putDocument } from '../../_kernel/documents'
import { fileUses } from '../../_kernel/records/file-uses'
import { homeAssessments, type AssessmentRecord } from '../../_kernel/records/home-standards'
import { officers, unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { answersOf, assessmentOf, openAssessmentTask, sealAnswers, stepped } from './assessments'
import { closingCalled } from './called-task'
import { lookAt, standingsAnswered } from './look-at'
import { questionsOf, takes } from './questions'
import { figuresText, metricName } from './words'

/** 上传照片: one a call. */
export const putEvidence = implement(home.procedures.putEvidence, async (call) => {
  const stored = await putDocument(call.input.picture, call)
  if (!stored.ok) return stored
  const audit = auditing(call, { action: 'assessment.photo', subject: call.input.union, union: call.input.union })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ file: stored.data })
  })
})

/** 一张照片: only one that an answer of this assessment shows now. */
export const evidence = implement(home.procedures.evidence, async (call) => {
  const { union, year, file } = call.input
  const record = await assessmentOf(union, year, call.store)
  if (record === undefined || !Object.values(answersOf(record, call)).some((answer) => photosOf(answer).includes(file)))
    return refuse('NOT_FOUND')
  const [picture, owner] = [await pictureOf(file, call), (await call.files.get(file))?.owner]
  if (picture === undefined) return refuse('NOT_FOUND')
  const sender = owner === undefined ? undefined : await call.store.get(officers, `${union}:${owner}`)
  const place = { collection: officers.name, id: sender?._id ?? '', field: 'name' }
  return succeed({ picture, ...(sender === undefined ? {} : { sentBy: call.sealer.open(place, sender.name) }) })
})

/** 回答一个问题: the last word on it counts. What the answer before showed and this one does not is swept. */
export const saveAnswer = implement(home.procedures.saveAnswer, async (call) => {
  const { union: id, year, question, answer } = call.input
  const [union, seen] = await Promise.all([call.store.get(unions, id), assessmentOf(id, year, call.store)])
  if (union === undefined || seen === undefined) return refuse('NOT_FOUND')
  const looked = await lookAt(union, call)
  const open = looked.records.filter(({ state }) => state === 'open')
  const questions = questionsOf(open, looked.applies.document)
  if (
    !takes(
      questions.find((one) => one.question === question),
      answer,
    )
  )
    return refuse('ANSWER_NOT_OFFERED', { field: 'answer' })
  const fresh = await photosFor(answer, seen._id, call)
  if (!fresh.ok) return fresh
  const audit = auditing(call, {
    action: 'assessment.answer',
    subject: seen._id,
    union: id,
    content: { question, answer },
  })
  return call.act(async (tx) => {
    const record = await assessmentOf(id, year, tx)
    if (record === undefined) return refuse('NOT_FOUND')
    if (!isWithUnion(record.state)) return refuse('ASSESSMENT_NOT_OPEN')
    const before = answersOf(record, call)
    const answers = { ...before, [question]: answer }
    const photos = photosOf(answer)
    for (const gone of photosOf(before[question])) if (!photos.includes(gone)) await tx.remove(fileUses, gone)
    for (const photo of photos) await keepDocument(tx, photo, { collection: homeAssessments.name, record: record._id })
    await tx.put(homeAssessments, {
      ...record,
      ...mendedBy(record, question, JSON.stringify(before[question]) !== JSON.stringify(answer)),
      answers: sealAnswers(record._id, answers, call),
      revision: record.revision + 1,
    })
    await audit(tx)
    return succeed({ left: questions.filter((one) => answers[one.question] === undefined).length })
  })
})

function mendedBy({ state, mended = [] }: AssessmentRecord, question: string, changed: boolean) {
  return state === 'returned' && changed ? { mended: [...new Set([...mended, question])] } : {}
}

function photosOf(answer: Answer | undefined): readonly FileId[] {
  return answer?.kind === 'photos' ? answer.photos : []
}

/** Each was put by the caller and is kept by no other record, or is this one’s already. */
async function photosFor(
  answer: Answer,
  record: string,
  { files, store, account }: Pick<Call<unknown>, 'files' | 'store' | 'account'>,
): Promise<Outcome<void, 'DOCUMENT_MISSING'>> {
  for (const photo of photosOf(answer)) {
    const [file, use] = await Promise.all([files.get(photo), store.get(fileUses, photo)])
    const kept = use?.collection === homeAssessments.name && use.record === record
    const put = use === undefined && file?.owner === account && file.kind.startsWith('image/')
    if (!kept && !put) return refuse('DOCUMENT_MISSING', { field: 'answer', message: '照片过期了，请重新拍一次。' })
  }
  return succeed(undefined)
}

/** 报送: records are read once more, and stand from now on as they are. */
export const sendAssessment = implement(home.procedures.sendAssessment, async (call) => {
  const { union: id, year, seen: revision } = call.input
  const [union, seen] = await Promise.all([call.store.get(unions, id), assessmentOf(id, year, call.store)])
  const checker = seen === undefined ? undefined : await call.store.get(unions, union?.parent ?? seen.checker)
  if (union === undefined || seen === undefined || checker === undefined) return refuse('NOT_FOUND')
  if (!isWithUnion(seen.state))
    return refuse(
      'refuse' in nextOf(seen, 'send') && seen.result !== undefined ? 'ASSESSMENT_DECIDED' : 'ASSESSMENT_NOT_OPEN',
    )
  if (seen.revision !== revision) return refuse('ASSESSMENT_CHANGED')
  const looked = await lookAt(union, call)
  const items = itemsSent(looked, answersOf(seen, call))
  if (items === undefined) return refuse('ANSWERS_MISSING')
  const { policy, applies } = looked
  const answerCall = await closingCalled(union, year, call)
  const due = dueOn(call.today, policy.values.taskWorkingDays)
  const audit = auditing(call, {
    action: 'assessment.send',
    subject: seen._id,
    union: id,
    policyVersion: policy.version,
    content: items,
  })
  return call.act(async (tx) => {
    const record = await assessmentOf(id, year, tx)
    if (record?.revision !== revision) return refuse('ASSESSMENT_CHANGED')
    const next = nextOf(record, 'send')
    if ('refuse' in next) return refuse('ASSESSMENT_NOT_OPEN')
    const { document, standards } = applies
    const { mended = [], ...rest } = record
    const sent = stepped(
      rest,
      {
        state: next.to,
        checker: checker._id,
        document,
        standards: [...standards],
        policyVersion: policy.version,
        items: [...items],
        // What was found of an item stays as long as it and its answers stand as they did.
        findings: Object.fromEntries(
          Object.entries(record.findings).filter(([item]) => isUnchanged(item, record.items, items, mended)),
        ),
      },
      { step: 'send' },
      call,
    )
    await tx.put(homeAssessments, sent)
    await openAssessmentTask(tx, sent, checker, due, call)
    await answerCall(tx)
    await audit(tx)
    return succeed({})
  })
})

const nextOf = ({ state, objection }: AssessmentRecord, step: Parameters<typeof nextAssessment>[1]) =>
  nextAssessment({ state, objectedBefore: objection !== undefined }, step)

/** Neither what records say of it, nor an answer that it rests on. */
function isUnchanged(
  id: string,
  before: AssessmentRecord['items'],
  after: AssessmentRecord['items'],
  mended: readonly string[],
): boolean {
  const [was, is] = [before, after].map((items) => items.find((item) => item.id === id))
  if (was === undefined || is === undefined || is.questions.some((question) => mended.includes(question))) return false
  return JSON.stringify(was) === JSON.stringify(is)
}

/** Undefined while a question is open. */
function itemsSent(
  looked: Awaited<ReturnType<typeof lookAt>>,
  answers: Parameters<typeof standingsAnswered>[1],
): AssessmentRecord['items'] | undefined {
  const items: AssessmentRecord['items'] = []
  for (const { item, state, claim, metrics, questions } of standingsAnswered(looked, answers)) {
    if (state === 'open') return undefined
    const told = metrics.filter(({ judged }) => judged.state !== 'ask')
    const figures = told.map(({ name, judged }) => `${metricName[name]}：${figuresText(name, judged)}`).join('；')
    const said = claim === undefined ? {} : { claim }
    items.push({ id: item.id, state, ...said, figures, questions: [...questions] })
  }
  return items
}
