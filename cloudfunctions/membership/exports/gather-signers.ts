import type { UnionId } from '../../../shared/core/ids'
import { applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { cards } from '../../_kernel/records/cards'
import type { Position, SignerRow } from '../../_kernel/records/exports'
import { secretsOf } from '../applicant'
import type { Gathered } from './gathered'
import type { ExportPorts } from './job'

/** 签过申请书的人, in the order in which they were approved. */
export async function gatherSigners(
  union: UnionId,
  position: Position,
  limit: number,
  ports: ExportPorts,
): Promise<Gathered> {
  if (position.kind !== 'list') throw new Error('signers are a list')
  const { cursor } = position
  const page = await ports.store.find(applications, {
    index: 'approvedAt',
    equals: { union },
    from: '',
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const rows = await Promise.all(page.documents.map((application) => rowOf(application, ports)))
  return { rows, position: page.cursor === undefined ? undefined : { kind: 'list', at: 0, cursor: page.cursor } }
}

async function rowOf(application: ApplicationRecord, ports: ExportPorts): Promise<SignerRow> {
  const { person, hasWechat, letter } = application
  const card = person === undefined ? undefined : await ports.store.get(cards, person)
  // Whoever sent it themselves did so in WeChat.
  return {
    name: secretsOf(application, ports).name,
    card: card !== undefined,
    wechat: hasWechat ?? true,
    agreedTo: letter.text,
  }
}
