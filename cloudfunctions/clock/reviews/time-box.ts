/** 限时: whether there is still time for another piece of work in this run. Real time, as a timer that is cut off counts it. */
export function timeBox(milliseconds: number): () => boolean {
  const until = performance.now() + milliseconds
  return () => performance.now() < until
}
