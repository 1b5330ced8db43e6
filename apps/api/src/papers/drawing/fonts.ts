import * as fontkit from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import { unpackWoff } from './unpack-woff.ts';

const { resolve } = createRequire(import.meta.url);
/** That package names its folder to nobody: it lies beside its entry. */
const hans = (file: string) => readFileSync(join(dirname(resolve('@embedpdf/fonts-sc')), '../fonts', file));
const wenKai = (weight: number) =>
  unpackWoff(readFileSync(resolve(`@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`)));

type Weight = 'normal' | 'bold';

/**
 * The fonts of the papers; the first that has a character draws it: Noto Sans Hans (both CJK blocks of the basic plane
 * and what the table of standard characters adds to them), then LXGW WenKai with 1,600 rarer ones of the other planes.
 */
const FILES: Readonly<Record<string, Readonly<Record<Weight, () => Buffer>>>> = {
  Hans: { normal: () => hans('NotoSansHans-Regular.otf'), bold: () => hans('NotoSansHans-Bold.otf') },
  WenKai: { normal: () => wenKai(500), bold: () => wenKai(700) },
};

const coverages = new Map<string, ReadonlySet<number>>();

/** The font that has the character in both of its weights; undefined when none has. */
export function fontOf(codePoint: number): string | undefined {
  return Object.keys(FILES).find((name) => coverageOf(name).has(codePoint));
}

/** Makes the first font known before anything is drawn; the others wait until a character needs them. */
export function loadFonts(): void {
  pdfmake.setFonts(
    Object.fromEntries(
      Object.keys(FILES).map((name) => [name, { normal: `${name} normal`, bold: `${name} bold` }]),
    ),
  );
  coverageOf('Hans');
}

/** Read once a thread, into the memory that pdfmake takes its fonts from. */
function coverageOf(name: string): ReadonlySet<number> {
  const known = coverages.get(name);
  if (known) return known;
  const inBold = new Set(pointsOf(name, 'bold'));
  const both = new Set(pointsOf(name, 'normal').filter((point) => inBold.has(point)));
  coverages.set(name, both);
  return both;
}

function pointsOf(name: string, weight: Weight): readonly number[] {
  const bytes = FILES[name]?.[weight]();
  if (!bytes) throw new Error(`no font ${name}`);
  pdfmake.virtualfs.writeFileSync(`${name} ${weight}`, bytes);
  const font = fontkit.create(bytes);
  if ('fonts' in font) throw new Error(`${name} is several fonts`);
  // A table of characters may name one and give it the empty glyph.
  return font.characterSet.filter((point) => font.glyphForCodePoint(point).id !== 0);
}
