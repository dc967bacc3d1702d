import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import { wxmlToJs } from 'miniprogram-compiler'
import wxssToJs from 'miniprogram-compiler/src/wcsc'
import { filesOf } from './files-of'
import { newerThanPhones } from './old-engines'

/** What is wrong with a build, as WeChat’s upload would say it. */
export interface Finding {
  readonly file: string
  readonly says: string
}

const megabyte = 1024 * 1024
/** QUALITY.md: stricter than WeChat’s own 2 MB a package. */
const limits = { total: 1.5 * megabyte, main: megabyte, subPackage: 2 * megabyte }

const AppConfig = z.object({
  pages: z.array(z.string()).min(1),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
})
const ComponentConfig = z.object({ usingComponents: z.record(z.string(), z.string()).default({}) })

/** WeChat’s own tags (framework documentation, “组件”), and those of WXML itself. */
const wxmlTags = new Set([
  ...['block', 'template', 'import', 'include', 'wxs', 'slot', 'page-meta', 'navigation-bar'],
  ...['view', 'scroll-view', 'swiper', 'swiper-item', 'movable-view', 'movable-area', 'cover-view', 'cover-image'],
  ...['match-media', 'page-container', 'share-element', 'root-portal', 'grid-view', 'list-view', 'sticky-header'],
  ...['sticky-section', 'icon', 'text', 'rich-text', 'progress', 'button', 'checkbox', 'checkbox-group', 'form'],
  ...['editor', 'input', 'keyboard-accessory', 'label', 'picker', 'picker-view', 'picker-view-column', 'radio'],
  ...['radio-group', 'slider', 'switch', 'textarea', 'navigator', 'functional-page-navigator', 'audio', 'image'],
  ...['video', 'camera', 'live-player', 'live-pusher', 'voip-room', 'channel-live', 'channel-video', 'map', 'canvas'],
  ...['ad', 'ad-custom', 'official-account', 'open-data', 'web-view'],
])

/** Compiles the build with WeChat’s compilers and looks for what they let pass: missing files, foreign tags, scripts that an old phone cannot
 * read, too much weight. */
export function checkBuild(dist: string): readonly Finding[] {
  const files = filesOf(dist)
  const names = new Set(files.map(({ path }) => path))
  const read = (path: string) => readFileSync(join(dist, path), 'utf8')
  const ofKind = (ending: string) => [...names].filter((name) => name.endsWith(ending))
  const config = AppConfig.parse(JSON.parse(read('app.json')))
  const roots = config.subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const pages = [...config.pages, ...config.subPackages.flatMap(({ root, pages }) => pages.map((p) => `${root}/${p}`))]
  const expectFile = (file: string, path: string): Finding[] =>
    names.has(path) ? [] : [{ file, says: `${path} is missing` }]

  return [
    ...templatesCompile(dist),
    ...stylesCompile(dist, ofKind('.wxss')),
    ...pages.flatMap((page) => ['js', 'json', 'wxml'].flatMap((kind) => expectFile('app.json', `${page}.${kind}`))),
    ...ofKind('.js').flatMap((file) =>
      newerThanPhones(read(file)).map((syntax) => ({ file, says: `old phones cannot read ${syntax}` })),
    ),
    ...ofKind('.json').flatMap((file) => missingComponents(file)),
    ...ofKind('.wxml').flatMap((file) => [
      ...missingImports(file, /\bsrc="([^"{]+)"/g, importing),
      ...foreignTags(file),
    ]),
    ...ofKind('.wxss').flatMap((file) => missingImports(file, /@import\s+["']([^"']+)["']/g, () => true)),
    ...ofKind('.wxs').flatMap((file) => [
      ...missingImports(file, /require\(["']([^"']+)["']\)/g, () => true),
      ...unsound(file),
    ]),
    ...weights(),
  ]

  function missingComponents(file: string): Finding[] {
    const found = ComponentConfig.safeParse(JSON.parse(read(file)))
    return Object.values(found.data?.usingComponents ?? {}).flatMap((path) => {
      const component = resolved(file, path)
      return ['js', 'json', 'wxml'].flatMap((kind) => expectFile(file, `${component}.${kind}`))
    })
  }

  function missingImports(file: string, pattern: RegExp, counts: (before: string) => boolean): Finding[] {
    const text = read(file)
    return [...text.matchAll(pattern)].flatMap((found) => {
      const before = text.slice(0, found.index)
      return counts(before.slice(before.lastIndexOf('<'))) ? expectFile(file, resolved(file, found[1] ?? '')) : []
    })
  }

  function foreignTags(file: string): Finding[] {
    const own = ComponentConfig.safeParse(
      names.has(file.replace(/wxml$/, 'json')) ? JSON.parse(read(file.replace(/wxml$/, 'json'))) : {},
    )
    const known = new Set([...wxmlTags, ...sharedComponents, ...Object.keys(own.data?.usingComponents ?? {})])
    const used = new Set([...read(file).matchAll(/<([a-z][\w-]*)/gi)].map((found) => found[1] ?? ''))
    return [...used].filter((tag) => !known.has(tag)).map((tag) => ({ file, says: `<${tag}> is no tag of WeChat’s` }))
  }

  /** WXS is a small JavaScript of its own: this finds what no engine could run. */
  function unsound(file: string): Finding[] {
    try {
      new Function('module', 'require', read(file))
      return /module\.exports/.test(read(file)) ? [] : [{ file, says: 'exports nothing' }]
    } catch (fault) {
      return [{ file, says: fault instanceof Error ? fault.message : String(fault) }]
    }
  }

  function weights(): Finding[] {
    const sum = (of: (path: string) => boolean) =>
      files.filter(({ path }) => of(path)).reduce((all, { bytes }) => all + bytes, 0)
    const inside = (root: string) => (path: string) => path.startsWith(`${root}/`)
    const weighed = [
      { file: 'the build', bytes: sum(() => true), limit: limits.total },
      { file: 'the main package', bytes: sum((path) => !roots.some((root) => inside(root)(path))), limit: limits.main },
      ...roots.map((root) => ({ file: root, bytes: sum(inside(root)), limit: limits.subPackage })),
    ]
    return weighed
      .filter(({ bytes, limit }) => bytes > limit)
      .map(({ file, bytes, limit }) => ({ file, says: `${bytes} bytes are more than ${limit}` }))
  }
}

/** Taro’s own, which its templates use without saying where they are. */
const sharedComponents = ['comp', 'custom-wrapper']

const importing = (tag: string) => /^<(import|include|wxs)\b/.test(tag)

function resolved(from: string, path: string): string {
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
}

const maxBuffer = 64 * megabyte

/** wcc: one fault in a template or a template script fails the whole build. */
function templatesCompile(dist: string): Finding[] {
  try {
    wxmlToJs(dist, { maxBuffer })
    return []
  } catch (fault) {
    return [{ file: 'the templates', says: fault instanceof Error ? fault.message : String(fault) }]
  }
}

/** wcsc: answers its error. */
function stylesCompile(dist: string, sheets: readonly string[]): Finding[] {
  const answer = wxssToJs(
    dist,
    sheets.map((sheet) => sheet.replace(/\.wxss$/, '')),
    { maxBuffer },
  )
  return answer instanceof Error || 'message' in answer ? [{ file: 'the wxss', says: String(answer) }] : []
}
