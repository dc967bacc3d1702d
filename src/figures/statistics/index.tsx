import { Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { FigureList } from '../../../shared/contract/membership-figures'
import type { UnionId } from '../../../shared/core/ids'
import type { RateKey } from '../../../shared/org/rates'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { tappable } from '../../components/tappable'
import { useOffice, useUnion } from '../../officer/parts/use-office'
import { momentText } from '../../pages/today'
import { back, go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import type { FiguresView } from '../parts/texts'
import '../parts/figures.scss'
import { Charts } from './charts'
import { Rates } from './rates'
import { Reasons } from './reasons'
import { RuralStaff } from './rural-staff'

/** 统计: of a union and everything below it; every number leads to its list. */
export default function StatisticsPage() {
  const union = useUnion()
  const { offices } = useOffice()
  const asked = useAsk(membership, 'figures', union === undefined ? undefined : { union })
  const own = offices.find((office) => office.union === union)
  const isOwn = own !== undefined
  const figures = asked.data
  return (
    <Screen title="统计" wide loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union !== undefined && figures !== undefined && (
        <View className="figures">
          <Card title={figures.name} note={countedText(figures)} />
          {figures.countedAt === undefined ? (
            <Empty
              title="还没有数完"
              note="系统每天把每个工会数一遍，新登记的当天就有。"
              action={{ id: 'figures-back', label: '返回', onTap: () => void back() }}
            />
          ) : (
            <>
              <Tiles union={union} figures={figures} isOwn={isOwn} />
              <View className="figures-wide">
                <Rates figures={figures} onList={(key) => listOfRate(key, union, figures, isOwn)} />
                <Lists union={union} figures={figures} founds={own?.rights.includes('found') === true} />
              </View>
              <Charts figures={figures} />
              {isOwn && <Reasons union={union} />}
              {isOwn && figures.below === 0 && (
                <RuralStaff union={union} told={figures.ruralStaff} onTold={asked.reload} />
              )}
            </>
          )}
        </View>
      )}
    </Screen>
  )
}

function countedText({ below, countedAt }: FiguresView): string {
  const whole = below === 0 ? '本会' : `本会和下面的工会，直接下级 ${below} 家`
  return countedAt === undefined ? whole : `${whole}；本级截至 ${momentText(countedAt)}`
}

interface Part {
  readonly union: UnionId
  readonly figures: FiguresView
  readonly isOwn?: boolean
}

function Tiles({ union, figures, isOwn = false }: Part) {
  const { total, flows, below, month } = figures
  const list = (show: FigureList) => go('figures/below/index', { union, show })
  const roster = below === 0 && isOwn ? () => void go('officer/roster/index', { union }) : () => void list('all')
  const thisMonth = () => void go('figures/month/index', { union, month })
  const leads = below > 0
  return (
    <View className="figures-tiles">
      <Tile id="tile-members" label="在册会员" count={total.members} {...(leads || isOwn ? { onTap: roster } : {})} />
      <Tile id="tile-came" label="本月增加" count={flows.came} onTap={thisMonth} />
      <Tile id="tile-went" label="本月减少" count={flows.went} onTap={thisMonth} />
      <Tile
        id="tile-retained"
        label="会籍保留"
        count={total.retained}
        {...(leads
          ? { onTap: () => void list('retained') }
          : isOwn
            ? { onTap: () => void go('officer/roster/index', { union, state: 'retained' }) }
            : {})}
      />
    </View>
  )
}

interface TileProps {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly onTap?: () => void
}

function Tile({ id, label, count, onTap }: TileProps) {
  const tap = onTap === undefined ? {} : { onClick: onTap, ...tappable({ role: 'button', label: `${label} ${count}` }) }
  return (
    <View className="figures-tile" id={id} {...tap}>
      <Text className="figures-number">{count}</Text>
      <Text className="figures-note">{label}</Text>
    </View>
  )
}

/** 率后面的: unions below, or the union’s own people. */
function listOfRate(key: RateKey, union: UnionId, { below }: FiguresView, isOwn: boolean) {
  const show = { units: 'unorganised', members: 'below-target', rural: 'rural', cards: 'cards' } as const
  if (below > 0) return () => void go('figures/below/index', { union, show: show[key] })
  if (!isOwn) return undefined
  const group = { units: undefined, members: undefined, rural: 'rural', cards: 'noCard' } as const
  return () => void go('officer/roster/index', { union, group: group[key] })
}

/** 名单: what each number of unions is made of. */
/** 应建未建 has a list of its own, with the doors to founding, for whoever founds here. */
function Lists({ union, figures: { total, below, years }, founds }: Part & { readonly founds: boolean }) {
  const rows: readonly { readonly show: FigureList; readonly title: string; readonly count: number }[] = [
    { show: 'all', title: '工会', count: total.unions },
    { show: 'unchecked', title: '本期还没核对的工会', count: total.unions - total.checked },
    { show: 'young', title: `建会不满 ${years} 年（六有）`, count: total.young },
    { show: 'established', title: `建会满 ${years} 年（六个规范）`, count: total.established },
    { show: 'unorganised', title: '应建会、还没建会的单位', count: total.unitsDue - total.unitsOrganised },
    { show: 'unrated', title: '没有职工人数的工会', count: total.unions - total.ratedUnions },
  ]
  return (
    <View className="figures">
      {below > 0 &&
        rows.map(({ show, title, count }) => (
          <ListRow
            key={show}
            id={`list-${show}`}
            title={title}
            aside={String(count)}
            onTap={() =>
              void (show === 'unorganised' && founds
                ? go('officer/unfounded/index', { union })
                : go('figures/below/index', { union, show }))
            }
          />
        ))}
      <ListRow id="figures-month" title="每月通报" onTap={() => void go('figures/month/index', { union })} />
      <ListRow
        id="figures-subsidies"
        title="一次性补助测算"
        onTap={() => void go('figures/subsidies/index', { union })}
      />
    </View>
  )
}
