/** What the two databases do not have in common; everything else is one code path. */
export interface Capabilities {
  /** COPY FROM STDIN is accepted as a simple query (embedded: at most 256 MiB at once, held in memory). */
  readonly copy: boolean;
  /** LISTEN/NOTIFY reaches other connections. */
  readonly listen: boolean;
  /** Transactions run side by side; otherwise one waits for the other to end. */
  readonly concurrency: boolean;
  readonly kind: 'embedded' | 'postgres';
}

export const EMBEDDED: Capabilities = { copy: true, listen: false, concurrency: false, kind: 'embedded' };

export const POSTGRES: Capabilities = { copy: true, listen: true, concurrency: true, kind: 'postgres' };
