import type { TaskRow } from '../../../shared/contract/membership-tasks'
import { maskName } from '../../../shared/identity/mask'
import { workingDaysLeft } from '../../../shared/membership/due'
import { askedAbout } from '../../../shared/membership/task'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { unions, units } from '../../_kernel/records/registry'
import type { TaskRecord } from '../../_kernel/records/tasks'
import { reaffiliations } from '../../_kernel/records/reaffiliations'
import { titles } from '../../_kernel/records/titles'
import { homeAssessments } from '../../_kernel/records/home-standards'
import { unionApplications } from '../../_kernel/records/union-applications'
import { unionEvents } from '../../_kernel/records/union-events'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'

/** 待办的一行: of the person only the masked name, which is read from the register and not kept with the task. */
export async function taskRow(
  task: TaskRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer' | 'today'>,
): Promise<TaskRow> {
  const [owner, person, about] = await Promise.all([
    call.store.get(unions, task.union),
    maskedNameOf(task, call),
    nameOfSubject(task, call),
  ])
  return {
    task: task._id,
    kind: task.kind,
    subject: task.subject,
    ...(person === undefined ? {} : { person }),
    ...(about === undefined ? {} : { about }),
    unionName: owner?.name ?? '',
    deskName: task.deskName,
    raised: task.desk !== task.union,
    openedAt: task.openedAt,
    dueOn: task.dueOn,
    workingDaysLeft: workingDaysLeft(call.today, task.dueOn),
    steps: task.steps.map(({ kind, at, unionName }) => ({ kind, at, unionName })),
  }
}

async function maskedNameOf(
  { person: id }: TaskRecord,
  { store, sealer }: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<string | undefined> {
  const person = id === undefined ? undefined : await store.get(persons, id)
  if (person === undefined) return undefined
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  return maskName(openJson(sealer, place, PersonSecrets, person.secrets).name)
}

/** 哪家单位、哪个工会: a list of many that are alike says which is which. */
async function nameOfSubject(
  { kind, subject }: TaskRecord,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<string | undefined> {
  switch (kind) {
    case 'own-committee':
    case 'assist-founding':
      return (await store.get(units, subject))?.name
    case 'joint-too-many':
      return (await store.get(unions, subject))?.name
    case 'term-end':
      return (await store.get(unions, askedAbout(subject)))?.name
    case 'union-application':
      return (await store.get(unionApplications, askedAbout(subject)))?.name
    case 'home-assessment':
      return (await store.get(homeAssessments, askedAbout(subject)))?.unionName
    case 'reaffiliation':
      return (await store.get(reaffiliations, subject))?.unionName
    case 'title':
      return (await store.get(titles, askedAbout(subject)))?.unionName
    case 'union-event':
      return (await store.get(unionEvents, subject))?.unionName
    default:
      return undefined
  }
}
