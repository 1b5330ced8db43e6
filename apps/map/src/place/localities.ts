import { TOWNSHIPS, type Township } from '#geography/boundaries/townships';
import type { Point } from '#geography/distance';

/** A county or management unit as residents choose it, with the seat of its offices (WGS 84, to about a kilometre). */
export interface County {
  code: string;
  name: string;
  nameEn: string;
  seat: Point;
}

export const COUNTIES: readonly County[] = [
  county('411202', '湖滨区', 'Hubin District', 111.1811, 34.7732),
  county('411203', '陕州区', 'Shanzhou District', 111.0976, 34.7181),
  county('411221', '渑池县', 'Mianchi County', 111.7559, 34.7662),
  county('411224', '卢氏县', 'Lushi County', 111.0419, 34.0559),
  county('411271', '开发区', 'Development Zone', 111.152, 34.785),
  county('411281', '义马市', 'Yima City', 111.8685, 34.7483),
  county('411282', '灵宝市', 'Lingbao City', 110.8883, 34.5183),
];

/** The townships of a county, in order of code. */
export function townshipsOf(countyCode: string): Township[] {
  return TOWNSHIPS.filter((township) => township.countyCode === countyCode);
}

/** What a place chosen from the list rests on: the township's own shelters, or only the county's seat. */
export interface Estimate {
  point: Point;
  from: 'TOWNSHIP' | 'SEAT';
}

/**
 * No public source has coordinates of townships. A township lies where its shelters stand (middle of those whose
 * division, address or name names it); without any, only the county's seat is known, and the page says so.
 */
export function estimateTownship(
  chosen: County,
  township: Township | null,
  shelters: readonly { name: string; address: string | null; division: string | null; location: Point }[],
): Estimate {
  const stem = township?.name.replace(/(街道|[镇乡区])$/u, '') ?? '';
  if (stem.length < 2) return { point: chosen.seat, from: 'SEAT' };
  const here = shelters.filter(
    ({ name, address, division, location }) =>
      `${division ?? ''} ${address ?? ''} ${name}`.includes(stem) &&
      isNear(location, chosen.seat, COUNTY_REACH_DEGREES),
  );
  if (here.length === 0) return { point: chosen.seat, from: 'SEAT' };
  return {
    point: {
      longitude: median(here.map(({ location }) => location.longitude)),
      latitude: median(here.map(({ location }) => location.latitude)),
    },
    from: 'TOWNSHIP',
  };
}

/** Names of townships repeat between counties (城关镇): only shelters within a county's reach of the seat count. */
const COUNTY_REACH_DEGREES = 0.6;

function isNear(a: Point, b: Point, degrees: number): boolean {
  return Math.abs(a.longitude - b.longitude) <= degrees && Math.abs(a.latitude - b.latitude) <= degrees;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function county(code: string, name: string, nameEn: string, longitude: number, latitude: number): County {
  return { code, name, nameEn, seat: { longitude, latitude } };
}
