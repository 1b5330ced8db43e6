import { isCivilDate } from '#regulation/civil-date';

/** A date as people type it (2026-2-3, 2026/02/03, 20260203, 2026年2月3日) as YYYY-MM-DD; null where there is no such day. */
export function readDay(typed: string): string | null {
  const [, year, month, day] =
    /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/u.exec(typed.normalize('NFKC').replaceAll(/\s/gu, '')) ?? [];
  const told = `${year ?? ''}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}`;
  return isCivilDate(told) ? told : null;
}
