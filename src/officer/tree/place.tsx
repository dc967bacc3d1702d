import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { RegionId, UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { ProblemState } from '../../components/ProblemState'
import { SideAction } from '../../components/SideAction'
import { Waiting } from '../../components/Waiting'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'
import { Union, type UnionRow } from './line'

interface Props {
  readonly union: UnionId
  /** The territory of the union where none is named. */
  readonly region?: RegionId
}

/** 块: the unions at a place, and the places inside it, each of which opens. */
export function Place({ union, region }: Props) {
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'unionsInPlace', {
        union,
        ...(region === undefined ? {} : { region }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, region],
  )
  const pages = usePages({ fetch, idOf: (row: UnionRow) => row.union })
  if (pages.problem !== undefined) return <ProblemState problem={pages.problem} onRetry={pages.reload} />
  if (pages.latest === undefined) return <Waiting />
  const { places } = pages.latest
  return (
    <View className="tree-level">
      {pages.rows.length === 0 && places.length === 0 && <Empty title="这里没有工会" />}
      {pages.rows.map((row) => (
        <Union key={row.union} row={row} />
      ))}
      {pages.hasMore && <SideAction label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
      {places.map((place) => (
        <Inside key={place.region} union={union} region={place.region} name={place.name} />
      ))}
    </View>
  )
}

function Inside({ union, region, name }: Required<Props> & { readonly name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ListRow id={`place-${region}`} title={name} aside={open ? '收起' : '展开'} onTap={() => setOpen(!open)} />
      {open && (
        <View className="tree-inside">
          <Place union={union} region={region} />
        </View>
      )}
    </>
  )
}
