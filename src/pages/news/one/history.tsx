import { Text } from '@tarojs/components'
import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import type { PublicationId, Revision } from '../../../../shared/core/ids'
import type { IsoTime } from '../../../../shared/core/time'
import { Fold } from '../../../components/Fold'
import { Notice } from '../../../components/Notice'
import { TextAction } from '../../../components/TextAction'
import { useAsk } from '../../../services/use-ask'
import { momentText } from '../../today'
import './index.scss'

interface Props {
  readonly publication: PublicationId
  readonly versions: readonly { readonly version: Revision; readonly from: IsoTime }[]
}

/** 修改记录, of what was ever changed. */
export function History({ publication, versions }: Props) {
  const [open, setOpen] = useState<Revision>()
  const earlier = versions.slice(0, -1)
  if (earlier.length === 0) return null
  return (
    <Fold id="news-history" summary={`改过 ${earlier.length} 次，看以前的内容`}>
      {earlier.map(({ version, from }) => (
        <TextAction
          key={version}
          id={`news-version-${version}`}
          label={`${momentText(from)} 的内容`}
          onTap={() => setOpen(version)}
        />
      ))}
      {open !== undefined && <Earlier publication={publication} version={open} />}
    </Fold>
  )
}

function Earlier({ publication, version }: { readonly publication: PublicationId; readonly version: Revision }) {
  const { data, problem } = useAsk(registry, 'publicationVersion', { publication, version })
  if (problem !== undefined) return <Notice tone="danger">{problem.message}</Notice>
  return data === undefined ? null : <Text className="news-text">{`${data.title}\n\n${data.text}`}</Text>
}
