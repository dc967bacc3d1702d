import { home } from '../../../../../shared/contract/home'
import { UnionId } from '../../../../../shared/core/ids'
import { TitleLevel } from '../../../../../shared/home/titles/title'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { useUnion } from '../../../parts/use-office'
import { useParams } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { Facts } from '../facts'
import { KeeperActs } from './keeper-acts'
import { OwnActs } from './own-acts'
import '../../../parts/parts.scss'

/** 一个称号: the union’s own, or, with `of`, one of the register. */
export default function TitlePage() {
  const union = useUnion()
  const params = useParams()
  const level = TitleLevel.safeParse(params['level'])
  const of = UnionId.safeParse(params['of'])
  const known = union === undefined || !level.success ? undefined : { union, level: level.data }
  const mine = useAsk(home, 'titles', of.success || known === undefined ? undefined : { union: known.union })
  const kept = useAsk(home, 'titleCase', of.success && known !== undefined ? { ...known, of: of.data } : undefined)
  const asked = of.success ? kept : mine
  const own = mine.data?.titles.find((one) => one.level === known?.level)
  return (
    <Screen title="模范职工之家" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {known !== undefined && mine.data !== undefined && own !== undefined && (
        <>
          <Facts name={mine.data.name} title={own} />
          {mine.data.steps ? (
            <OwnActs union={known.union} title={own} keeperName={own.keeperName} onDone={mine.reload} />
          ) : (
            <Notice tone="info">创建、申报由这个工会的主席、副主席办。</Notice>
          )}
        </>
      )}
      {known !== undefined && of.success && kept.data !== undefined && (
        <>
          <Facts name={kept.data.name} title={kept.data.title} />
          {kept.data.may === 'look' ? (
            <Notice tone="info">现在不用您办，可以看经过。</Notice>
          ) : (
            <KeeperActs
              key={kept.data.title.past.length}
              {...known}
              of={of.data}
              view={kept.data}
              onDone={kept.reload}
            />
          )}
        </>
      )}
    </Screen>
  )
}
