import { Text } from '@tarojs/components'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { audienceText, publicationKindText } from '../../pages/publication-texts'
import type { Draft, Step } from './draft'
import './index.scss'

/** 预览: as members read it, and who reads it. */
export function Check({ draft, onEdit }: { readonly draft: Draft; readonly onEdit: (step: Step) => void }) {
  const { kind, audience, title, text, pictures, day, place, places, signUpUntil } = draft
  const fact = (heading: string, said: string, step: Step) => ({
    heading,
    text: said,
    action: { id: `publication-edit-${heading}`, label: '修改', onTap: () => onEdit(step) },
  })
  return (
    <>
      <Card title={title} note="会员看到的就是这样。">
        <Text className="publication-text">{text}</Text>
      </Card>
      <Card>
        <FactList
          items={[
            fact('标题和内容', kind === undefined ? '' : publicationKindText[kind], 'words'),
            ...(kind === 'activity'
              ? [
                  fact('日期', day, 'activity'),
                  fact('地点', place, 'activity'),
                  fact('名额', places, 'activity'),
                  fact('报名截止', signUpUntil, 'activity'),
                ]
              : []),
            fact('图片', pictures.length === 0 ? '没有' : `${pictures.length} 张`, 'pictures'),
            fact('给谁看', audience === undefined ? '' : audienceText[audience], 'audience'),
          ]}
        />
      </Card>
    </>
  )
}
