const underWay = new Set<Promise<boolean>>();

/** Notes that a file is on its way to the server; `sending` tells whether it came through, and never rejects. */
export function noteFile(sending: Promise<boolean>): Promise<boolean> {
  underWay.add(sending);
  void sending.then(() => underWay.delete(sending));
  return sending;
}

/**
 * Waits until every file that was chosen has arrived; answers whether all came through. An act that reads a form waits
 * for it: pressed a moment after the choice, it would go with the file of before, or with none.
 */
export async function filesArrived(): Promise<boolean> {
  return (await Promise.all(underWay)).every((came) => came);
}
