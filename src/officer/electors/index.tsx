import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { ElectorsShown, type ElectorRow } from '../../../shared/contract/review-electorate'
import { Empty } from '../../components/Empty'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { back } from '../../services/route'
import { NoReview } from '../parts/no-review'
import '../parts/parts.scss'
import { outText, paperText, shownText } from '../parts/review-texts'
import { useReview } from '../parts/use-review'
import { useUnion } from '../parts/use-office'
import './index.scss'
import { useElectors } from './use-electors'

const options = ElectorsShown.options.map((value) => ({ value, label: shownText[value] }))

/** 选民名单: who is on it, who is not and why; never who received or voted. */
export default function ElectorsPage() {
  const union = useUnion()
  const review = useReview()
  const [show, setShow] = useState<ElectorsShown>('everybody')
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const electors = useElectors({ union, review, show, search })
  useReachBottom(() => {
    if (search === '') electors.more()
  })
  const { rows, hasMore, loaded, loadingMore } = electors
  return (
    <Screen title="选民名单" wide loading={electors.loading} problem={electors.problem} onRetry={electors.reload}>
      {union === undefined || review === undefined ? (
        <NoReview />
      ) : (
        <>
          <View className="beside">
            <View className="beside-part">
              <Field
                id="electors-search"
                label="找人"
                value={typed}
                onInput={setTyped}
                placeholder="姓名里的字，或会员号后四位"
                maxLength={20}
              />
            </View>
            <View className="beside-part">
              <PickField id="electors-show" label="看哪些人" value={show} options={options} onChange={setShow} />
            </View>
          </View>
          {loaded && rows.length === 0 && !hasMore && (
            <Nobody
              search={search}
              show={show}
              onEverybody={() => {
                setTyped('')
                setShow('everybody')
              }}
            />
          )}
          <View className="desk-list">
            {rows.map((row) => (
              <Elector key={row.person} row={row} />
            ))}
          </View>
          {hasMore && (
            <TextAction
              id="electors-more"
              label={loadingMore ? '正在加载…' : search === '' ? '再看一些' : '名单很长，接着往下找'}
              onTap={electors.more}
            />
          )}
        </>
      )}
    </Screen>
  )
}

function Elector({ row }: { readonly row: ElectorRow }) {
  const { person, name, memberNumber, unitName, standing, because, paperOnly, admitted } = row
  const about = [
    unitName,
    because === undefined ? undefined : outText[because],
    paperOnly === undefined ? undefined : `用纸质选票，${paperText[paperOnly]}`,
    admitted ? '按异议增补' : undefined,
  ].filter((part) => part !== undefined && part !== '')
  return (
    <ListRow
      id={`elector-${person}`}
      title={name}
      note={about.join(' · ')}
      tag={
        <Tag tone={standing === 'elector' ? 'success' : 'neutral'}>
          {standing === 'elector' ? '有表决权' : '没有表决权'}
        </Tag>
      }
    >
      <Text className="electors-number">{`会员号 ${memberNumber}`}</Text>
    </ListRow>
  )
}

interface NobodyProps {
  readonly search: string
  readonly show: ElectorsShown
  readonly onEverybody: () => void
}

function Nobody({ search, show, onEverybody }: NobodyProps) {
  if (search === '' && show === 'everybody')
    return (
      <Empty
        title="名单还没有生成"
        note="截止日过后，系统自己生成。"
        action={{ id: 'electors-back', label: '返回', onTap: () => void back() }}
      />
    )
  return (
    <Empty
      title={search === '' ? '没有这样的人' : '没有找到'}
      action={{ id: 'electors-everybody', label: '看所有人', onTap: onEverybody }}
    />
  )
}
