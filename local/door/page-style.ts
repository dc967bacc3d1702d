/** The demo door’s look: the tokens of UI.md, a phone’s width first, two columns on a desk. */
export const style = `
:root { --red: #c8161d; --pressed: #a30f15; --ink: #1f2329; --grey: #646a73; --line: #e5e6eb; --page: #f5f6f7; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 17px/1.5 -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 28px; line-height: 1.3; margin: 4px 0 12px; }
h2 { font-size: 20px; margin: 32px 0 12px; }
h3 { font-size: 17px; margin: 0; }
.eyebrow { color: var(--red); font-weight: 600; font-size: 15px; margin: 0; }
.note { color: var(--grey); font-size: 15px; margin: 0; }
.cards { display: grid; gap: 16px; }
.card { background: #fff; border-radius: 12px; padding: 16px; display: flex; flex-direction: column; gap: 12px; }
.head { display: flex; gap: 12px; align-items: flex-start; }
.head p { margin: 4px 0 0; color: var(--grey); font-size: 15px; }
.face { flex: none; width: 44px; height: 44px; border-radius: 50%; background: #fdeceb; color: var(--red); font-size: 20px; font-weight: 600; display: grid; place-items: center; }
ul { margin: 0; padding-left: 20px; font-size: 15px; }
li + li { margin-top: 4px; }
.poster { display: flex; gap: 12px; align-items: center; padding: 12px; border: 1px solid var(--line); border-radius: 8px; color: inherit; text-decoration: none; font-size: 15px; }
.poster strong { font-weight: 600; }
.qr { flex: none; width: 96px; height: 96px; }
.qr svg { display: block; width: 100%; height: 100%; }
.enter { margin-top: auto; min-height: 48px; display: grid; place-items: center; border-radius: 8px; border: 1px solid var(--red); color: var(--red); font-weight: 600; text-decoration: none; padding: 8px 12px; text-align: center; }
.enter:active, .poster:active { background: #fdeceb; }
.status { background: #fdeceb; color: var(--pressed); border-radius: 8px; padding: 12px 16px; }
a:focus-visible { outline: 3px solid #1f6feb; outline-offset: 2px; }
a { color: var(--red); }
@media (min-width: 760px) { .cards { grid-template-columns: 1fr 1fr; } }
`
