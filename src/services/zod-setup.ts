import { z } from 'zod'

/** The mini-program has no `new Function`, with which zod would compile its parsers. Imported before the first schema is made. */
z.config({ jitless: true })
