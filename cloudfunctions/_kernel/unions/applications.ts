import type { UnionId } from '../../../shared/core/ids'
import { UnionApplicationBody } from '../../../shared/org/union-application'
import { tasks } from '../records/tasks'
import { unionApplications, type UnionApplicationRecord } from '../records/union-applications'
import { openJson, sealJson } from '../secrets'
import type { Call } from '../serve'
import type { Reader } from '../store/port'
import { taskId } from '../tasks'

type Sealing = Pick<Call<unknown>, 'sealer'>

const placeOf = (id: string) => ({ collection: unionApplications.name, id, field: 'body' })

export function sealBody(id: string, body: UnionApplicationBody, { sealer }: Sealing): string {
  return sealJson<UnionApplicationBody>(sealer, placeOf(id), body)
}

export function bodyOf({ _id, body }: UnionApplicationRecord, { sealer }: Sealing): UnionApplicationBody {
  return openJson(sealer, placeOf(_id), UnionApplicationBody, body)
}

/** Each sending is a task of its own: a task that is done asks no more. */
export function subjectOf({ _id, sent }: Pick<UnionApplicationRecord, '_id' | 'sent'>): string {
  return `${_id}.${sent}`
}

export type Side = 'decides' | 'sent'

/** 这件申请和本会的关系: asked for a reply, by its place or because it went up to this desk; or of this union. Undefined where it is none of its business. */
export async function sideOf(
  application: UnionApplicationRecord,
  union: UnionId,
  reader: Reader,
): Promise<Side | undefined> {
  if (application.upper === union || application.reply?.union === union) return 'decides'
  if (application.union === union) return 'sent'
  const task = await reader.get(tasks, taskId('union-application', subjectOf(application)))
  return task?.desk === union ? 'decides' : undefined
}

export async function applicationAt(
  id: string,
  union: UnionId,
  reader: Reader,
): Promise<{ readonly application: UnionApplicationRecord; readonly side: Side } | undefined> {
  const application = await reader.get(unionApplications, id)
  if (application === undefined) return undefined
  const side = await sideOf(application, union, reader)
  return side === undefined ? undefined : { application, side }
}
