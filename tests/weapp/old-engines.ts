import { createSourceFile, forEachChild, ScriptTarget, SyntaxKind, type Node } from 'typescript'

/** What a minifier likes to write and Chrome 74, the oldest engine of browserslist (package.json), cannot read. */
const tooNew = new Map<SyntaxKind, string>([
  [SyntaxKind.QuestionDotToken, '?.'],
  [SyntaxKind.QuestionQuestionToken, '??'],
  [SyntaxKind.QuestionQuestionEqualsToken, '??='],
  [SyntaxKind.BarBarEqualsToken, '||='],
  [SyntaxKind.AmpersandAmpersandEqualsToken, '&&='],
])
/** Scripts are long: only one in which these signs stand, perhaps inside of a text, is read as a script. */
const suspicious = /\?\?|\?\.(?!\d)|\|\|=|&&=/

/** The syntax in this script that old phones cannot read, each kind once. */
export function newerThanPhones(script: string): readonly string[] {
  const found = new Set<string>()
  if (suspicious.test(script)) visit(createSourceFile('script.js', script, ScriptTarget.ESNext))
  return [...found]

  function visit(node: Node): void {
    const name = tooNew.get(node.kind)
    if (name !== undefined) found.add(name)
    forEachChild(node, visit)
  }
}
