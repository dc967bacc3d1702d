import type { z } from 'zod'
import type { review as contract } from '../../../shared/contract/review'
import type { ElectorRow, ListVerdict } from '../../../shared/contract/review-electorate'
import type { PersonId } from '../../../shared/core/ids'
import { outText } from '../parts/review-texts'

export type Objection = z.output<(typeof contract)['procedures']['listObjection']['output']>

/** Somebody the list could be changed for, and what that change would be. */
export interface Person {
  readonly person: PersonId
  readonly name: string
  readonly note: string
  readonly change: Exclude<ListVerdict['kind'], 'stands'>
}

/** Who objected about themself. */
export function objector({ by: { person, name, standing, because } }: Objection): Person {
  return {
    person,
    name,
    note: standingText(standing, because),
    change: standing === 'elector' ? 'strike' : 'admit',
  }
}

export function onTheList({ person, name, memberNumber, unitName, standing, because }: ElectorRow): Person {
  const note = [`会员号 ${memberNumber}`, unitName ?? '', standingText(standing, because)].filter((part) => part !== '')
  return { person, name, note: note.join(' · '), change: standing === 'elector' ? 'strike' : 'admit' }
}

export function standingText(standing: ElectorRow['standing'] | undefined, because: ElectorRow['because']): string {
  if (standing === 'elector') return '在名单上，有表决权'
  return because === undefined ? '不在名单上' : `没有表决权：${outText[because]}`
}

export const changeText: Readonly<Record<Person['change'], string>> = { admit: '增补', strike: '删去' }
