/** A pure function that keeps its answers, at most so many; when they are too many it forgets them all and begins anew. Questions are compared as text. */
export function remembered<Question extends readonly unknown[], Answer>(
  most: number,
  keyOf: (...question: Question) => string,
  answer: (...question: Question) => Answer,
): (...question: Question) => Answer {
  const known = new Map<string, Answer>()
  return (...question) => {
    const key = keyOf(...question)
    const kept = known.get(key)
    if (kept !== undefined) return kept
    if (known.size >= most) known.clear()
    const fresh = answer(...question)
    known.set(key, fresh)
    return fresh
  }
}
