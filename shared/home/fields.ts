import { z } from 'zod'
import { shownText } from '../core/shown-text'

const oneLine = (text: string) => !text.includes('\n')

/** 一行字. */
export const line = (least: string, most: number) => shownText(least, most).refine(oneLine, '请写在一行')

/** 人数、件数. */
export const people = z.number('请填人数').int('请填整数').min(0, '请填人数').max(1_000_000, '请核对人数')

/** 纸质档案: paper stays obligatory (001 基础建设); the record says where it lies, under which number, and never takes its place. */
export const Paper = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('not-yet') }),
  z.strictObject({
    kept: z.literal('paper'),
    place: line('请写放在哪里，例如：工会办公室 2 号柜', 60),
    volume: line('请写档案卷号', 40),
  }),
])
export type Paper = z.infer<typeof Paper>
