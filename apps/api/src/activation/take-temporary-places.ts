import { toWgs84, type Crs } from '#geography/crs';
import { civilDateOf } from '#regulation/civil-date';
import { checkContents } from '#regulation/filing/check-contents';
import { correctionDue } from '#regulation/import/correction-due';
import type { Refusal } from '#regulation/refusal';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { refuseIfAny } from '../platform/refused.ts';
import { contentsFacts } from '../registry/contents-facts.ts';
import { enterShelters } from '../registry/record-shelter.ts';

/** A place that is no shelter on file and is needed tonight. */
export interface TemporaryPlace {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly crs: Crs;
  readonly address: string | null;
  /** Persons; null = not known. */
  readonly capacity: number | null;
  readonly phone: string | null;
  /** The unit that runs it; null = the deciding body itself. */
  readonly unitId: string | null;
}

/**
 * Takes temporary places into the registry within the decision that opens them: a code, a version, no filing yet; that is
 * made good later (补正 date). Only what cannot be true of a place refuses it.
 */
export async function takeTemporaryPlaces(
  tx: EntityManager,
  places: readonly TemporaryPlace[],
  decision: {
    readonly jurisdictionCode: string;
    readonly ownOrganisationId: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<string[]> {
  if (places.length === 0) return [];
  const { jurisdictionCode, at } = decision;
  const contents = places.map(contentsOf);
  const facts = await contentsFacts(
    tx,
    contents.map((one) => ({ jurisdictionCode, contents: one, shelterId: null })),
    at,
  );
  refuseIfAny([
    ...contents.flatMap((one, index) => {
      const known = facts[index];
      const findings = known ? checkContents(one, known) : [];
      return findings
        .filter((finding) => finding.class === 'IMPOSSIBLE')
        .map((finding) => ({ ...finding, field: placeField(index, finding.field) }));
    }),
    ...(await unitRefusals(tx, places, jurisdictionCode)),
  ]);
  const entered = await enterShelters(
    tx,
    contents.map((one, index) => ({
      jurisdictionCode,
      unitId: places[index]?.unitId ?? decision.ownOrganisationId,
      contents: one,
      filingId: null,
      filed: false,
      correctionDue: correctionDue(civilDateOf(at)),
    })),
    { origin: 'DECISION', reason: null, by: decision.by, at },
  );
  return entered.map(({ id }) => id);
}

function contentsOf(place: TemporaryPlace): ShelterContents {
  const [longitude, latitude] = toWgs84(place.longitude, place.latitude, place.crs);
  return {
    ...EMPTY_CONTENTS,
    name: place.name.trim(),
    address: place.address?.trim() || null,
    position: {
      longitude,
      latitude,
      sourceCrs: place.crs,
      rawLongitude: place.longitude,
      rawLatitude: place.latitude,
    },
    declaredCapacity: place.capacity,
    contact: { name: null, phone: place.phone?.trim() || null, phone24h: null },
    publicPhone: place.phone?.trim() || null,
    standingKind: 'TEMPORARY',
  };
}

async function unitRefusals(
  tx: EntityManager,
  places: readonly TemporaryPlace[],
  jurisdictionCode: string,
): Promise<Refusal[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from organisation where id = any($1) and jurisdiction_code = $2 and kind = 'UNIT'`,
    [places.flatMap(({ unitId }) => unitId ?? []), jurisdictionCode],
  );
  const here = new Set(rows.map(({ id }) => id));
  return places.flatMap(({ unitId }, index) =>
    unitId === null || here.has(unitId.toLowerCase())
      ? []
      : [
          {
            rule: 'activation/temporary-place',
            article: 14,
            field: placeField(index, 'unitId'),
            code: 'UNIT_NOT_HERE',
            params: {},
          },
        ],
  );
}

/** The field of the place, as the decision names it. */
function placeField(index: number, field: string | null): string {
  const name = field?.replace(/^position\.?/, '') ?? '';
  const own = name === 'declaredCapacity' ? 'capacity' : name.startsWith('contact') ? 'phone' : name;
  return `temporaryPlaces.${index}${own === '' ? '' : `.${own}`}`;
}
