import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import type { RouteView } from '../../../shared/contract/membership-views'
import { Card } from '../../components/Card'
import { Fold } from '../../components/Fold'
import { Tag } from '../../components/Tag'

export type Route = z.infer<typeof RouteView>

/** 为什么: the reason in plain words, its clause folded, and what follows later. */
export function RouteReason({ route }: { readonly route: Route }) {
  return (
    <>
      <Card>
        {route.canSubmit && route.primary !== undefined && (
          <View className="join-tag">
            <Tag tone="red">谁用工 谁组织入会</Tag>
          </View>
        )}
        <Text className="join-sentence">{route.sentence}</Text>
        {route.clauses.length > 0 && (
          <Fold id="join-clauses" summary={`依据：${route.clauses[0]?.title ?? ''}`}>
            {route.clauses.map(({ title, quote }) => (
              <View key={`${title}${quote ?? ''}`} className="join-clause">
                <Text className="join-clause-title">{title}</Text>
                {quote !== undefined && <Text className="join-clause-quote">“{quote}”</Text>}
              </View>
            ))}
          </Fold>
        )}
      </Card>
      {route.notes.length > 0 && (
        <Card title="以后">
          {route.notes.map((note) => (
            <Text key={note} className="join-note">
              {note}
            </Text>
          ))}
        </Card>
      )}
    </>
  )
}
