import pdfmake, { type Definition } from 'pdfmake';
import type { PaperOrder } from '../paper-order.ts';
import { certificate } from './certificate.ts';
import { filingForm } from './filing-form.ts';
import { loadFonts } from './fonts.ts';
import { isDrawable } from './plan-drawing.ts';
import { registryExtract } from './registry-extract.ts';
import { returnLetter } from './return-letter.ts';
import { sheet, type Sheet } from './sheet.ts';
import { Words } from './words.ts';
import { zonePlanSheet } from './zone-plan-sheet.ts';

loadFonts();
pdfmake.setUrlAccessPolicy(() => false);

export interface MadePdf {
  readonly bytes: Uint8Array;
  /** Code points no font has. */
  readonly lacking: readonly number[];
}

/** Draws a paper. A drawing that proves unreadable half-way is named instead of shown. */
export async function makePdf(order: PaperOrder): Promise<MadePdf> {
  if (order.kind !== 'ZONE_PLAN_SHEET') return print(order, (words) => compose(words, order), null);
  if (await isDrawable(order.plan, order.planPath)) {
    try {
      return await print(order, (words) => zonePlanSheet(words, order, true), order.planPath);
    } catch {
      // The sheet without its picture still says where the original is.
    }
  }
  return print(order, (words) => zonePlanSheet(words, order, false), null);
}

function compose(words: Words, order: Exclude<PaperOrder, { kind: 'ZONE_PLAN_SHEET' }>): Sheet {
  switch (order.kind) {
    case 'FILING_FORM':
      return filingForm(words, order);
    case 'RETURN_LETTER':
      return returnLetter(words, order);
    case 'CERTIFICATE':
      return certificate(words, order);
    case 'REGISTRY_EXTRACT':
      return registryExtract(words, order);
  }
}

async function print(
  { occasion }: PaperOrder,
  composed: (words: Words) => Sheet,
  picture: string | null,
): Promise<MadePdf> {
  const words = new Words();
  const definition: Definition = sheet(words, occasion, composed(words));
  // Nothing is read but the one drawing that was asked for; the fonts are in memory.
  pdfmake.setLocalAccessPolicy((path) => path === picture);
  const bytes = await pdfmake.createPdf(definition).getBuffer();
  return { bytes: new Uint8Array(bytes), lacking: words.lacking };
}
