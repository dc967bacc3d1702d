import { draftSaver } from './draft-saver'

const draft = (step: string) => ({ step, answers: {} })

/** A server that answers when told to. */
function slowServer() {
  const saved: string[] = []
  const open: ((ok: boolean) => void)[] = []
  const saver = draftSaver(({ step }) => {
    saved.push(step)
    return new Promise((resolve) => open.push(resolve))
  })
  const answer = async (ok: boolean) => {
    open.shift()?.(ok)
    await jest.advanceTimersByTimeAsync(0)
  }
  return { saver, saved, answer }
}

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

describe('the draft', () => {
  test('is saved once the typing pauses, as it is then', async () => {
    const { saver, saved } = slowServer()
    saver.offer(draft('work'))
    saver.offer(draft('identity'))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual(['identity'])
  })

  test('is saved at once when the page goes away', async () => {
    const { saver, saved } = slowServer()
    saver.offer(draft('work'))
    saver.flush()
    await jest.advanceTimersByTimeAsync(0)
    expect(saved).toEqual(['work'])
  })

  test('never overtakes an older one that is still under way', async () => {
    const { saver, saved, answer } = slowServer()
    saver.offer(draft('work'))
    saver.flush()
    await jest.advanceTimersByTimeAsync(0)
    saver.offer(draft('identity'))
    saver.flush()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual(['work'])
    await answer(true)
    expect(saved).toEqual(['work', 'identity'])
  })

  test('is tried again after a failure, and not again once it is kept', async () => {
    const { saver, saved, answer } = slowServer()
    saver.offer(draft('work'))
    saver.flush()
    await jest.advanceTimersByTimeAsync(0)
    await answer(false)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual(['work', 'work'])
    await answer(true)
    saver.flush()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(saved).toEqual(['work', 'work'])
  })

  test('is not saved any more while the form is sent, and sending waits for the save under way', async () => {
    const { saver, saved, answer } = slowServer()
    saver.offer(draft('work'))
    saver.flush()
    await jest.advanceTimersByTimeAsync(0)
    let stopped = false
    const stopping = saver.stop().then(() => (stopped = true))
    saver.offer(draft('check'))
    await jest.advanceTimersByTimeAsync(10_000)
    expect([stopped, saved]).toEqual([false, ['work']])
    await answer(true)
    await stopping
    expect(stopped).toBe(true)

    saver.resume()
    saver.offer(draft('check'))
    await jest.advanceTimersByTimeAsync(10_000)
    expect(saved).toEqual(['work', 'check'])
  })
})
