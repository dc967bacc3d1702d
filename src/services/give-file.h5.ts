/** 交出一个表格: the browser puts it where downloads go. */
export async function giveFile(name: string, bytes: Uint8Array): Promise<boolean> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes.slice()]))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
  return true
}
