import { renderSVG } from 'uqr'
import { castScenes, personas, type Persona } from '../demo/personas'
import { style } from './page-style'

/** What the page needs to know of the running system. */
export interface DoorFacts {
  readonly invitationLink: (scene: string) => string
  readonly size: { readonly units: number; readonly unions: number; readonly members: number }
}

const groups: readonly Persona['group'][] = ['职工', '工会干部', '特别的情形']

/** 演示入口: who to be, and what to scan. Stands in for WeChat’s login and camera on one machine. */
export function doorPage(facts: DoorFacts): string {
  return page(
    '',
    `<header>
  <p class="eyebrow">网上职工之家 · 本机演示</p>
  <h1>您想以谁的身份进去？</h1>
  <p class="note">这里代替微信登录和扫一扫。演示里有 ${facts.size.unions} 个工会、${facts.size.units} 家单位、${facts.size.members} 名会员；地名是真的，单位和人都是编的。</p>
</header>
<p id="status" class="status" role="status" hidden></p>
${groups.map((group) => section(group, facts)).join('\n')}
<section>
  <h2>新来的人</h2>
  ${visitorCard()}
</section>
<section>
  <h2>办公室的电脑</h2>
  ${deskCard()}
</section>`,
  )
}

/** Signs in at once and goes on: what a printed link leads to. */
export function enterPage(persona: string, path: string): string {
  return page(
    ` data-as="${escape(persona)}" data-path="${escape(path)}"`,
    `<header><p class="eyebrow">网上职工之家 · 本机演示</p><h1>正在进入…</h1></header>
<p id="status" class="status" role="status" hidden></p>
<p class="note"><a href="/demo">换一个身份</a></p>`,
  )
}

function section(group: Persona['group'], facts: DoorFacts): string {
  const cards = personas.filter((persona) => persona.group === group).map((persona) => card(persona, facts))
  return `<section>
  <h2>${group}</h2>
  <div class="cards">${cards.join('\n')}</div>
</section>`
}

function card({ key, title, person, who, tries, scene }: Persona, { invitationLink }: DoorFacts): string {
  return `<article class="card">
  <div class="head"><span class="face" aria-hidden="true">${escape(person.name.slice(0, 1))}</span><div><h3>${escape(title)}</h3><p>${escape(who)}</p></div></div>
  <ul>${tries.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>
  ${scene === undefined ? '' : poster(key, scene, invitationLink(scene))}
  <a class="enter" href="/demo?as=${key}" data-persona="${key}" data-path="/pages/home/index">以${escape(person.name)}的身份进入</a>
</article>`
}

const posterTitle: Readonly<Record<string, string>> = {
  [castScenes.newForm]: '中山路街道新就业形态联合工会的海报',
  [castScenes.factory]: '澜屿海洋装备厂里的海报',
  [castScenes.battery]: '长兴苕禾电源厂里的海报',
}

/** The QR code as a poster shows it; a tap does what scanning would. */
function poster(persona: string, scene: string, link: string): string {
  const title = posterTitle[scene] ?? '工会的海报'
  return `<a class="poster" href="${escape(link)}" data-persona="${persona}" data-path="${escape(hashPath(link))}">
    <span class="qr">${renderSVG(link, { border: 2, ecc: 'M' })}</span>
    <span><strong>${escape(title)}</strong><br>点一下就当扫了码</span>
  </a>`
}

function visitorCard(): string {
  return `<article class="card">
  <div class="head"><span class="face" aria-hidden="true">新</span><div><h3>第一次打开的微信用户</h3><p>系统里什么也没有，每次进来都是另一个人。</p></div></div>
  <ul><li>用自己编的姓名和号码走一遍入会</li></ul>
  <a class="enter" href="/demo?as=visitor" data-persona="visitor" data-path="/pages/home/index">以新用户的身份进入</a>
</article>`
}

function deskCard(): string {
  return `<article class="card">
  <div class="head"><span class="face" aria-hidden="true">电</span><div><h3>还没有人登录的浏览器</h3><p>像正式运行时一样，用手机扫码登录。</p></div></div>
  <ul><li>在这里显示登录码，再用无痕窗口以工会主席的身份打开码里的链接，挑对数字</li></ul>
  <a class="enter" href="/#/pages/sign-in/index" data-leave>在这台电脑上登录</a>
</article>`
}

function hashPath(link: string): string {
  return new URL(link).hash.slice(1)
}

function page(bodyAttributes: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>演示入口 · 网上职工之家</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body${bodyAttributes}>
<main>
${content}
</main>
<script src="/demo/enter.js" type="module"></script>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
