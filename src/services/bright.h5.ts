/** A browser neither lights the screen nor hides a page from capture: rotation and single use have to do. */
export async function showBrightly(): Promise<() => void> {
  return () => {}
}
