import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import { unreachable } from '../../../shared/core/unreachable'
import { committeeName } from '../../../shared/org/committees'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { fullDayText } from '../../pages/today'
import { printPage } from '../../services/picture'
import { applicationName, replyNumber } from '../parts/registry-texts'

interface Props {
  readonly view: UnionApplicationView
  readonly reply: NonNullable<UnionApplicationView['reply']>
}

/** 批复, to be printed, sealed and filed. */
export function ReplySheet({ view, reply }: Props) {
  const [unprintable, setUnprintable] = useState(false)
  const union = view.body.kind === 'founding' ? view.body.name : view.name
  return (
    <>
      <View className="reply" id="reply">
        <Text className="reply-title">{`关于${union}${applicationName[view.kind]}的批复`}</Text>
        <Text className="reply-number">{replyNumber(reply)}</Text>
        <Text>{`${view.name}：`}</Text>
        <Text>{`你们报来的${applicationName[view.kind]}报告和决议收悉。${textOf(view.body)}`}</Text>
        <Text>此复。</Text>
        <View className="reply-signed">
          <Text>{`${reply.unionName}\n${fullDayText(reply.on)}`}</Text>
        </View>
      </View>
      <View className="decide reply-above">
        {unprintable && <Notice tone="warning">手机上不能直接打印，请在电脑上打开这一页打印。</Notice>}
        <MainAction id="reply-print" label="打印批复" onTap={() => setUnprintable(printPage() === 'unsupported')} />
      </View>
    </>
  )
}

function textOf(body: UnionApplicationView['body']): string {
  switch (body.kind) {
    case 'founding':
      return `同意成立${body.name}。${electedText(body.elected)}任期 ${body.termYears} 年。`
    case 're-election':
      return `同意换届选举结果。${electedText(body.elected)}任期 ${body.termYears} 年。`
    case 'by-election':
      return `同意补选结果。${electedText(body.elected)}任期与本届相同。`
    case 'dissolution':
      return '同意撤销。请妥善接转会员会籍，处理好经费和资产。'
    default:
      return unreachable(body)
  }
}

type Elected = Exclude<UnionApplicationView['body'], { kind: 'dissolution' }>['elected']

function electedText(elected: Elected): string {
  return elected
    .map(({ kind, seats, chair }) => `${committeeName[kind]}由${seats === 1 ? chair : `${chair}等 ${seats} 人`}组成。`)
    .join('')
}
