import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { HandedCode } from '../../../../shared/core/ids'
import { isoTime } from '../../../../shared/core/time'
import { atDesk } from '../../../services/desk'
import { dropSecret, keepSecret, keptSecret } from '../../../services/secret'
import type { Draft } from './draft'
import { draftOfText, textOfDraft } from './kept'

const quietMs = 800
const nameOf = (code: HandedCode) => `founding.${code}`
const now = () => isoTime(Date.now())

/** 离开也不丢: the draft of this code on this phone. Undefined while it is looked for. */
export function useKeptDraft(code: HandedCode | undefined): { readonly before: Draft | undefined } | undefined {
  const [found, setFound] = useState<{ readonly before: Draft | undefined }>()
  useEffect(() => {
    if (code !== undefined) void keptSecret(nameOf(code)).then((text) => setFound({ before: draftOfText(text, now()) }))
  }, [code])
  return found
}

/** Keeps it while it is typed, and at once when the page goes away; `drop` when it was sent. */
export function useKeeping(code: HandedCode, draft: Draft, start: Draft): { readonly drop: () => void } {
  const latest = useRef(draft)
  const over = useRef(false)
  latest.current = draft
  const keep = () => {
    if (over.current || latest.current === start) return
    void keepSecret(nameOf(code), textOfDraft(latest.current, now(), atDesk() ? 'browser' : 'phone'))
  }
  const keeping = useRef(keep)
  keeping.current = keep
  useEffect(() => {
    const timer = setTimeout(() => keeping.current(), quietMs)
    return () => clearTimeout(timer)
  }, [draft])
  useEffect(() => () => keeping.current(), [])
  useDidHide(() => keeping.current())
  return {
    drop: () => {
      over.current = true
      void dropSecret(nameOf(code))
    },
  }
}
