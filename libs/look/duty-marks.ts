import type { DutyStage, Lateness } from '#regulation/enumerations';

/** How far a duty is, as a shape; drawn in the ink of the ground it stands on. */
export interface DutyMark {
  /** For running text and paper. */
  shape: string;
  /** SVG path in a box of 24 by 24. */
  path: string;
  drawing: 'SOLID' | 'OUTLINE';
}

/** The four steps of lateness, and none: ground, ink and a sign that survives a copier. */
export interface LatenessMark {
  ground: `--${string}`;
  ink: `--${string}`;
  /** Empty while nothing presses. */
  sign: '' | '›' | '!' | '!!';
}

/** A duty as the board sees it: one nobody answers for is a stage of its own. */
export type BoardStage = DutyStage | 'UNASSIGNED';

const CIRCLE = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z';

const DUTY_MARKS: Record<BoardStage, DutyMark> = {
  UNASSIGNED: {
    shape: '✕',
    path: 'M5 3L12 10L19 3L21 5L14 12L21 19L19 21L12 14L5 21L3 19L10 12L3 5Z',
    drawing: 'SOLID',
  },
  ASSIGNED: { shape: '○', path: CIRCLE, drawing: 'OUTLINE' },
  ACKNOWLEDGED: { shape: '◐', path: `${CIRCLE}M12 5a7 7 0 0 1 0 14Z`, drawing: 'SOLID' },
  IN_PLACE: { shape: '●', path: CIRCLE, drawing: 'SOLID' },
  DEGRADED: { shape: '▲', path: 'M12 3L22 20H2Z', drawing: 'SOLID' },
  STOOD_DOWN: { shape: '—', path: 'M4 11H20V13H4Z', drawing: 'SOLID' },
};

const LATENESS_MARKS: Record<Lateness, LatenessMark> = {
  ON_TIME: { ground: '--on-time', ink: '--on-time-ink', sign: '' },
  DUE_SOON: { ground: '--due-soon', ink: '--due-soon-ink', sign: '›' },
  LATE: { ground: '--late', ink: '--late-ink', sign: '!' },
  VERY_LATE: { ground: '--very-late', ink: '--very-late-ink', sign: '!!' },
  NO_TARGET: { ground: '--ground-soft', ink: '--ink', sign: '' },
};

export function dutyMark(stage: BoardStage): DutyMark {
  return DUTY_MARKS[stage];
}

export function latenessMark(lateness: Lateness): LatenessMark {
  return LATENESS_MARKS[lateness];
}

/** The mark as SVG text in the ink around it, hidden from screen readers: the word speaks. */
export function dutySvg({ path, drawing }: DutyMark, sizePixels: number): string {
  const paint =
    drawing === 'SOLID'
      ? 'fill="currentColor" fill-rule="evenodd" stroke="currentColor" stroke-width="2" stroke-linejoin="round"'
      : 'fill="none" stroke="currentColor" stroke-width="3"';
  const box = `width="${sizePixels}" height="${sizePixels}" viewBox="0 0 24 24"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} aria-hidden="true"><path d="${path}" ${paint}/></svg>`;
}
