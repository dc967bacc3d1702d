import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'
import { changeText, onTheList, type Person } from './texts'

interface Props {
  readonly review: ReviewId
  /** Whose review it is. */
  readonly reviewUnion: UnionId
  /** Where it is settled: the roster is read by the union itself alone. */
  readonly desk: UnionId
  readonly name: string
  readonly chosen: Person | undefined
  readonly onChoose: (person: Person) => void
  readonly error: string | undefined
}

/** 说的是谁: looked for on the list, and on the roster, as somebody may stand on no list at all. */
export function FindPerson({ review, reviewUnion, desk, name, chosen, onChoose, error }: Props) {
  const [typed, setTyped] = useState(name)
  const [found, setFound] = useState<readonly Person[]>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const search = typed.trim()
  const look = async () => {
    setBusy(true)
    setProblem(undefined)
    const answer = await peopleNamed(search, { review, reviewUnion, desk })
    setBusy(false)
    if (Array.isArray(answer)) setFound(answer)
    else setProblem(answer)
  }
  return (
    <View className="decide">
      <Field
        id="list-objection-search"
        label="说的是哪一位？"
        value={typed}
        onInput={setTyped}
        maxLength={20}
        placeholder="姓名里的字，或会员号后四位"
        error={error}
      />
      <SideAction
        id="list-objection-find"
        label="查找"
        busy={busy}
        disabled={search === ''}
        onTap={() => void look()}
      />
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {found?.length === 0 && (
        <Notice tone="info">名单和花名册上都没有找到。可以换几个字再找；本会没有这个人的，选“名单不变”。</Notice>
      )}
      {found?.map((each) => (
        <ListRow
          key={each.person}
          id={`list-objection-person-${each.person}`}
          title={`${changeText[each.change]}${each.name}`}
          note={each.note}
          selected={each.person === chosen?.person}
          onTap={() => onChoose(each)}
        />
      ))}
    </View>
  )
}

type Places = Pick<Props, 'review' | 'reviewUnion' | 'desk'>

async function peopleNamed(search: string, places: Places): Promise<Person[] | Problem> {
  const listed: Person[] = []
  for (let cursor: string | undefined; ;) {
    const { review, reviewUnion: union } = places
    const page = await ask(contract, 'electorList', {
      union,
      review,
      show: 'everybody',
      search,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (!page.ok) return page.problem
    listed.push(...page.data.rows.map(onTheList))
    cursor = page.data.cursor
    if (cursor === undefined) break
  }
  const others = await onTheRoster(search, places)
  if (!Array.isArray(others)) return others
  return [...listed, ...others.filter(({ person }) => listed.every((each) => each.person !== person))]
}

async function onTheRoster(search: string, { reviewUnion, desk }: Places): Promise<Person[] | Problem> {
  if (desk !== reviewUnion) return []
  const page = await ask(membership, 'roster', { union: desk, search })
  if (!page.ok) return page.problem
  return page.data.rows.map(({ person, name, maskedNumber }) => ({
    person,
    name,
    note: `${maskedNumber} · 在花名册，不在名单上`,
    change: 'admit' as const,
  }))
}
