/** WeChat’s compiled templates warn of what they miss (`WXMLRT_…: Template not found`) and paint on: here that is a fault. */
const heard: string[] = []

const warn = console.warn.bind(console)
console.warn = (...words: readonly unknown[]) => {
  const [first] = words
  if (typeof first === 'string' && first.startsWith('WXMLRT_')) heard.push(first)
  else warn(...words)
}

/** What the engine warned of since this was asked last. */
export function engineFaults(): readonly string[] {
  return heard.splice(0)
}
