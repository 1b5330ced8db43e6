import type { Scope, Selection } from '../outbox/scope.ts';

/**
 * One open subscription. As far as GraphQL sees it is a stream that says nothing until it ends: what is to be said is
 * prepared once for all who get the same, and sent past it (FanOut).
 */
export class Feed implements AsyncGenerator<never, void, void> {
  /** The last number it was told of. */
  seen = 0;
  /** Not while what it missed is being told. */
  live = false;
  readonly #ended: Promise<void>;
  #end: () => void = () => undefined;
  #open = true;

  constructor(
    readonly scope: Scope,
    readonly selection: Selection,
    /** The last number its client saw; null for one that comes for the first time. */
    readonly after: number | null,
  ) {
    this.#ended = new Promise((resolve) => (this.#end = resolve));
  }

  get open(): boolean {
    return this.#open;
  }

  /** Calls back once, when it ends. */
  onEnd(then: () => void): void {
    void this.#ended.then(then);
  }

  async next(): Promise<IteratorResult<never, void>> {
    await this.#ended;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<never, void>> {
    this.#open = false;
    this.#end();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorResult<never, void>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
