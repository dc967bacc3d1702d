import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import type { ReviewId } from '../../../shared/core/ids'
import { myBallot } from '../../services/review/my-ballot'
import type { Kept } from '../../services/review/steps'

export interface KeptHere {
  /** Read, and what was found: undefined where this phone has nothing of the review. */
  readonly read: { readonly kept: Kept | undefined } | undefined
  readAgain(): Promise<void>
}

/** 这部手机上留着的; `code` of the slip that it came by. */
export function useKept(review: ReviewId | undefined, code?: string): KeptHere {
  const [read, setRead] = useState<{ readonly code: string | undefined; readonly kept: Kept | undefined }>()
  const readAgain = useCallback(async () => {
    if (review !== undefined) setRead({ code, kept: await myBallot.kept({ review, code }) })
  }, [review, code])
  useEffect(() => void readAgain(), [readAgain])
  // Another page of this review may have sent something meanwhile.
  useDidShow(() => void readAgain())
  return { read: read?.code === code ? read : undefined, readAgain }
}
