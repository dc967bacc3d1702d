/** A browser gets no WeChat messages: the result stands in the app. */
export async function askToBeTold(_templates: readonly string[]): Promise<void> {}
