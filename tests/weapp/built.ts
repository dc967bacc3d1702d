import { join } from 'node:path'

/** Where `npm run build:weapp` writes. */
export const built = join(__dirname, '..', '..', 'dist', 'weapp')
