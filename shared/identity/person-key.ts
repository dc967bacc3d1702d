import { unreachable } from '../core/unreachable'
import type { ReadPersonId } from './read-person-id'

/**
 * 一人一籍: the text under which a person is unique, before it is digested. 15 and 18 digits of one person give one key; a passport number means somebody only
 * together with its country (docs/rules/identity.md, U1).
 */
export function lockKey({ kind, normalised }: Pick<ReadPersonId, 'kind' | 'normalised'>, nationality: string): string {
  switch (kind) {
    case 'resident18':
    case 'resident15':
    case 'hmt18':
    case 'fpr18':
      return `card:${normalised}`
    case 'passport':
      return `passport:${nationality}:${normalised}`
    case 'fpr15':
    case 'hkmacao_permit':
    case 'taiwan_permit':
      return `${kind}:${normalised}`
    default:
      return unreachable(kind)
  }
}
