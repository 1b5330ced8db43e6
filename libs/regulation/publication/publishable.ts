import type { Refusal } from '../refusal.ts';

export interface PublishableFacts {
  /** Painted on the sign; tells which of many shelters a refusal is about. */
  code: string;
  filed: boolean;
  deregistered: boolean;
  /** Whether its position is on file. */
  placed: boolean;
}

/** Art. 18 ¶2: published is what is on file, and a shelter without a place cannot be shown to anybody. */
export function unpublishable({ code, filed, deregistered, placed }: PublishableFacts): Refusal[] {
  const params = { shelter: code };
  const refusals: Refusal[] = [];
  if (deregistered) refusals.push(refusal('shelters', 'NO_LONGER_FILED', params));
  else if (!filed) refusals.push(refusal('shelters', 'NOT_FILED', params));
  if (!placed) refusals.push(refusal('position', 'MISSING', params));
  return refusals;
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'publication/publishable', article: 18, field, code, params };
}
