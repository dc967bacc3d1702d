/** Somebody who holds a phone and walks through the product: a browser at the size of a phone, or the built mini-program. */
export interface Walker {
  /** Opens a page, as a link or a scanned code does: `/pages/join/index?scene=…`. */
  open(path: string): Promise<void>
  /** Taps what has this id, once it is there. */
  tap(id: string): Promise<void>
  /** Taps the innermost thing that says this. */
  tapText(text: string): Promise<void>
  type(id: string, text: string): Promise<void>
  /** Opens a picker and takes the value that it offers first. */
  pickFirst(id: string): Promise<void>
  /** Waits until the words can be read. */
  reads(text: string | RegExp): Promise<void>
}
