import type { Content, Inline, Style } from 'pdfmake';
import { fontOf } from './fonts.ts';

/** Stands where no font has the character; GB 2312 calls it 〓, and so do newspapers. */
export const STAND_IN = '〓';
/** What the law calls a value nobody has told. */
export const NOT_TOLD = '未填';
const SOFT = '#444444';
const PLAIN = /^[\n\x20-\x7e]*$/;
/**
 * Check sums and addresses are broken anywhere, nothing else: pdfmake breaks by UTF-16 units, and would tear a character
 * of the other planes into two that no font has.
 */
const LONG_WORD = /([\x21-\x7e]{24,})/;

/** A character that no font has, and where it stands. */
interface Lack {
  readonly codePoint: number;
  readonly marks: Inline[];
}

/**
 * The texts of one paper: every one goes through here, so that no character is dropped unseen. Each is drawn by the first
 * font that has it; what none has becomes 〓, numbered when there are several, and is listed at the foot by its code point.
 */
export class Words {
  readonly #lacks = new Map<number, Lack>();
  /** Set once the foot is written: what comes after it (heads of pages) repeats what stands above. */
  #numbered = false;

  /** A text; null is said to be not told. */
  text(text: string | number | null, style: Style = {}): Content {
    const said = typeof text === 'number' ? String(text) : text?.trim();
    if (!said) return { ...style, text: NOT_TOLD, color: SOFT };
    const parts = said.split(LONG_WORD);
    if (parts.length === 1 && PLAIN.test(said)) return { ...style, text: said };
    const runs = parts.flatMap((part, index) =>
      index % 2 === 1 ? [{ text: part, wordBreak: 'break-all' as const }] : this.#runs(part),
    );
    return { ...style, text: runs };
  }

  /** The code points no font has, in the order they were met. */
  get lacking(): number[] {
    return [...this.#lacks.keys()];
  }

  /** What is said of them at the foot of the paper; nothing when nothing is lacking. Numbers the marks. */
  foot(): Content[] {
    const lacks = [...this.#lacks.values()];
    if (lacks.length === 0) return [];
    const several = lacks.length > 1;
    this.#numbered = several;
    if (several)
      for (const [index, { marks }] of lacks.entries())
        for (const mark of marks) mark.text = STAND_IN + ordinal(index);
    const list = lacks.map(
      ({ codePoint }, index) => `${STAND_IN}${several ? ordinal(index) : ''} = ${unicodeName(codePoint)}`,
    );
    const text = `本件有 ${lacks.length} 个字字库未收，以“${STAND_IN}”代替，原字以电子登记为准：${list.join('；')}。`;
    return [{ text, fontSize: 8.5, margin: [0, 10, 0, 0], unbreakable: true }];
  }

  #runs(text: string): Inline[] {
    const runs: Inline[] = [];
    let open: Inline | undefined;
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const font = character === '\n' ? 'Hans' : fontOf(codePoint);
      if (font === undefined) {
        runs.push(this.#mark(codePoint));
        open = undefined;
      } else if (open && (open.font ?? 'Hans') === font) {
        open.text += character;
      } else {
        open = font === 'Hans' ? { text: character } : { text: character, font };
        runs.push(open);
      }
    }
    return runs;
  }

  /** A mark whose number is written later, when it is known whether there are several. */
  #mark(codePoint: number): Inline {
    const lack = this.#lacks.get(codePoint) ?? { codePoint, marks: [] };
    this.#lacks.set(codePoint, lack);
    const place = [...this.#lacks.keys()].indexOf(codePoint);
    const mark = { text: this.#numbered ? STAND_IN + ordinal(place) : STAND_IN };
    lack.marks.push(mark);
    return mark;
  }
}

/** ① to ⑳ while they last. */
function ordinal(index: number): string {
  return index < 20 ? String.fromCodePoint(0x24_60 + index) : `（${index + 1}）`;
}

function unicodeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
