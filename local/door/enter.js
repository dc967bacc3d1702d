/* Runs in the browser on /demo: signs in as a persona and goes to where the page says. */
const { document, localStorage, location, fetch } = globalThis

async function enter(persona, path) {
  const answer = await fetch('/demo/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona }),
  })
  if (!answer.ok) throw new Error(`login answered ${answer.status}`)
  const { token } = await answer.json()
  localStorage.setItem('token', token)
  location.assign(`/#${path}`)
}

function start(persona, path) {
  const status = document.getElementById('status')
  enter(persona, path).catch(() => {
    status.textContent = '没能进入，请确认服务还开着，再试一次。'
    status.hidden = false
  })
}

document.addEventListener('click', (event) => {
  if (event.target.closest('a[data-leave]') !== null) localStorage.removeItem('token')
  const link = event.target.closest('a[data-persona]')
  if (link === null) return
  event.preventDefault()
  start(link.dataset.persona, link.dataset.path)
})

const { as, path } = document.body.dataset
if (as !== undefined) start(as, path)
