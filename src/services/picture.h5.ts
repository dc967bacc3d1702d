export type Saved = 'saved' | 'denied' | 'failed'

/** Saves a drawn canvas as a file. */
export async function savePicture(canvasId: string, fileName: string): Promise<Saved> {
  const found = document.querySelector(`canvas#${canvasId}, #${canvasId} canvas, canvas[canvas-id="${canvasId}"]`)
  if (!(found instanceof HTMLCanvasElement)) return 'failed'
  const link = document.createElement('a')
  link.href = found.toDataURL('image/png')
  link.download = fileName
  link.click()
  return 'saved'
}

/** Whether `printPage` prints. */
export const prints: boolean = true

export function printPage(): 'printing' | 'unsupported' {
  window.print()
  return 'printing'
}
