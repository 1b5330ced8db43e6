import type { ShelterFact } from '../enumerations.ts';

/** One report of an opened shelter. Instants in milliseconds since 1970. */
export interface FactReport {
  readonly facts: readonly ShelterFact[];
  /** When it happened, as far as the reporting clock is believed. */
  readonly at: number;
}

/** What the reports together say; null = not (or no longer) so. */
export interface ReportedFacts {
  readonly answeredAt: number | null;
  readonly gateOpenAt: number | null;
  readonly staffedAt: number | null;
  readonly partlyUsable: boolean;
  readonly damagedAt: number | null;
}

const NOTHING: ReportedFacts = {
  answeredAt: null,
  gateOpenAt: null,
  staffedAt: null,
  partlyUsable: false,
  damagedAt: null,
};

/**
 * Art. 22 (the unit reports): folds reports in the order in which things happened, so that one that arrives late, twice or
 * out of order changes nothing that a later one said. Any report is an answer.
 */
export function foldReports(reports: readonly FactReport[]): ReportedFacts {
  const inOrder = reports.toSorted((one, other) => one.at - other.at);
  let facts = NOTHING;
  for (const { facts: said, at } of inOrder) {
    facts = { ...facts, answeredAt: facts.answeredAt ?? at };
    for (const fact of said) facts = applied(facts, fact, at);
  }
  return facts;
}

function applied(facts: ReportedFacts, fact: ShelterFact, at: number): ReportedFacts {
  switch (fact) {
    case 'ANSWERED':
      return facts;
    case 'GATE_OPEN':
      return { ...facts, gateOpenAt: facts.gateOpenAt ?? at };
    case 'GATE_SHUT':
      return { ...facts, gateOpenAt: null };
    case 'STAFFED':
      return { ...facts, staffedAt: facts.staffedAt ?? at };
    case 'UNSTAFFED':
      return { ...facts, staffedAt: null };
    case 'PARTLY_USABLE':
      return { ...facts, partlyUsable: true };
    case 'WHOLLY_USABLE':
      return { ...facts, partlyUsable: false };
    case 'DAMAGED':
      return { ...facts, damagedAt: facts.damagedAt ?? at };
    case 'SOUND':
      return { ...facts, damagedAt: null };
  }
}
