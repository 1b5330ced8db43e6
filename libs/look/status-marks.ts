import type { OperationalStatus } from '#regulation/enumerations';

/** How a state looks: a colour, a shape and a word, never one of them alone. */
export interface StatusMark {
  /** The custom property of tokens.css. */
  colour: `--status-${string}`;
  /** For running text and paper. */
  shape: string;
  /** SVG path in a box of 24 by 24. */
  path: string;
  /** Filled, outlined, or the dashed outline of what is stale. */
  drawing: 'SOLID' | 'OUTLINE' | 'DASHED';
  /** Where the word stands among the labels. */
  wordKey: `OperationalStatus.${OperationalStatus}`;
}

type Shape = Pick<StatusMark, 'colour' | 'shape' | 'path' | 'drawing'> & {
  staleShape: string;
  /** Where the path itself has no plain outline. */
  stalePath?: string;
};

const CIRCLE = 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z';
const NOT_ACTIVATED: Shape = {
  colour: '--status-closed',
  shape: '○',
  staleShape: '○',
  path: CIRCLE,
  drawing: 'OUTLINE',
};

const SHAPES: Record<OperationalStatus, Shape> = {
  OPEN: { colour: '--status-open', shape: '●', staleShape: '◌', path: CIRCLE, drawing: 'SOLID' },
  LIMITED: {
    colour: '--status-limited',
    shape: '▲',
    staleShape: '△',
    path: 'M12 3L22 20H2Z',
    drawing: 'SOLID',
  },
  FULL: { colour: '--status-full', shape: '■', staleShape: '□', path: 'M4 4H20V20H4Z', drawing: 'SOLID' },
  OPENING: {
    colour: '--status-opening',
    shape: '◐',
    staleShape: '◐',
    path: `${CIRCLE}M12 4a8 8 0 0 1 0 16Z`,
    stalePath: `${CIRCLE}M12 3V21`,
    drawing: 'SOLID',
  },
  DECIDED: {
    colour: '--status-decided',
    shape: '◇',
    staleShape: '◇',
    path: 'M12 2L21 12L12 22L3 12Z',
    drawing: 'OUTLINE',
  },
  CLOSING: {
    colour: '--status-closing',
    shape: '▽',
    staleShape: '▽',
    path: 'M2 4H22L12 21Z',
    drawing: 'OUTLINE',
  },
  CLOSED: NOT_ACTIVATED,
  STANDBY: NOT_ACTIVATED,
  DAMAGED: {
    colour: '--status-damaged',
    shape: '✕',
    staleShape: '✕',
    path: 'M5 3L12 10L19 3L21 5L14 12L21 19L19 21L12 14L5 21L3 19L10 12L3 5Z',
    drawing: 'SOLID',
  },
};

/** The mark of a status; stale, it keeps its shape and word but is grey and hollow, and wants its age beside it. */
export function statusMark(status: OperationalStatus, isStale: boolean): StatusMark {
  const { colour, shape, staleShape, path, stalePath = path, drawing } = SHAPES[status];
  const wordKey = `OperationalStatus.${status}` as const;
  return isStale
    ? { colour: '--status-stale', shape: staleShape, path: stalePath, drawing: 'DASHED', wordKey }
    : { colour, shape, path, drawing, wordKey };
}

/** What is drawn of a mark. */
export type DrawnMark = Pick<StatusMark, 'path' | 'drawing'> & { colour: `--${string}` };

/** The mark as SVG text (for map icons, which take no component), hidden from screen readers: the word speaks. */
export function markSvg({ colour, path, drawing }: DrawnMark, sizePixels: number): string {
  const ink = `var(${colour})`;
  const paint = {
    SOLID: `fill="${ink}" fill-rule="evenodd" stroke="${ink}" stroke-width="2" stroke-linejoin="round"`,
    OUTLINE: `fill="var(--mark-halo)" stroke="${ink}" stroke-width="3"`,
    DASHED: `fill="var(--mark-halo)" stroke="${ink}" stroke-width="2.5" stroke-dasharray="3.5 2.5"`,
  }[drawing];
  const box = `width="${sizePixels}" height="${sizePixels}" viewBox="0 0 24 24"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} aria-hidden="true"><path d="${path}" ${paint}/></svg>`;
}
