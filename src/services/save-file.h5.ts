/** 存成文件, written part after part: the browser holds what is written, and puts it where downloads go. */
export interface FileDraft {
  write(text: string): void
  save(fileName: string): void
}

/** Undefined where the platform saves no file that the person finds again. */
export function newFile(): FileDraft | undefined {
  const parts: Blob[] = []
  return {
    write: (text) => void parts.push(new Blob([text])),
    save: (fileName) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(parts, { type: 'application/json' }))
      link.download = fileName
      link.click()
      URL.revokeObjectURL(link.href)
    },
  }
}

/** Whether `newFile` gives one. */
export const savesFiles: boolean = true
