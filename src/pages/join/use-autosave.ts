import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { act } from '../../services/api'
import { isWorthKeeping, toDraft } from './draft'
import { draftSaver, type DraftSaver } from './draft-saver'
import type { Flow } from './flow'

/** 离开也不丢: keeps the draft with the account while it is typed, and at once when the page goes away. */
export function useAutosave(flow: Flow): DraftSaver {
  const [saver] = useState(() => draftSaver(async (draft) => (await act(membership, 'saveDraft', { draft })).ok))

  useEffect(() => {
    if (isWorthKeeping(flow)) saver.offer(toDraft(flow))
  }, [saver, flow])
  useEffect(() => () => saver.flush(), [saver])
  useDidHide(() => saver.flush())
  return saver
}
