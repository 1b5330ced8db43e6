import type { DrawnMark } from '#look/status-marks';
import { t, type MessageKey } from '../i18n/words.ts';
import type { DeskState } from './desk-states.ts';

const MARKS = {
  NEW: { colour: '--status-open', path: 'M9 2H15V9H22V15H15V22H9V15H2V9H9Z', drawing: 'SOLID' },
  CHANGED: { colour: '--status-opening', path: 'M12 1.5L22.5 12L12 22.5L1.5 12Z', drawing: 'SOLID' },
  CURRENT: { colour: '--status-closed', path: 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z', drawing: 'OUTLINE' },
  SUSPENDED: { colour: '--status-limited', path: 'M4 3H10V21H4ZM14 3H20V21H14Z', drawing: 'SOLID' },
  HIDDEN: { colour: '--status-closing', path: 'M4 4H20V20H4Z', drawing: 'DASHED' },
  WITHDRAWN: {
    colour: '--status-damaged',
    path: 'M5 3L12 10L19 3L21 5L14 12L21 19L19 21L12 14L5 21L3 19L10 12L3 5Z',
    drawing: 'SOLID',
  },
  LEAVING: {
    colour: '--status-damaged',
    path: 'M3 10H14V5L22 12L14 19V14H3Z',
    drawing: 'SOLID',
  },
  NOT_PUBLISHABLE: { colour: '--status-closed', path: 'M3 10H21V14H3Z', drawing: 'SOLID' },
} as const satisfies Record<DeskState, DrawnMark>;

const WORDS: Readonly<Record<DeskState, MessageKey>> = {
  NEW: 'deskState.NEW',
  CHANGED: 'deskState.CHANGED',
  CURRENT: 'deskState.CURRENT',
  SUSPENDED: 'deskState.SUSPENDED',
  HIDDEN: 'deskState.HIDDEN',
  WITHDRAWN: 'deskState.WITHDRAWN',
  LEAVING: 'deskState.LEAVING',
  NOT_PUBLISHABLE: 'deskState.NOT_PUBLISHABLE',
};

/** What an edition said of a shelter, drawn and worded. A change nobody knows yet is told by its own name. */
const CHANGES: Readonly<Record<string, { like: DeskState; key: MessageKey }>> = {
  PUBLISHED: { like: 'NEW', key: 'change.PUBLISHED' },
  CHANGED: { like: 'CHANGED', key: 'change.CHANGED' },
  CONFIRMED: { like: 'CURRENT', key: 'change.CONFIRMED' },
  SUSPENDED: { like: 'SUSPENDED', key: 'change.SUSPENDED' },
  HIDDEN: { like: 'HIDDEN', key: 'change.HIDDEN' },
  WITHDRAWN: { like: 'WITHDRAWN', key: 'change.WITHDRAWN' },
};

export interface SaidMark {
  mark: DrawnMark;
  word: string;
}

/** How a state of the desk is drawn and said: colour, shape and word, never one of them alone. */
export function deskMark(state: DeskState): SaidMark {
  return { mark: MARKS[state], word: t(WORDS[state]) };
}

export function changeMark(change: string): SaidMark {
  const known = CHANGES[change];
  return known ? { mark: MARKS[known.like], word: t(known.key) } : { mark: MARKS.CURRENT, word: change };
}
