/** How many rows are fetched: at least one, at most `most`, whatever was asked. */
export function page(first: number, most: number): number {
  return Math.min(Math.max(Math.trunc(first), 1), most);
}
