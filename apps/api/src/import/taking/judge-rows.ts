import { mayPerform } from '#regulation/authority';
import type { Actor } from '#regulation/actor';
import { checkContents } from '#regulation/filing/check-contents';
import { firstOfEachCell } from '#regulation/import/first-of-each-cell';
import type { Finding, RefusalCode, Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { contentsFacts } from '../../registry/contents-facts.ts';
import type { MappedRow } from '../profiles/profile.ts';
import type { RowFinding } from '../reading/unreadable.ts';
import type { Place, Places } from './divisions.ts';
import { keyOf, type Known } from './known-places.ts';
import { newUnits } from './new-units.ts';
import type { OwnUnit } from './own-unit.ts';
import { divisionKey, type Survey } from './survey-list.ts';

/** GOOD rows come in; HELD ones wait as drafts for somebody to look; REFUSED ones leave no trace but the report. */
export type Verdict = 'GOOD' | 'HELD' | 'REFUSED';

/** A row with the place it belongs to, before the checks. */
export interface PlacedRow extends MappedRow {
  readonly place: Place | null;
  readonly source: string;
  /** The earlier row with the same number; null when there is none. */
  readonly twice: number | null;
}

export interface JudgedRow extends PlacedRow {
  readonly verdict: Verdict;
  /** Whether something that Art. 14 asks for is missing. */
  readonly gaps: boolean;
}

/** What all rows of a list are judged by. */
export interface Bench {
  readonly actor: Actor;
  readonly survey: Survey;
  readonly places: Places;
  /** The unit whose own list it is; null for an authority's. */
  readonly owner: OwnUnit | null;
  /** The header of the column a field was read from; null when the list has none. */
  readonly columnOf: (field: string | null) => string | null;
  /** The first row of each number so far: a jurisdiction can be written in several ways. Filled by placeRows. */
  readonly firstRows: Map<string, number>;
  /** The first row of each owner or manager so far. Filled by newUnits. */
  readonly firstUnits: Map<string, number>;
}

/** Finds the jurisdiction of each row, and the source its number belongs to. Rows may come again, but in order. */
export function placeRows(
  { survey, places, owner, firstRows }: Bench,
  rows: readonly MappedRow[],
): PlacedRow[] {
  return rows.map((row) => {
    const place = places.get(divisionKey(row.division)) ?? null;
    // Numbers of the template are only told apart within one jurisdiction, or one owner.
    const scope = owner ? `:${owner.id}` : survey.head.profile === 'own' ? `:${place?.code ?? ''}` : '';
    const source = `${survey.head.source}${scope}`;
    const key = place
      ? keyOf({ source, sourceId: row.sourceId })
      : `${divisionKey(row.division)}\n${row.sourceId}`;
    const first = firstRows.get(key) ?? row.row;
    firstRows.set(key, first);
    return { ...row, place, source, twice: first === row.row ? null : first };
  });
}

/** Everything there is to say about each row, in the order of the file. */
export async function judgeRows(
  tx: Pick<EntityManager, 'query'>,
  bench: Bench,
  rows: readonly PlacedRow[],
  known: Known,
  at: Date,
): Promise<JudgedRow[]> {
  const facts = await contentsFacts(
    tx,
    rows.map((row) => ({
      jurisdictionCode: row.place?.code ?? '',
      contents: row.contents,
      shelterId: known.shelters.get(keyOf(row))?.id ?? null,
    })),
    at,
  );
  const units = await newUnits(tx, bench, rows);
  return rows.map((row, index) => {
    const world = facts[index];
    if (!world) throw new Error(`no facts for row ${row.row}`);
    const checks = firstOfEachCell(row.findings, checkContents(row.contents, world)).map((finding) => ({
      ...finding,
      row: row.row,
      column: bench.columnOf(finding.field),
    }));
    const findings = [...ownFindings(bench, row, known), ...row.findings, ...checks];
    const unit = units.get(row.row);
    // Which units another county has is nobody else's business.
    const foreign = findings.some(({ code }) => code === 'FOREIGN_JURISDICTION');
    if (unit && !foreign) findings.push(unit);
    const impossible = findings.some((finding) => finding.class === 'IMPOSSIBLE');
    const held = bench.survey.held.get(row.row);
    if (!impossible && held) {
      const params = {
        division: held.county,
        distance: Math.round(held.distanceKilometers),
        limit: Math.round(held.limitKilometers),
      };
      findings.push(said(bench, row, 'IMPOSSIBLE', 'position', 'FAR_FROM_DIVISION', params));
    }
    return {
      ...row,
      findings,
      verdict: impossible ? 'REFUSED' : held ? 'HELD' : 'GOOD',
      gaps: findings.some((finding) => finding.class === 'LAW'),
    };
  });
}

/** What the list as a whole, and the officer's reach, say about a row. */
function ownFindings(bench: Bench, row: PlacedRow, known: Known): RowFinding[] {
  const { survey, owner } = bench;
  const findings: RowFinding[] = [];
  const say = (kind: Finding['class'], field: string, code: RefusalCode, params: Refusal['params'] = {}) =>
    findings.push(said(bench, row, kind, field, code, params));
  if (row.sourceId === '') say('IMPOSSIBLE', 'sourceId', 'EMPTY');
  else if (row.sourceId.length > 100)
    say('IMPOSSIBLE', 'sourceId', 'TOO_LONG', { limit: 100, length: row.sourceId.length });
  else if (row.twice !== null) say('IMPOSSIBLE', 'sourceId', 'ROW_TWICE', { row: row.twice });
  const alike = survey.alike.get(row.row);
  if (alike !== undefined && row.twice === null) {
    say('ADVICE', 'name', 'SAME_NAME_NEARBY', { code: `#${alike}`, name: row.contents.name, distance: 0 });
  }
  findings.push(...placeFindings(bench, row, known));
  const unitName = row.unitName ?? owner?.name ?? '';
  if (unitName === '') say('IMPOSSIBLE', 'unitId', 'UNIT_MISSING');
  else if (unitName.length > 100)
    say('IMPOSSIBLE', 'unitId', 'TOO_LONG', { limit: 100, length: unitName.length });
  else if (owner && unitName !== owner.name) {
    say('IMPOSSIBLE', 'unitId', 'NO_AUTHORITY', { act: 'importList' });
  }
  return findings;
}

function placeFindings(bench: Bench, row: PlacedRow, known: Known): RowFinding[] {
  const { actor, owner } = bench;
  const value = row.division.name ?? row.division.code ?? '';
  const foreign = () => said(bench, row, 'IMPOSSIBLE', 'jurisdictionCode', 'FOREIGN_JURISDICTION', { value });
  if (!row.place) {
    return [said(bench, row, 'IMPOSSIBLE', 'jurisdictionCode', 'UNKNOWN_JURISDICTION', { value })];
  }
  const subject = { jurisdictionCode: row.place.code, unitId: owner?.id ?? null };
  const allowed = mayPerform(actor, 'importList', subject) !== null;
  if (!allowed || (owner && owner.jurisdictionCode !== row.place.code)) return [foreign()];
  const before = known.shelters.get(keyOf(row)) ?? known.filings.get(keyOf(row));
  return before && before.jurisdictionCode !== row.place.code ? [foreign()] : [];
}

export function said(
  { columnOf }: Bench,
  { row }: Pick<MappedRow, 'row'>,
  kind: Finding['class'],
  field: string,
  code: RefusalCode,
  params: Refusal['params'] = {},
): RowFinding {
  const column = columnOf(field);
  return { row, column, class: kind, rule: 'import/row', article: null, field, code, params };
}
