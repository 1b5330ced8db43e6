import { foldReports, type FactReport } from '#regulation/activation/fold-reports';
import type { ShelterFact } from '#regulation/enumerations';

/** A report as it was made on this device; its key lets it be sent twice and taken once. */
export interface PendingReport {
  key: string;
  activationShelterId: string;
  facts: ShelterFact[];
  /** The device’s own clock. */
  at: string;
  note: string | null;
  /** Why the server did not take it; it is sent no more. */
  refused: string | null;
}

/** The facts of a site as the page shows them. */
export interface ShownFacts {
  answeredAt: string | null;
  gateOpenAt: string | null;
  staffedAt: string | null;
  partlyUsable: boolean;
  damagedAt: string | null;
}

/** What was kept on the device, if it is what it should be. */
export function readPending(kept: unknown): PendingReport[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (one: unknown): one is PendingReport =>
      typeof one === 'object' && one !== null && 'key' in one && 'facts' in one && Array.isArray(one.facts),
  );
}

/** The facts as they will stand once all that waits is sent: the server’s, and the waiting ones, by the same rule of law. */
export function withPending(facts: ShownFacts, pending: readonly PendingReport[]): ShownFacts {
  const waiting = pending.filter(({ refused }) => refused === null);
  if (waiting.length === 0) return facts;
  const folded = foldReports([
    ...known(facts),
    ...waiting.map((report) => ({ facts: report.facts, at: Date.parse(report.at) })),
  ]);
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    answeredAt: instant(folded.answeredAt),
    gateOpenAt: instant(folded.gateOpenAt),
    staffedAt: instant(folded.staffedAt),
    partlyUsable: folded.partlyUsable,
    damagedAt: instant(folded.damagedAt),
  };
}

/** What the server told, as the reports it came from. */
function known(facts: ShownFacts): FactReport[] {
  const { answeredAt, gateOpenAt, staffedAt, damagedAt, partlyUsable } = facts;
  const told: readonly (readonly [ShelterFact, string | null])[] = [
    ['ANSWERED', answeredAt],
    ['GATE_OPEN', gateOpenAt],
    ['STAFFED', staffedAt],
    ['DAMAGED', damagedAt],
    ['PARTLY_USABLE', partlyUsable ? answeredAt : null],
  ];
  return told.flatMap(([fact, at]) => (at === null ? [] : [{ facts: [fact], at: Date.parse(at) }]));
}
