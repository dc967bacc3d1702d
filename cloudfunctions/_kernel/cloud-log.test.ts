import { cloudLog } from './cloud-log'

function lineOf(entry: Partial<Parameters<ReturnType<typeof cloudLog>>[0]>): string {
  const lines: string[] = []
  cloudLog((line) => lines.push(line))({ function: 'session', procedure: 'me', code: 'OK', ...entry })
  return lines.join('\n')
}

describe('a line of the log', () => {
  test.each(['me\n{"code":"OK"}', 'me\r\nALERT', '110101199003078888 ', '林小满', 'x'.repeat(65), '\u001b[31m'])(
    'is one line, whatever a caller typed instead of a procedure: %j',
    (procedure) => {
      const line = lineOf({ procedure })
      expect(line).not.toMatch(/\p{Cc}/u)
      expect(JSON.parse(line)).toEqual({ function: 'session', procedure: '?', code: 'OK' })
    },
  )

  test('tells of a fault where it arose and with which code, and none of its words', () => {
    const fault = Object.assign(new Error('duplicate key 林小满\nALERT'), { code: 'E11000', name: 'Bad\nName' })
    const line = lineOf({ code: 'FAULT', number: '3F7K', fault })
    expect(line).not.toContain('林小满')
    expect(line).not.toMatch(/[\r\n]/)
    expect(JSON.parse(line)).toMatchObject({ number: '3F7K', fault: { name: 'Error', code: 'E11000' } })
  })
})
