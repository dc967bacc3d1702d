import { Text } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Bars } from '../parts/bars'
import { annexName, type ExportView } from './texts'

/** 进度: how many rows of how many, where that is known. */
export function Working({ view: { annex, ofName, rows, ofRows } }: { readonly view: ExportView }) {
  return (
    <Card id="export-working" title="正在收集" note={`${ofName} ${annexName[annex]}`}>
      <Bars
        items={[{ label: '收集好的行', count: rows }]}
        {...(ofRows === undefined ? {} : { of: Math.max(ofRows, rows) })}
      />
      <Text className="export-note">可以离开，后台会收集完；回来再生成文件。</Text>
    </Card>
  )
}
