import { HandedCode, type AccountId } from '../../../shared/core/ids'
import { isoTime, type IsoDate } from '../../../shared/core/time'
import type { OfficerRole } from '../../../shared/org/officers'
import { GrantSecrets, type OfficeGrantRecord, type UnionRecord } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { IsoTime } from '../../../shared/core/time'

const livesMs = 3 * 24 * 60 * 60 * 1000

/** Under which id a code’s grant lies. */
export function grantId(code: HandedCode, { indexer }: Pick<Runtime, 'indexer'>): string {
  return indexer.lockId(`office:${code}`)
}

/** 任职码: made by an officer above, or for the very first officer by the operator. `mobile` is normalised. */
export function newGrant(
  office: {
    readonly union: UnionRecord['_id']
    readonly role: OfficerRole
    readonly name: string
    readonly mobile: string
    readonly until: IsoDate
    readonly by: AccountId | 'operator'
    readonly replaces?: string
  },
  now: IsoTime,
  ports: Pick<Runtime, 'random' | 'indexer' | 'sealer'>,
): { readonly code: HandedCode; readonly record: OfficeGrantRecord } {
  const { name, mobile, ...told } = office
  const code = HandedCode.parse(ports.random.id())
  const _id = grantId(code, ports)
  const record = {
    _id,
    ...told,
    secrets: sealJson<GrantSecrets>(
      ports.sealer,
      { collection: 'officeGrants', id: _id, field: 'secrets' },
      { name, mobile },
    ),
    grantedAt: now,
    expiresAt: isoTime(Date.parse(now) + livesMs),
  }
  return { code, record }
}

export function secretsOf({ _id, secrets }: OfficeGrantRecord, { sealer }: Pick<Runtime, 'sealer'>): GrantSecrets {
  return openJson(sealer, { collection: 'officeGrants', id: _id, field: 'secrets' }, GrantSecrets, secrets)
}
