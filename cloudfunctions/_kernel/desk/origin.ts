import { z } from 'zod'

/** `DESK_ORIGIN`: where desk pages are served, and whose links under `/m/` open the mini-program; as a browser writes it into `Origin`. */
export const DeskOrigin = z.string().regex(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+$/)
