import { z } from 'zod'

/** 订阅消息: by which template of the mini-program a message goes out. `result`: what became of one’s own matter; `news`: that the union published something. */
export const MessageTemplate = z.enum(['result', 'news'])
export type MessageTemplate = z.infer<typeof MessageTemplate>
