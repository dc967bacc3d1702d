import { openServer } from './server'

describe('the local server', () => {
  test('answers that it is preparing until there is something to serve', async () => {
    const server = await openServer(0)
    const before = await fetch(server.origin)
    expect(before.status).toBe(503)
    expect(await before.text()).toContain('正在准备')
    server.serve((_request, response) => response.end('ready'))
    expect(await (await fetch(server.origin)).text()).toBe('ready')
    await server.stop()
  })

  test('a port that is taken is told at once', async () => {
    const server = await openServer(0)
    const port = Number(new URL(server.origin).port)
    await expect(openServer(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await server.stop()
  })

  test('stops when what it was answering is answered, and takes nothing more', async () => {
    const server = await openServer(0)
    let release = () => {}
    const entered = new Promise<void>((arrived) => {
      server.serve((_request, response) => {
        release = () => response.end('finished')
        arrived()
      })
    })
    const answer = fetch(server.origin)
    await entered
    const stopped = server.stop()
    await expect(fetch(server.origin)).rejects.toThrow()
    release()
    expect(await (await answer).text()).toBe('finished')
    await stopped
  })
})
