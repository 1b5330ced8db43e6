import type { Office } from '../office.ts';

/** One thing that must hold before the server can do its work; `holds` may throw, which counts as no. */
export interface Condition {
  readonly code: string;
  /** What is not so, when it does not hold. */
  readonly otherwise: string;
  /** True once for all: not asked again after it held. */
  readonly forGood: boolean;
  readonly holds: (office: Office) => Promise<boolean>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
}

/** A database that does not answer within this is not ready for anybody. */
const PATIENCE_MS = 2_000;

export const DATABASE_ANSWERS: Condition = {
  code: 'DATABASE',
  otherwise: 'The database does not answer.',
  forGood: false,
  holds: async (office) => {
    await office.dataSource.query('select 1');
    return true;
  },
};

export const MIGRATIONS_DONE: Condition = {
  code: 'MIGRATIONS',
  otherwise: 'The schema is older than the server. Run "npm run migrate".',
  forGood: true,
  holds: async ({ dataSource }) => !(await dataSource.showMigrations()),
};

/** Tells whether the server is ready, truthfully at every asking; however many ask at once, the database is asked once. */
export class ReadinessCheck {
  readonly #held = new Set<Condition>();
  #asking: Promise<Readiness> | undefined;

  constructor(
    private readonly office: Office,
    private readonly conditions: readonly Condition[],
  ) {}

  async ask(): Promise<Readiness> {
    this.#asking ??= this.#judge().finally(() => (this.#asking = undefined));
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const silent = new Promise<Readiness>((resolve) =>
      patience.addEventListener('abort', () => resolve(unready(DATABASE_ANSWERS)), { once: true }),
    );
    return Promise.race([this.#asking, silent]);
  }

  async #judge(): Promise<Readiness> {
    for (const condition of this.conditions) {
      if (this.#held.has(condition)) continue;
      const holds = await condition.holds(this.office).catch(() => false);
      // In order: without a database the rest cannot be told.
      if (!holds) return unready(condition);
      if (condition.forGood) this.#held.add(condition);
    }
    return { ready: true, reasons: [] };
  }
}

function unready({ code, otherwise }: Condition): Readiness {
  return { ready: false, reasons: [{ code, message: otherwise }] };
}
