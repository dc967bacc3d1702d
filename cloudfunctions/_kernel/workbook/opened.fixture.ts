import { readXlsx } from 'hucre/xlsx'

/** The rows of the only sheet of an encrypted file, as whoever has the password sees them; this system itself never opens one. */
export async function openedWith(password: string, bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes, { password })
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? ''))
}
