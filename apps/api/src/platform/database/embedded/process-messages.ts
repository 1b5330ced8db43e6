import type { DatabaseErrorCode } from '../database-error.ts';

/** First message to the database process: what to open. */
export interface OpenOrder {
  readonly dataDir: string;
  readonly kind: 'server' | 'command';
  readonly password: string;
  /** 0: any free port. */
  readonly port: number;
}

/** What the database process answers, through the channel Node gives a parent and its child. */
export type ProcessReport =
  | { readonly type: 'ready'; readonly port: number; readonly tookOverFrom: number | null }
  | {
      readonly type: 'refused';
      readonly code: DatabaseErrorCode;
      readonly params: Readonly<Record<string, string | number>>;
      readonly words: string;
    }
  /** Asked to close, but commands still use it: it ends after the last of them. */
  | { readonly type: 'lingering' };
