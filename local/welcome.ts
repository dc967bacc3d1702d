import { personas } from './demo/personas'

/** What to open and as whom, for the terminal. */
export function welcome(origin: string): string {
  const width = Math.max(...personas.map(({ key }) => key.length))
  const rows = personas.map(
    ({ key, title, person }) => `  ${origin}/demo?as=${key.padEnd(width)}  ${title} ${person.name}`,
  )
  return [
    '',
    `网上职工之家 · everybody in the demo: ${origin}/demo`,
    '',
    ...rows,
    `  ${origin}/demo?as=${'visitor'.padEnd(width)}  第一次打开的微信用户`,
    '',
  ].join('\n')
}
