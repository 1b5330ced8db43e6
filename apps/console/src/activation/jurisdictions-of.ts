import { reach, type ActName } from '#regulation/authority';
import { jurisdictions, officer } from '../session/session.ts';

/** The codes of the jurisdictions in which the officer may do this act; the city itself opens nothing and is left out. */
export function placesOfAct(act: ActName): string[] {
  if (!officer.value) return [];
  const { everywhere, jurisdictions: codes } = reach(officer.value, act);
  return jurisdictions.value
    .filter(({ code, level }) => level !== 'CITY' && (everywhere || codes.includes(code)))
    .map(({ code }) => code);
}
