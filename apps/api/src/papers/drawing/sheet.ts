import { civilDateOf, type CivilDate } from '#regulation/civil-date';
import type { Content, Definition, Layout, Style } from 'pdfmake';
import type { Occasion } from '../paper-order.ts';
import type { Words } from './words.ts';

/** Points. A4 with the margins of an official letter, so that two holes and a stamp find room. */
const MARGIN = { left: 65, top: 74, right: 60, bottom: 62 } as const;
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Share of the page above which a heading may stand. */
const LOWEST_HEADING = 0.88;

export interface Sheet {
  /** Names the file and its head. */
  readonly title: string;
  /** Whom or what it is about, in the head of every page. */
  readonly about: string;
  /** What has to be seen at once, by shape and word: a stage, a past version; empty: nothing. */
  readonly mark: string;
  /** Which edition it shows, at the foot of every page; empty: it has none. */
  readonly edition: string;
  /** Written across every page. */
  readonly across: string | null;
  readonly landscape?: boolean;
  readonly content: readonly Content[];
}

/** A whole document in the one look of all papers: black on white, what it is and when it was drawn on every page. */
export function sheet(words: Words, occasion: Occasion, paper: Sheet): Definition {
  // The foot of the text numbers its marks, so it is made before pages are.
  const content = [...paper.content, ...words.foot()];
  const drawn = `制表时间：${dayOf(occasion.drawnAt)} ${TIME.format(occasion.drawnAt)}`;
  const small: Style = { fontSize: 8.5 };
  const line = (y: number): Content => ({
    canvas: [{ type: 'line', x1: 0, y1: y, x2: paper.landscape ? 717 : 470, y2: y, lineWidth: 0.6 }],
  });
  return {
    pageSize: 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: paper.landscape ? [65, 62, 60, 56] : [MARGIN.left, MARGIN.top, MARGIN.right, MARGIN.bottom],
    defaultStyle: { font: 'Hans', fontSize: 10.5, lineHeight: 1.25 },
    language: 'zh-CN',
    info: { title: `${paper.title} ${paper.about}`, creationDate: occasion.drawnAt },
    ...(paper.across === null
      ? {}
      : {
          watermark: {
            text: paper.across,
            font: 'Hans',
            bold: true,
            color: '#000000',
            opacity: 0.06,
            fontSize: 110,
          },
        }),
    header: () => ({
      margin: [65, paper.landscape ? 30 : 38, 60, 0],
      stack: [
        {
          columns: [
            words.text(`${paper.title}　${shortened(paper.about)}`, { ...small, width: '*' }),
            ...(paper.mark === ''
              ? []
              : [words.text(paper.mark, { ...small, bold: true, width: 'auto', alignment: 'right' })]),
          ],
          columnGap: 12,
        },
        line(2),
      ],
    }),
    footer: (page, pages) => ({
      margin: [65, paper.landscape ? 8 : 18, 60, 0],
      stack: [
        line(0),
        {
          margin: [0, 4, 0, 0],
          columns: [
            words.text(drawn, { ...small, width: '*' }),
            words.text(paper.edition, { ...small, width: '*', alignment: 'center' }),
            words.text(`第 ${page} 页　共 ${pages} 页`, { ...small, width: '*', alignment: 'right' }),
          ],
        },
      ],
    }),
    content,
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel === 1 && startPosition.verticalRatio > LOWEST_HEADING,
  };
}

/** The name of the paper, large, over its contents. */
export function heading(words: Words, text: string, below = 14): Content {
  const length = Array.from(text).length;
  return words.text(text, {
    fontSize: length > 44 ? 13 : length > 30 ? 16 : 20,
    bold: true,
    alignment: 'center',
    margin: [0, 0, 0, below],
  });
}

export function section(words: Words, text: string): Content {
  return words.text(text, { bold: true, fontSize: 11.5, margin: [0, 9, 0, 4], headlineLevel: 1 });
}

/** A line of its own inside every cell: survives a copier. */
export const GRID: Layout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => '#000000',
  vLineColor: () => '#000000',
  paddingTop: () => 4,
  paddingBottom: () => 3,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};

export type Fact = readonly [name: string, value: string | number | null];

/** Facts one below the other: name, value. */
export function facts(words: Words, rows: readonly Fact[], nameWidth = 96, layout = GRID): Content {
  return {
    table: { widths: [nameWidth, '*'], body: rows.map(([name, value]) => factCells(words, name, value)) },
    layout,
  };
}

/** Facts two beside each other; an odd one takes the rest of its row. */
export function pairs(words: Words, rows: readonly Fact[]): Content {
  const body: Content[][] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const [left, right] = [rows[at], rows[at + 1]];
    if (!left) continue;
    const [name, value] = factCells(words, left[0], left[1]);
    if (!name || !value) continue;
    body.push(
      right
        ? [name, value, ...factCells(words, right[0], right[1])]
        : [name, { ...value, colSpan: 3 }, { text: '' }, { text: '' }],
    );
  }
  return { table: { widths: [96, '*', 96, '*'], body }, layout: GRID };
}

function factCells(words: Words, name: string, value: Fact[1]): Content[] {
  return [words.text(name, { bold: true }), words.text(value)];
}

/** A list with a head on every page it goes over; an empty one says so. */
export function list(
  words: Words,
  widths: (number | string)[],
  heads: readonly string[],
  rows: readonly (readonly Fact[1][])[],
): Content {
  const body = rows.map((row) => row.map((cell) => words.text(cell)));
  const none = [
    words.text(null, { colSpan: heads.length, alignment: 'center' }),
    ...heads.slice(1).map(() => ({ text: '' })),
  ];
  return {
    table: {
      widths,
      headerRows: 1,
      body: [heads.map((head) => words.text(head, { bold: true })), ...(body.length > 0 ? body : [none])],
    },
    layout: GRID,
  };
}

/** Large enough for a sign and a copier (≥ 25 mm), with what it says in print beside or below it. */
export function qrCode(text: string): Content {
  return { qr: text, fit: 110, eccLevel: 'M' };
}

/** 2026年11月26日. */
export function dayOf(at: Date | CivilDate): string {
  const [year = '', month = '', day = ''] = (typeof at === 'string' ? at : civilDateOf(at)).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** A head has one line. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > 28 ? `${characters.slice(0, 27).join('')}…` : text;
}
