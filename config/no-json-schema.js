/**
 * Stands in for zod's JSON Schema writer (`z.toJSONSchema`), which no page and no function calls, and which zod's schemas name all the same. CommonJS, so that webpack (config/leaner.ts) and esbuild (scripts/functions/left-out.ts) ask for
 * no export that is not here; `createStandardJSONSchemaMethod` is called while a schema is made, and its answer by nobody.
 */
const noSchema = () => {
  throw new Error('no JSON Schema is written here, see config/no-json-schema.js')
}
module.exports = {
  createStandardJSONSchemaMethod: () => noSchema,
  createToJSONSchemaMethod: () => noSchema,
  toJSONSchema: noSchema,
}
