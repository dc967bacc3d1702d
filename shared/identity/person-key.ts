import { hasOwn } from '../core/own'
import { unreachable } from '../core/unreachable'
import type { PersonIdKind, ReadPersonId } from './read-person-id'

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

const kinds: Readonly<Record<PersonIdKind, true>> = {
  resident18: true,
  resident15: true,
  hmt18: true,
  fpr18: true,
  fpr15: true,
  passport: true,
  hkmacao_permit: true,
  taiwan_permit: true,
}

/** Whether a word that was stored names a kind of number. */
export function isPersonIdKind(word: string): word is PersonIdKind {
  return hasOwn(kinds, word)
}
