import { filing } from './en/filing.ts';
import { frame } from './en/frame.ts';
import { records } from './en/records.ts';
import type { Messages } from './messages.ts';

/** The words of the console in English. */
export const en: Messages = { ...frame, ...filing, ...records };
