import { shallowRef, watch, type ShallowRef } from 'vue';

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface AllPages<Node> {
  nodes: ShallowRef<readonly Node[]>;
  /** There are more than were asked for. */
  isCut: ShallowRef<boolean>;
  again: () => void;
}

/** What a map shows, page after page up to a bound; asked anew when the key changes, a newer asking ends an older one. */
export function useAllPages<Node>(
  key: () => unknown,
  mostPages: number,
  askPage: (after: string | null) => Promise<Page<Node> | null>,
): AllPages<Node> {
  const nodes = shallowRef<readonly Node[]>([]);
  const isCut = shallowRef(false);
  let asking = 0;

  async function load(): Promise<void> {
    const mine = ++asking;
    const found: Node[] = [];
    let after: string | null = null;
    let isMore = false;
    for (let count = 0; count < mostPages; count += 1) {
      const page: Page<Node> | null = await askPage(after);
      if (!page || mine !== asking) return;
      found.push(...page.nodes);
      after = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
      if (!isMore) break;
    }
    isCut.value = isMore;
    nodes.value = found;
  }

  const again = (): void => void load();
  // By what it says: a filter made anew that says the same asks nothing.
  watch(
    () => JSON.stringify(key()),
    () => {
      nodes.value = [];
      again();
    },
    { immediate: true },
  );
  return { nodes, isCut, again };
}
