import { mayPerform } from '#regulation/authority';
import type { Actor, Appointment } from '#regulation/actor';
import type { EntityManager } from 'typeorm';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { ActRefused } from '../../platform/refused.ts';
import { EVERY_YEAR, takeNumbers } from '../../registry/take-numbers.ts';
import type { NamedDivision } from '../profiles/profile.ts';
import { divisionKey } from './survey-list.ts';

/** A jurisdiction as a row needs it. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly localCode: string;
}

/** Where the city keeps what concerns no single county. */
export const CITY = '411200';

/** What to do about divisions nobody knows: nothing, make them, or go on as if they were made. */
export type MissingDivisions = 'NEVER' | 'CREATE' | 'PRETEND';

/** Each division the list names as the jurisdiction it means; a division nobody knows has none. */
export type Places = ReadonlyMap<string, Place | null>;

/**
 * Finds the jurisdictions a list names, by code or name; what names none is of `home`, when there is such.
 * Those that are missing are made first, when that is asked for.
 */
export async function findPlaces(
  office: Office,
  actor: Actor,
  divisions: ReadonlyMap<string, NamedDivision>,
  { home, missing: wish }: { readonly home: string | null; readonly missing: MissingDivisions },
): Promise<Places> {
  const known = await allPlaces(office.dataSource);
  const places = match(divisions, known, home);
  if (wish === 'NEVER') return places;
  const missing = [...divisions.values()].filter((one) => one.name && places.get(divisionKey(one)) === null);
  if (missing.length === 0) return places;
  const appointment = refuseUnlessCity(actor);
  if (wish === 'PRETEND') return new Map([...places, ...missing.map(pretended)]);
  await createDivisions(office, actor, appointment, missing, known);
  return match(divisions, await allPlaces(office.dataSource), home);
}

/** A jurisdiction as lists name it: in Chinese, or in English as the English template does. */
interface KnownPlace extends Place {
  readonly nameEn: string;
}

function allPlaces(tx: Pick<EntityManager, 'query'>): Promise<KnownPlace[]> {
  return tx.query<KnownPlace[]>(
    `select code, name, name_en as "nameEn", local_code as "localCode" from jurisdiction order by code`,
  );
}

function match(
  divisions: ReadonlyMap<string, NamedDivision>,
  known: readonly KnownPlace[],
  home: string | null,
): Places {
  const byCode = new Map(
    known.flatMap(
      (place) =>
        [
          [place.localCode, place],
          [place.code, place],
        ] as const,
    ),
  );
  const byName = new Map(
    known.toReversed().flatMap((place) => [[place.nameEn, place] as const, [place.name, place] as const]),
  );
  const city = known.find(({ code }) => code === CITY)?.name ?? '';
  return new Map(
    [...divisions].map(([key, { code, name }]) => {
      if (code === null && name === null) return [key, byCode.get(home ?? '') ?? null];
      const coded = code === null ? undefined : byCode.get(code);
      // Codes of other countries look alike: a name that says otherwise wins.
      const agrees = coded && (name === null || name === code || coded.name === name);
      const short = name?.startsWith(city) && name !== city ? name.slice(city.length) : name;
      const named = byName.get(name ?? '') ?? byName.get(short ?? '');
      return [key, (agrees ? coded : named) ?? null];
    }),
  );
}

function refuseUnlessCity(actor: Actor): Appointment {
  const appointment = mayPerform(actor, 'createJurisdictions', { jurisdictionCode: CITY, unitId: null });
  if (appointment) return appointment;
  const params = { act: 'createJurisdictions' };
  throw new ActRefused([
    { rule: 'import/divisions', article: null, field: null, code: 'NO_AUTHORITY', params },
  ]);
}

function pretended(division: NamedDivision): [string, Place] {
  const name = division.name ?? '';
  return [divisionKey(division), { code: division.code ?? name, name, localCode: division.code ?? 'X' }];
}

/** Divisions come under the city's authority, without boundary; their local code is the source's, or X and a number. */
async function createDivisions(
  office: Office,
  actor: Actor,
  appointment: Appointment,
  missing: readonly NamedDivision[],
  known: readonly Place[],
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const taken = new Set(known.flatMap(({ code, localCode }) => [code, localCode]));
    const byName = new Map(missing.map((division) => [division.name ?? '', division]));
    const codes = [...byName.values()].map(({ code }) => {
      if (code === null || code.length > 20 || taken.has(code)) return null;
      taken.add(code);
      return code;
    });
    const uncoded = codes.filter((code) => code === null).length;
    let running = uncoded > 0 ? await takeNumbers(tx, 'DIVISION', CITY, EVERY_YEAR, uncoded) : 0;
    const given = codes.map((code) => code ?? `X${String(running++).padStart(4, '0')}`);
    await tx.query(
      `insert into jurisdiction (code, name, name_en, level, local_code)
       select code, name, name, 'DIVISION', code from unnest($1::text[], $2::text[]) as made (code, name)`,
      [given, [...byName.keys()]],
    );
    await writeLedgerEntry(tx, {
      process: 'jurisdiction',
      act: 'createJurisdictions',
      article: null,
      at,
      by: actor,
      appointment,
      jurisdictionCode: CITY,
      subjects: given.map((id) => ({ kind: 'jurisdiction', id, from: null, to: 'DIVISION' })),
      details: {},
    });
  });
}
