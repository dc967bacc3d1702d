import { advanceTask, TaskState } from './task'

test.each([
  ['open', { finish: { to: 'done' }, drop: { to: 'dropped' }, escalate: { to: 'open' } }],
  ['done', 'closed'],
  ['dropped', 'closed'],
] as const)('a task that is %s', (state, next) => {
  const commands = ['finish', 'drop', 'escalate'] as const
  for (const command of commands)
    expect(advanceTask(state, command)).toEqual(next === 'closed' ? { refuse: 'TASK_CLOSED' } : next[command])
})

test('every state is in the table above', () => {
  expect(TaskState.options).toEqual(['open', 'done', 'dropped'])
})
