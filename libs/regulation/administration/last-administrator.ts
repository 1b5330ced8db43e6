import type { Refusal } from '../refusal.ts';

/** Practice: a city that disables its last administrator could never let anybody in again. */
export function lastAdministrator(othersLeft: number): Refusal[] {
  if (othersLeft > 0) return [];
  const rule = 'administration/last-administrator';
  return [{ rule, article: null, field: null, code: 'LAST_ADMINISTRATOR', params: {} }];
}
