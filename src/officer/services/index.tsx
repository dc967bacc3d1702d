import { card as contract } from '../../../shared/contract/card'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { serviceKindText } from '../../pages/service-texts'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { useUnion } from '../parts/use-office'

/** 会员服务: what this union offers to whoever shows a card. */
export default function ServicesPage() {
  const union = useUnion()
  const page = useAsk(contract, 'offeredServices', union === undefined ? undefined : { union })
  useReloadOnReturn(page.reload)
  return (
    <Screen title="会员服务" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {union !== undefined && page.data !== undefined && <Offered union={union} services={page.data.services} />}
    </Screen>
  )
}

interface OfferedProps {
  readonly union: UnionId
  readonly services: readonly {
    readonly service: string
    readonly name: string
    readonly kind: keyof typeof serviceKindText
    readonly gives: string
    readonly state: 'open' | 'closed'
  }[]
}

function Offered({ union, services }: OfferedProps) {
  const add = () => void go('officer/service/index', { union })
  if (services.length === 0)
    return (
      <Empty
        title="还没有登记服务"
        note="登记以后，本会和下级工会的会员都能看到；每个服务点有自己的验卡码，用了多少次自动计数。"
        action={{ id: 'services-add', label: '添加一项服务', onTap: add }}
      />
    )
  return (
    <>
      <Notice tone="info">本会和下级工会的会员都能看到。点开一项，打印验卡码、看使用次数。</Notice>
      <MainAction id="services-add" label="添加一项服务" onTap={add} />
      {services.map(({ service, name, kind, gives, state }) => (
        <ListRow
          key={service}
          id={`service-${service}`}
          title={name}
          note={gives}
          tag={<Tag tone="neutral">{state === 'open' ? serviceKindText[kind] : '已停'}</Tag>}
          onTap={() => void go('officer/service/index', { union, service })}
        />
      ))}
    </>
  )
}
