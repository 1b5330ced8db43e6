import { describe, expect, test } from '@jest/globals';
import { FACILITY_TYPES } from '#regulation/enumerations';
import { label } from '#regulation/labels';
import pdfmake, { type Content, type Style } from 'pdfmake';
import { makePdf } from '../../apps/api/src/papers/drawing/make-pdf.ts';
import { sheet } from '../../apps/api/src/papers/drawing/sheet.ts';
import { Words } from '../../apps/api/src/papers/drawing/words.ts';
import { zonePlanSheet } from '../../apps/api/src/papers/drawing/zone-plan-sheet.ts';
import { ordersWith } from '../support/papers.ts';
import { codeOn, inkOf, picturesOf, textsOf, type Picture } from '../support/pdf.ts';

/** Of the basic plane and its extension A, of the table of standard characters, of extension B: in one of the fonts. */
const RARE = ['堃', '㙍', '䶮', '𬭚', '𠮷'] as const;
/** Extension D and an emoji: in none. */
const LACKING = ['𫠝', '🏫'] as const;
const LONG = `${RARE.join('')}${'三门峡市湖滨区车站街道'.repeat(8)}`;

const typeOf = (index: number) => FACILITY_TYPES[index % FACILITY_TYPES.length] ?? 'WATER';

async function drawn(kind: string, changes: Parameters<typeof ordersWith>[0]) {
  const order = ordersWith(changes).find((one) => one.kind === kind);
  if (!order) throw new Error(`no ${kind}`);
  const { bytes, lacking } = await makePdf(order);
  return { bytes, lacking: lacking.map((point) => String.fromCodePoint(point)) };
}

describe('papers as pictures', () => {
  test('every paper has ink on every page, says its own words in full, and lacks none of them', async () => {
    const facilities = Array.from({ length: 40 }, (_unused, index) => ({
      type: typeOf(index),
      quantity: index % 3 === 0 ? null : index,
      state: 'WORKING' as const,
      maintainer: LONG,
    }));
    for (const changes of [
      {},
      { facilities, name: LONG, address: LONG, remarks: 'https://a.example/'.repeat(30) },
    ])
      for (const { kind } of ordersWith({})) {
        const { bytes, lacking } = await drawn(kind, changes);
        const pages = await picturesOf(bytes, 1);
        const texts = (await textsOf(bytes)).join('');
        expect([kind, lacking]).toEqual([kind, []]);
        expect(texts).not.toMatch(/〓|undefined|null|NaN/);
        for (const [index, page] of pages.entries()) {
          expect([kind, index, inkOf(page) > 0.004 && inkOf(page) < 0.25]).toEqual([kind, index, true]);
          expect([kind, index, marginsAreClear(page)]).toEqual([kind, index, true]);
        }
        if (kind === 'ZONE_PLAN_SHEET' || kind === 'CERTIFICATE') expect(pages).toHaveLength(1);
        // A first letter has no turn to name: its head is left empty, not called unfilled.
        if (kind === 'RETURN_LETTER') expect(texts).not.toContain('未填');
        if ('name' in changes) expect(texts).toContain(LONG);
        if ('facilities' in changes && kind === 'FILING_FORM')
          for (let nth = 1; nth <= 40; nth += 1)
            expect(texts).toContain(`${nth}${label('FacilityType', typeOf(nth - 1), 'zh-CN')}`);
      }
  });

  test('zones drawn on the map have a page of their own, numbered, with scale and north', async () => {
    const ring = (west: number, south: number): [number, number][] => [
      [west, south],
      [west + 0.001, south],
      [west + 0.001, south + 0.0006],
      [west, south + 0.0006],
      [west, south],
    ];
    const { bytes } = await drawn('ZONE_PLAN_SHEET', {
      boundary: {
        parts: [
          [
            [111.194, 34.78],
            [111.198, 34.78],
            [111.198, 34.783],
            [111.194, 34.783],
            [111.194, 34.78],
          ],
        ],
        sourceCrs: 'WGS84',
      },
      zones: [
        { type: 'LODGING', name: '棚宿一区', areaSquareMeters: 6_000, ring: ring(111.1945, 34.7805) },
        { type: 'WATER', name: null, areaSquareMeters: null, ring: ring(111.1965, 34.782) },
        { type: 'PARKING', name: '北停车场', areaSquareMeters: 300, ring: null },
      ],
      entrances: [
        { name: '东门', longitude: 111.198, latitude: 34.7815, barrierFree: 'YES' },
        // A little outside of the boundary, and one that no sheet could show with it.
        { name: '西门', longitude: 111.193, latitude: 34.7815, barrierFree: 'NO' },
        { name: '远门', longitude: 111.25, latitude: 34.7815, barrierFree: 'NO' },
      ],
    });
    const [first, second, ...more] = await picturesOf(bytes, 1);
    expect(more).toEqual([]);
    if (!first || !second) throw new Error('no page of the zones');
    expect(inkOf(second)).toBeGreaterThan(0.004);
    expect(marginsAreClear(second)).toBe(true);
    const text = (await textsOf(bytes))[1] ?? '';
    for (const said of ['1棚宿一区（宿住区）6,000m²', '2供水点未填', '3北停车场', '东门', '100米', '北'])
      expect(text).toContain(said);
    // The numbers stand on the field itself, each before the names of the ways in.
    expect(text).toContain('12西门东门100米北');
  });

  test('a rare character is drawn as itself, by whichever font has it', async () => {
    const pictures = new Map<string, Picture>();
    for (const character of ['〓', ...RARE]) pictures.set(character, await titleWith(character));
    const tofu = await absentGlyph();
    for (const [character, picture] of pictures)
      expect([character, sameAs(picture, tofu)]).toEqual([character, false]);
    for (const one of pictures.values())
      for (const other of pictures.values()) if (one !== other) expect(sameAs(one, other)).toBe(false);
  });

  test('what no font has is 〓 in its place, and is listed by its code point at the foot', async () => {
    const [one, two] = LACKING;
    const alone = await drawn('CERTIFICATE', { name: `湖滨${one}小学` });
    const text = (await textsOf(alone.bytes)).join('');
    expect(alone.lacking).toEqual([one]);
    expect(text).toContain('湖滨〓小学');
    expect(text).toContain('〓=U+2B81D。');
    for (const { kind } of ordersWith({})) {
      const { bytes, lacking } = await drawn(kind, { name: `${one}与${two}与${one}` });
      const several = (await textsOf(bytes)).join('');
      expect([kind, lacking]).toEqual([kind, [one, two]]);
      expect(several).toContain('〓①与〓②与〓①');
      expect(several).toContain('〓①=U+2B81D；〓②=U+1F3EB。');
    }
    expect(sameAs(await titleWith('〓'), await titleWith(one))).toBe(true);
  });

  test('the code can be read off the picture, is 25 mm wide at least, and stands beside it in print', async () => {
    for (const kind of ['CERTIFICATE', 'REGISTRY_EXTRACT', 'ZONE_PLAN_SHEET']) {
      const { bytes } = await drawn(kind, {});
      const [page] = await picturesOf(bytes, 1.5);
      const code = page && codeOn(page, 1.5);
      expect([kind, code?.text]).toEqual([kind, 'https://shelters.example/s/411202C0007']);
      expect(code?.millimetres).toBeGreaterThanOrEqual(25);
      expect((await textsOf(bytes))[0]).toContain('411202C0007');
    }
  });
});

/** The same picture where a character is handed to a font that lacks it: what must never be printed. */
async function absentGlyph(): Promise<Picture> {
  const order = ordersWith({ name: `${LACKING[0]}村` }).find((one) => one.kind === 'ZONE_PLAN_SHEET');
  if (order?.kind !== 'ZONE_PLAN_SHEET') throw new Error('no sheet');
  const words = new (class extends Words {
    override text(text: string | number | null, style: Style = {}): Content {
      return { ...style, text: String(text) };
    }
  })();
  const definition = sheet(words, order.occasion, zonePlanSheet(words, order, false));
  return titleOf(await pdfmake.createPdf(definition).getBuffer());
}

/** The upper part of the sheet whose heading begins with the character; the foot with its list is not in it. */
async function titleWith(character: string): Promise<Picture> {
  const { bytes } = await drawn('ZONE_PLAN_SHEET', { name: `${character}村` });
  return titleOf(bytes);
}

async function titleOf(pdf: Uint8Array): Promise<Picture> {
  const [page] = await picturesOf(pdf, 2);
  if (!page) throw new Error('no page');
  const height = Math.round(page.height * 0.16);
  return { data: page.data.subarray(0, page.width * height * 4), width: page.width, height };
}

function sameAs(one: Picture, other: Picture): boolean {
  return Buffer.compare(one.data, other.data) === 0;
}

/** Nothing is printed where a printer cannot: 10 mm around. */
function marginsAreClear({ data, width, height }: Picture): boolean {
  const edge = Math.round((10 * 72) / 25.4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isInside = x >= edge && x < width - edge && y >= edge && y < height - edge;
      if (!isInside && (data[(y * width + x) * 4] ?? 255) < 200) return false;
    }
  return true;
}
