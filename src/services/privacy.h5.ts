/** A browser asks for each permission by itself. */
export async function privacyAgreed(): Promise<boolean> {
  return true
}
