import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
import { inTransaction } from '../../apps/api/src/platform/database/data-source.ts';
import {
  enterShelter,
  reviseShelter,
  type RecordedShelter,
} from '../../apps/api/src/registry/record-shelter.ts';
import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';

/** A place in the middle of 湖滨区. */
export const PLACE = { longitude: 111.195, latitude: 34.781 };

/** What is on file about an ordinary shelter, with the changes. */
export function contentsWith(changes: Partial<ShelterContents> = {}, at = PLACE): ShelterContents {
  return {
    ...EMPTY_CONTENTS,
    name: '湖滨公园应急避难场所',
    address: '黄河路 1 号',
    declaredCapacity: 500,
    position: { ...at, sourceCrs: 'WGS84', rawLongitude: at.longitude, rawLatitude: at.latitude },
    ...changes,
  };
}

/** A shelter on file, entered without the paperwork of a filing. */
export function givenShelter(
  server: TestServer,
  unit: Somebody,
  changes: Partial<ShelterContents> = {},
  jurisdictionCode = '411202',
): Promise<RecordedShelter> {
  const facts = {
    contents: contentsWith(changes),
    origin: 'FILING',
    filingId: null,
    reason: null,
    by: null,
  } as const;
  const at = server.clock.now();
  return inTransaction(server.office.dataSource, (tx) =>
    enterShelter(tx, { jurisdictionCode, unitId: unit.organisationId }, { ...facts, at }),
  );
}

/** The next version of a shelter on file. */
export function revised(
  server: TestServer,
  shelter: RecordedShelter,
  changes: Partial<ShelterContents>,
): Promise<RecordedShelter> {
  const facts = {
    contents: contentsWith(changes),
    origin: 'CORRECTION',
    filingId: null,
    reason: '更正',
    by: null,
  } as const;
  const at = server.clock.now();
  return inTransaction(server.office.dataSource, (tx) => reviseShelter(tx, shelter.id, { ...facts, at }));
}

/** Sets what a shelter is doing tonight, as an activation will. */
export async function standing(
  server: TestServer,
  shelter: RecordedShelter,
  columns: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(columns);
  await server.office.dataSource.query(
    `update shelter set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where id = $1`,
    [shelter.id, ...Object.values(columns)],
  );
}
