import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import { dropSecret, keepSecret, keptSecret } from '../../../services/secret'

export interface KeptDraft<T> {
  /** Undefined until the device was asked. */
  readonly draft: T | undefined
  change(draft: T): void
  /** Sent, or given up. */
  forget(): void
}

/** 草稿: kept on this device with every change, so that nothing is lost on leaving; under another name it is another draft. Without a name nothing is kept. */
export function useDraft<T>(name: string | undefined, schema: z.ZodType<T>, start: T | undefined): KeptDraft<T> {
  const [draft, setDraft] = useState<T>()
  const ready = start !== undefined
  useEffect(() => {
    let current = true
    const asked = name === undefined ? Promise.resolve(undefined) : keptSecret(name)
    if (ready)
      void asked.then((kept) => {
        if (current) setDraft((before) => before ?? read(schema, kept) ?? start)
      })
    return () => {
      current = false
    }
    // What the page starts with is looked at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name, ready])
  const change = useCallback(
    (next: T) => {
      setDraft(next)
      if (name !== undefined) void keepSecret(name, JSON.stringify(next))
    },
    [name],
  )
  const forget = useCallback(() => {
    if (name !== undefined) void dropSecret(name)
  }, [name])
  return { draft, change, forget }
}

/** What an earlier version of the app kept, and this one does not read, is none. */
function read<T>(schema: z.ZodType<T>, kept: string | undefined): T | undefined {
  if (kept === undefined) return undefined
  try {
    const found = schema.safeParse(JSON.parse(kept))
    return found.success ? found.data : undefined
  } catch {
    return undefined
  }
}
