import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloudCollections } from '../cloudfunctions/_kernel/cloud-collections'
import { openCloudbaseStore } from '../cloudfunctions/_kernel/store/cloudbase'
import { cloudbaseCollections } from '../cloudfunctions/_kernel/store/cloudbase-indexes'
import { buildFunctions } from './build-functions'
import { ensureBuilt } from './ensure-built'
import { DomainNotBound, openManager, type CloudAccount } from './deploy/manager'
import { preparePages } from './deploy/pages'
import { planDeployment, sentenceOf } from './deploy/plan'
import { readSettings, type Settings } from './deploy/settings'
import { json } from './functions/bundle'
import { cloudbaserc } from './functions/cloudbaserc'
import { declaredFunctions, root } from './functions/declared'

/** `npm run deploy`: bundles, collections, rules, indexes, functions with their timers, desk pages, routes. `--dry-run` says what it would do and asks for nothing. */
async function main(): Promise<void> {
  const plan = planDeployment(cloudbaseCollections(cloudCollections), declaredFunctions)
  if (process.argv.includes('--dry-run')) {
    for (const step of plan) console.log(sentenceOf(step))
    return
  }
  const settings = readSettings(join(root, '.env'))
  if (!settings.ok) throw new NotDeployed(settings.sentence)

  await buildFunctions(join(root, 'dist', 'cloudfunctions'))
  writeFileSync(join(root, 'cloudbaserc.json'), json(cloudbaserc(declaredFunctions, settings.variables)))
  await ensureBuilt('h5')
  const manager = await openManager(settings.account, settings.deskOrigin)
  for (const step of plan) {
    switch (step.kind) {
      case 'function':
        console.log(sentenceOf(step))
        tcb(['fn', 'deploy', step.declared.name, '--force'], `The function ${step.declared.name}`, settings)
        break
      case 'pages': {
        const pages = join(root, 'dist', 'pages')
        preparePages(join(root, 'dist', 'h5'), pages)
        console.log(sentenceOf(step))
        tcb(['hosting', 'deploy', pages, '/'], 'The desk pages', settings)
        break
      }
      case 'fill-indexes':
        await fillIndexes(settings.account)
        console.log(`${sentenceOf(step)} … done`)
        break
      default:
        console.log(`${sentenceOf(step)} … ${await manager.carryOut(step)}`)
    }
  }
  console.log('Deployed. What only the console and a phone can show stands in docs/deploy.md, “Check it”.')
}

class NotDeployed extends Error {
  override readonly name = 'NotDeployed'
}

async function fillIndexes({ envId, secretId, secretKey }: CloudAccount): Promise<void> {
  const environment = { env: envId, secretId, secretKey }
  const store = openCloudbaseStore({ environment, collections: cloudCollections })
  await store.prepare()
  await store.close()
}

/** By CloudBase’s own tool, which reads cloudbaserc.json and .env here: of a function code, memory, time limit, variables and timers; the files of pages. */
function tcb(args: readonly string[], what: string, { account, env }: Extract<Settings, { ok: true }>): void {
  const cli = require.resolve('@cloudbase/cli/bin/tcb')
  const { status } = spawnSync(process.execPath, [cli, ...args, '-e', account.envId], {
    cwd: root,
    stdio: 'inherit',
    // What stands in .env wins: the tool would let a variable of the shell win.
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new NotDeployed(`${what} could not be uploaded; what stands above says why.`)
}

main().catch((fault: unknown) => {
  console.error(fault instanceof NotDeployed || fault instanceof DomainNotBound ? fault.message : fault)
  process.exit(1)
})
