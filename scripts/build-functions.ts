import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFunction, json, largestBundle, type Bundle } from './functions/bundle'
import { cloudbaserc, requiredVariables } from './functions/cloudbaserc'
import { declaredFunctions, expectAllDeclared, root } from './functions/declared'

/** Bundles every function into `into`. Throws where one is larger than the platform loads quickly. */
export async function buildFunctions(into: string): Promise<readonly Bundle[]> {
  expectAllDeclared()
  const bundles: Bundle[] = []
  for (const declared of declaredFunctions) bundles.push(await bundleFunction(declared, into))
  const large = bundles.find(({ bytes }) => bytes > largestBundle)
  if (large !== undefined) throw new Error(`${large.name} has ${large.bytes} bytes; ${largestBundle} are allowed`)
  return bundles
}

/** `npm run build:functions`: dist/cloudfunctions/<name>/ and cloudbaserc.json. */
async function main(): Promise<void> {
  for (const { name, bytes } of await buildFunctions(join(root, 'dist', 'cloudfunctions')))
    console.log(`${name.padEnd(12)} ${(bytes / 1000).toFixed(0).padStart(5)} KB`)
  writeFileSync(join(root, 'cloudbaserc.json'), json(cloudbaserc(declaredFunctions, requiredVariables)))
}

if (require.main === module)
  main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exit(1)
  })
