import { Card } from '../../../components/Card'
import { FactList } from '../../../components/FactList'
import { Notice } from '../../../components/Notice'
import { fullDayText } from '../../../pages/today'
import { resultText, type Assessment } from './texts'

/** 结果, with what changed since the year before, and the objection to it. */
export function Outcome({ view: { result, before, objection, checkerName } }: { readonly view: Assessment }) {
  return (
    <>
      {result !== undefined && (
        <Card title={resultText(result)} note={`${checkerName}，${fullDayText(result.on)}`}>
          {result.comment !== '' && <Notice tone="info">{result.comment}</Notice>}
          {before !== undefined && (
            <FactList
              items={[
                { heading: `${before.year} 年`, text: `${before.of} 条里达到 ${before.met} 条` },
                { heading: '比上次多达到', text: before.gained.join('、') || '没有' },
                { heading: '比上次少', text: before.lost.join('、') || '没有' },
              ]}
            />
          )}
        </Card>
      )}
      {objection !== undefined && (
        <Notice tone="warning" title={`异议：${objection.text}`}>
          {objection.answer === undefined ? '上级工会正在处理。' : `答复：${objection.answer}`}
        </Notice>
      )}
    </>
  )
}
