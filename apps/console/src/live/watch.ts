import type { ResultOf, VariablesOf } from '../api/graphql.ts';
import { ask } from '../api/perform.ts';
import { CHANGES, CHANGES_SINCE } from './live.documents.ts';

export type Notice = ResultOf<typeof CHANGES>['changes'];
export type ChangeTopic = NonNullable<NonNullable<VariablesOf<typeof CHANGES>['topics']>[number]>;
export type Hear = (notices: readonly Notice[]) => void;

/** The newest number heard of by any watch. What is asked of the server after that was heard knows all up to it. */
let newest: string | null = null;

/** What several parts of a page watch together: one subscription for all who want the same. */
export class Watch {
  /** The last id it was told; null until it is known where the numbers stand. */
  after: string | null = newest;
  readonly hearers = new Set<Hear>();

  constructor(
    readonly topics: readonly ChangeTopic[],
    readonly activationId: string | null,
  ) {}

  /** What to ask the server for: read anew at every reconnection, so that nothing missed is skipped. */
  get variables(): VariablesOf<typeof CHANGES> {
    return { after: this.after, topics: [...this.topics], activationId: this.activationId };
  }

  hear(notices: readonly Notice[]): void {
    const last = notices.at(-1);
    if (!last) return;
    this.#moveTo(last.id);
    this.#tell(notices);
  }

  /** Asks by plain HTTP what changed meanwhile; without a beginning it takes one, and says so to look again once. */
  async askWhatChanged(): Promise<void> {
    const began = this.after;
    const { data } = await ask(CHANGES_SINCE, this.variables);
    // What the socket told meanwhile is newer than this answer.
    if (!data || this.after !== began) return;
    this.#moveTo(data.changesSince.last);
    if (began === null) this.#tell([]);
    else if (data.changesSince.notices.length > 0) this.#tell(data.changesSince.notices);
  }

  #moveTo(id: string): void {
    this.after = id;
    if (newest === null || Number(id) > Number(newest)) newest = id;
  }

  #tell(notices: readonly Notice[]): void {
    for (const hear of this.hearers) hear(notices);
  }
}
