export type Taken = 'downloaded' | 'copied' | 'denied'

/** Gives the person a file. */
export async function takeAlong(fileName: string, content: string): Promise<Taken> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
  return 'downloaded'
}
