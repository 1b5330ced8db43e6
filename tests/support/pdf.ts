import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

/** A page drawn as a screen or a printer would: RGBA. */
export interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const POINTS_OF_A_MILLIMETRE = 72 / 25.4;

/** One library for texts and one for pictures, each made once: after a picture the library reads texts no more. */
const started = new Map<'texts' | 'pictures', Promise<PDFiumLibrary>>();

function libraryFor(use: 'texts' | 'pictures'): Promise<PDFiumLibrary> {
  const library = started.get(use) ?? PDFiumLibrary.init();
  started.set(use, library);
  return library;
}

/** The text of each page, as a reader would copy it, without the blanks of the layout. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const library = await libraryFor('texts');
  const document = await library.loadDocument(pdf);
  const texts = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/gu, ''));
  document.destroy();
  return texts;
}

/** Every page as a picture. */
export async function picturesOf(pdf: Uint8Array, scale: number): Promise<Picture[]> {
  const library = await libraryFor('pictures');
  const document = await library.loadDocument(pdf);
  const pictures: Picture[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    pictures.push({ data: new Uint8Array(data), width, height });
  }
  document.destroy();
  return pictures;
}

/** Share of a page that is dark. */
export function inkOf({ data, width, height }: Picture): number {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark / (width * height);
}

/** The code on a page drawn at that scale: what it says, and how wide it is printed, in millimetres. */
export function codeOn(
  { data, width, height }: Picture,
  scale: number,
): { text: string; millimetres: number } | null {
  const read = jsqr.default ?? jsqr;
  const found = read(Uint8ClampedArray.from(data), width, height);
  if (!found) return null;
  const { topLeftCorner: left, topRightCorner: right } = found.location;
  const pixels = Math.hypot(right.x - left.x, right.y - left.y);
  return { text: found.data, millimetres: pixels / scale / POINTS_OF_A_MILLIMETRE };
}
