import { z } from 'zod'

/** 订阅消息: by which template of the mini-program a message goes out. `result`: what became of one’s own matter. */
export const MessageTemplate = z.enum(['result'])
export type MessageTemplate = z.infer<typeof MessageTemplate>
