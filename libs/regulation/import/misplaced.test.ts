import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { MISPLACED_DEFAULTS, misplaced, type DividedPoint } from './misplaced.ts';

const DATA = new URL('../../../../shared/data/', import.meta.url);
const TAIWAN = new URL('tw-nfa-shelters-v9/tw_shelters_v9_masked.csv', DATA);
const JAPAN = [
  new URL('jp-gsi-shelters/jp_designated_emergency_evacuation_sites.csv.gz', DATA),
  new URL('jp-gsi-shelters/jp_designated_shelters.csv.gz', DATA),
];

/** `count` shelters spread over about `spreadKilometers` around a place, always the same. */
function around(
  place: string,
  longitude: number,
  latitude: number,
  count: number,
  spreadKilometers: number,
): DividedPoint[] {
  return Array.from({ length: count }, (_unused, index) => {
    const angle = index * 2.4;
    const degrees = (spreadKilometers / 111) * Math.sqrt((index + 1) / count);
    return {
      id: `${place}-${index}`,
      division: '甲縣',
      longitude: longitude + degrees * Math.cos(angle),
      latitude: latitude + degrees * Math.sin(angle),
    };
  });
}

describe('points absurdly far from their division', () => {
  const county = around('county', 121, 25, 200, 20);

  it('leaves an ordinary division alone', () => {
    expect(misplaced(county).size).toBe(0);
  });

  it('holds a single far point and says how far and what the limit was', () => {
    const held = misplaced([...county, { id: 'far', division: '甲縣', longitude: 121, latitude: 27 }]);
    expect([...held.keys()]).toEqual(['far']);
    expect(held.get('far')?.distanceKilometers).toBeCloseTo(222.4, 0);
    expect(held.get('far')?.limitKilometers).toBe(MISPLACED_DEFAULTS.floorKilometers);
  });

  it('holds a whole township that was moved together', () => {
    const township = around('township', 121, 27, 20, 5);
    expect([...misplaced([...county, ...township]).keys()]).toEqual(township.map(({ id }) => id));
  });

  it('is not led to a moved township by one wrong point on the way', () => {
    const township = around('township', 121, 26.8, 20, 5);
    const wrong = { id: 'wrong', division: '甲縣', longitude: 121, latitude: 26 };
    expect(misplaced([...county, wrong, ...township]).size).toBe(20);
  });

  it('keeps islands that real shelters lead to, step by step', () => {
    const islands = [25.8, 26.5, 27.2].flatMap((latitude) => around(`isle${latitude}`, 121, latitude, 4, 3));
    expect(misplaced([...county, ...islands]).size).toBe(0);
    expect(misplaced([...county, ...islands], { ...MISPLACED_DEFAULTS, stepKilometers: 50 }).size).toBe(8);
  });

  it('joins a lone shelter within a step of real ones, and lets it lead nowhere', () => {
    const island = around('island', 121, 26, 3, 1);
    const lone = { id: 'lone', division: '甲縣', longitude: 121, latitude: 26.7 };
    const beyond = { id: 'beyond', division: '甲縣', longitude: 121, latitude: 27.4 };
    expect([...misplaced([...county, ...island, lone, beyond]).keys()]).toEqual(['beyond']);
  });

  it('keeps a far island that is a twentieth of the division and has thirty shelters', () => {
    const isle = (count: number) => misplaced([...county, ...around('isle', 124, 24, count, 10)]).size;
    expect(isle(29)).toBe(29);
    expect(isle(30)).toBe(0);
    const large = around('large', 121, 25, 1_000, 20);
    expect(misplaced([...large, ...around('isle', 124, 24, 52, 10)]).size).toBe(52);
    expect(misplaced([...large, ...around('isle', 124, 24, 53, 10)]).size).toBe(0);
  });

  it('judges a wide division by its own width', () => {
    const wide = around('wide', 143, 43, 400, 250);
    const limit = misplaced([...wide, { id: 'far', division: '甲縣', longitude: 143, latitude: 55 }]).get(
      'far',
    );
    expect(limit?.limitKilometers).toBeGreaterThan(MISPLACED_DEFAULTS.floorKilometers * 2);
    expect(misplaced([...wide, { id: 'near', division: '甲縣', longitude: 143, latitude: 46.5 }]).size).toBe(
      0,
    );
  });

  it('says nothing about divisions too small to compare, nor about points that are no numbers', () => {
    const few = [
      ...around('few', 121, 25, 3, 1),
      { id: 'far', division: '甲縣', longitude: 121, latitude: 29 },
    ];
    expect(misplaced(few).size).toBe(0);
    expect(
      misplaced([...county, { id: 'nan', division: '甲縣', longitude: Number.NaN, latitude: 25 }]).size,
    ).toBe(0);
    expect(
      misplaced([...county, { id: 'nan', division: '甲縣', longitude: 121, latitude: Infinity }]).size,
    ).toBe(0);
    expect(misplaced([]).size).toBe(0);
  });

  it('begins to compare at five points, and is not misled by many that are no numbers', () => {
    const far = { id: 'far', division: '甲縣', longitude: 121, latitude: 29 };
    expect([...misplaced([...around('four', 121, 25, 4, 1), far]).keys()]).toEqual(['far']);
    for (const axis of ['longitude', 'latitude'] as const) {
      const broken = around('broken', 121, 25, 300, 20).map((point) => ({ ...point, [axis]: Number.NaN }));
      expect([...misplaced([...county, far, ...broken]).keys()]).toEqual(['far']);
    }
  });

  it('compares with the own division only', () => {
    const other = county.map((point) => ({
      ...point,
      id: `b${point.id}`,
      division: '乙縣',
      latitude: point.latitude + 5,
    }));
    expect(misplaced([...county, ...other]).size).toBe(0);
  });
});

const taiwan = existsSync(TAIWAN) ? describe : describe.skip;
taiwan('the Taiwan list (skipped without ../shared/data)', () => {
  const points = (existsSync(TAIWAN) ? rows(readFileSync(TAIWAN)) : []).map((row) => ({
    id: row['序號'] ?? '',
    division: (row['縣市及鄉鎮市區'] ?? '').slice(0, 3),
    longitude: Number(row['經度']),
    latitude: Number(row['緯度']),
  }));

  it('catches the 24 misplaced points and refuses at most 1 % of the others', () => {
    const held = misplaced(points.filter(({ longitude }) => longitude !== 0));
    const zero = points.filter(({ longitude }) => longitude === 0);
    const far = points.filter(({ latitude }) => latitude > 26.5);
    expect([zero.length, far.length, points.length]).toEqual([3, 21, 5_973]);
    expect(far.filter(({ id }) => !held.has(id))).toEqual([]);
    expect(held.size - far.length).toBeLessThanOrEqual(0.01 * points.length);
  });
});

const japan = JAPAN.every((file) => existsSync(file)) ? describe : describe.skip;
japan('the Japanese lists (skipped without ../shared/data)', () => {
  it.each(JAPAN)('holds few of %s', (file) => {
    const points = rows(gunzipSync(readFileSync(file))).map((row, index) => ({
      id: String(index),
      division:
        /^(北海道|東京都|京都府|大阪府|.{2,3}県)/.exec(row['都道府県名及び市町村名'] ?? '')?.[0] ?? '',
      longitude: Number(row['経度']),
      latitude: Number(row['緯度']),
    }));
    const held = misplaced(points);
    expect(held.size).toBeLessThan(0.0003 * points.length);
  });
});

function rows(bytes: Buffer): Record<string, string>[] {
  return parse(bytes, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
}
