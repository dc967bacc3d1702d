/**
 * Stands in for zod's JSON Schema writer (`z.toJSONSchema`), which no page calls and which zod's schemas name all the same. CommonJS, so that webpack asks for
 * no export that is not here; `createStandardJSONSchemaMethod` is called while a schema is made, and its answer by nobody.
 */
const noSchema = () => {
  throw new Error('the mini-program writes no JSON Schema')
}
module.exports = {
  createStandardJSONSchemaMethod: () => noSchema,
  createToJSONSchemaMethod: () => noSchema,
  toJSONSchema: noSchema,
}
