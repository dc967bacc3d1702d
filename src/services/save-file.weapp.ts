/** 存成文件, written part after part. */
export interface FileDraft {
  write(text: string): void
  save(fileName: string): void
}

/** A mini-program may not save a file where the person finds it: that is done at a desk. */
export function newFile(): FileDraft | undefined {
  return undefined
}

/** Whether `newFile` gives one. */
export const savesFiles: boolean = false
