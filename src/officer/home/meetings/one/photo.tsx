import { Image } from '@tarojs/components'
import { home } from '../../../../../shared/contract/home'
import { FileId, MemberCongressId, StaffCongressId, type UnionId } from '../../../../../shared/core/ids'
import { Notice } from '../../../../components/Notice'
import { Waiting } from '../../../../components/Waiting'
import { useAsk } from '../../../../services/use-ask'

interface Props {
  readonly union: UnionId
  readonly id: string
  readonly picture: string
}

const AnyId = MemberCongressId.or(StaffCongressId)

export function Photo({ union, id, picture }: Props) {
  const [known, file] = [AnyId.safeParse(id), FileId.safeParse(picture)]
  const asked = useAsk(
    home,
    'meetingPaper',
    known.success && file.success ? { union, id: known.data, picture: file.data } : undefined,
  )
  if (asked.problem !== undefined) return <Notice tone="danger">{asked.problem.message}</Notice>
  if (asked.data === undefined) return <Waiting />
  return <Image className="paper" src={asked.data.picture} mode="widthFix" ariaLabel="会议的照片" />
}
