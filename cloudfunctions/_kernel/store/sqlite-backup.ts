import { openConnection } from './sqlite-connection'

/**
 * 备份 of a database that may be in use: one committed moment of it, whole, in a file of its own. Whoever writes meanwhile does not wait. Throws the driver’s
 * own error, among others where `target` is there already.
 */
export function copyDatabase(file: string, target: string): void {
  const connection = openConnection(file)
  try {
    connection.change('VACUUM INTO ?', [target])
  } finally {
    connection.close()
  }
}
