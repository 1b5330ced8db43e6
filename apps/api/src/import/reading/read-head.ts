import { readList } from './read-list.ts';
import { ListUnreadable } from './unreadable.ts';
import type { ReadOrder, SketchedColumn } from './worker-messages.ts';

/** The columns of a list, told from its first rows; none when they are fixed, or nothing can be told. */
export async function readHead(order: ReadOrder): Promise<readonly SketchedColumn[]> {
  try {
    for await (const { head } of readList(order)) return head.columns;
    return [];
  } catch (error) {
    if (error instanceof ListUnreadable) return error.columns;
    throw error;
  }
}
