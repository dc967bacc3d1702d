import { OfficerRole, roleName } from '../../shared/org/officers'
import type { Column } from './callers'
import type { Place } from './places'
import { signs, type Section } from './table'

const placeName: Readonly<Record<Place, string>> = {
  own: 'of this union 本会',
  sibling: 'of a sibling 同级',
  subordinate: 'of one below 下级',
  superior: 'of one above 上级',
  foreign: 'of one elsewhere 外地',
}

/** docs/access.md, from what was answered. */
export function documentOf({ withUnion, without }: { readonly withUnion: Section; readonly without: Section }): string {
  return `# Who may call what 权限表

Made by \`npm run access\`, which asks the running functions every procedure as everybody; \`tests/access.test.ts\` asks again and fails on a row that is not so.
Not written by hand: change the contract (shared/contract) or the rights (shared/org/officers.ts), run it, and read the difference.

| sign | means |
|---|---|
| ${signs.answered} | answered, or done |
| ${signs.nothing} | the answer is as if there were nothing: what is named is somebody else’s |
| ${signs.refused} | not allowed 没有权限 |
| ${signs['sign in first']} | sign in first 先登录 |
| ${signs['only on the phone']} | only on the phone 只能在手机微信里办 |
| ${signs['only in a browser']} | only in a browser 只能在电脑浏览器里办 |
| ${signs['once their phone has confirmed it']} | only once the person’s own phone has confirmed it 手机确认后 |
| ${signs['there is none']} | there cannot be one: a topmost union has none above |

Columns that are the same throughout stand as one. A former officer (卸任) is one whose term has ended.

## Procedures that name a union
The officer’s place is relative to the union that the call names: the chair of one below names the union above, and so on.

${tableOf(withUnion)}

## Procedures that name none
“The one whose it is”: the applicant, the account a code was made for, the browser that shows it. Everybody else in the row names the very same thing; where a
procedure takes nothing that is anybody’s, they ask about themselves.

${tableOf(without)}
`
}

interface Group {
  readonly columns: readonly Column[]
  readonly at: number
}

function tableOf({ columns, rows }: Section): string {
  const groups = new Map<string, Group>()
  columns.forEach((column, at) => {
    const key = rows.map((row) => row.signs[at]).join()
    const group = groups.get(key)
    groups.set(key, { at: group?.at ?? at, columns: [...(group?.columns ?? []), column] })
  })
  const shown = [...groups.values()]
  const lines = [
    ['procedure', ...shown.map((group) => headingOf(group.columns)), 'what it does'],
    ['---', ...shown.map(() => ':-:'), '---'],
    ...rows.map((row) => [row.name, ...shown.map(({ at }) => row.signs[at] ?? ''), row.summary]),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Officers of one place together; a place where all roles are meant says so. */
function headingOf(columns: readonly Column[]): string {
  const byPlace = new Map<Place | undefined, string[]>()
  for (const { who, where } of columns) byPlace.set(where, [...(byPlace.get(where) ?? []), whoIn(who)])
  return [...byPlace]
    .map(([where, who]) => {
      const officers = who.length === OfficerRole.options.length + 1 ? 'any officer' : who.join('、')
      return where === undefined ? who.join('、') : `${officers} ${placeName[where]}`
    })
    .join('；')
}

function whoIn(who: string): string {
  const role = OfficerRole.safeParse(who)
  if (role.success) return roleName[role.data]
  return who === 'former' ? '卸任' : who
}
