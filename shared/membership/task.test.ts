import { advanceTask, TaskState } from './task'

const open = { to: 'open' } as const
const closed = { refuse: 'TASK_CLOSED' } as const
const table = {
  open: { finish: { to: 'done' }, drop: { to: 'dropped' }, escalate: open, reopen: open },
  done: { finish: closed, drop: closed, escalate: closed, reopen: open },
  dropped: { finish: closed, drop: closed, escalate: closed, reopen: open },
} as const

test.each(TaskState.options)('a task that is %s', (state) => {
  for (const command of ['finish', 'drop', 'escalate', 'reopen'] as const)
    expect([command, advanceTask(state, command)]).toEqual([command, table[state][command]])
})
