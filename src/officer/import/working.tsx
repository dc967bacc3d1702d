import { Text } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Bars } from '../parts/bars'
import type { ImportView } from './texts'

/** 进度: how many rows of how many. */
export function Working({ view: { state, rows, done, fileName } }: { readonly view: ImportView }) {
  if (state === 'reading')
    return (
      <Card id="import-working" title="正在读表格" note={fileName}>
        <Text className="import-figure">{`读了 ${rows} 行`}</Text>
      </Card>
    )
  const title = state === 'applying' ? '正在写入' : '正在对着登记核对'
  return (
    <Card id="import-working" title={title} note={fileName}>
      <Bars items={[{ label: state === 'applying' ? '写好的行' : '核对好的行', count: done }]} of={rows} />
      <Text className="import-note">
        {state === 'applying' ? '可以离开，后台会写完；回来还能看结果。' : '只看，不写入任何内容。'}
      </Text>
    </Card>
  )
}
