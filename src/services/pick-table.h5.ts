import { largestFile } from '../../shared/roster/import'
import type { PickedTable } from './table-file'

/** 选表格 from the computer. */
export async function pickTable(): Promise<PickedTable> {
  const file = await chosenFile()
  if (file === undefined) return { kind: 'cancelled' }
  if (file.size > largestFile) return { kind: 'too-large' }
  try {
    return { kind: 'table', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return { kind: 'failed' }
  }
}

function chosenFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
