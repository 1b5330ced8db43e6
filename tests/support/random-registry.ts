import {
  HAZARD_TYPES,
  OPERATIONAL_STATUSES,
  READINESSES,
  SUITABILITIES,
  type HazardType,
  type OperationalStatus,
  type PublicationStatus,
  type Readiness,
  type Suitability,
} from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import { v7 as uuidv7 } from 'uuid';
import { shelterColumns } from '../../apps/api/src/registry/shelter-columns.ts';
import type { Somebody } from './city.ts';
import { contentsWith } from './public-shelters.ts';
import { givenEdition, HIDE, SUSPEND, WITHDRAW_SHELTER } from './publication.ts';
import type { Random } from './random.ts';
import type { TestServer } from './server.ts';

/** What the public could be told of a shelter at some version. */
export interface Told {
  readonly longitude: number;
  readonly latitude: number;
  readonly capacity: number | null;
  readonly suitability: ReadonlyMap<HazardType, Suitability>;
}

/** A shelter as the test itself knows it, apart from any database. */
export interface KnownShelter {
  readonly id: string;
  readonly code: string;
  readonly jurisdictionCode: string;
  filed: Told;
  published: Told | null;
  status: PublicationStatus;
  announced: boolean;
  operationalStatus: OperationalStatus;
  readiness: Readiness;
  occupied: number | null;
  /** Persons for whom there is no room today, of a part that is out of use. */
  placesOut: number;
}

const SEATS: readonly (readonly [string, number, number])[] = [
  ['411202', 111.195, 34.778],
  ['411203', 111.103, 34.72],
  ['411221', 111.762, 34.767],
  ['411224', 111.052, 34.054],
  ['411281', 111.884, 34.747],
  ['411282', 110.894, 34.517],
  ['SMX-SFQ', 111.16, 34.79],
];

/** A registry full of every case, in the database and, the same, in the answer. */
export async function givenRandomRegistry(
  server: TestServer,
  people: { readonly unit1: Somebody; readonly city: Somebody },
  random: Random,
  count: number,
): Promise<KnownShelter[]> {
  const shelters = Array.from({ length: count }, (_, index) => anyShelter(random, index));
  for (let index = 0; index < count; index += 20) standTogether(shelters, index, random);
  await insert(server, people.unit1, shelters);
  await publish(
    server,
    people.city,
    shelters.filter(() => random.chance(0.85)),
  );
  await revise(server, people.city, shelters, random);
  await takeBack(server, people.city, shelters, random);
  await giveStanding(server, shelters, random);
  return shelters;
}

function anyShelter(random: Random, index: number): KnownShelter {
  const [jurisdictionCode, longitude, latitude] = random.pick(SEATS);
  return {
    id: uuidv7(),
    code: `${jurisdictionCode}X${String((index * 7919) % 10_000).padStart(4, '0')}-${index}`,
    jurisdictionCode,
    filed: anyTold(random, longitude, latitude),
    published: null,
    status: 'UNPUBLISHED',
    announced: false,
    operationalStatus: 'STANDBY',
    readiness: 'UNKNOWN',
    occupied: null,
    placesOut: 0,
  };
}

/** In town, in the county, or far away. */
function anyTold(random: Random, longitude: number, latitude: number): Told {
  const spread = random.pick([0.01, 0.05, 0.2, 0.2, 3]);
  return {
    longitude: Number((longitude + random.normal() * spread).toFixed(6)),
    latitude: Number((latitude + random.normal() * spread).toFixed(6)),
    capacity: random.chance(0.2) ? null : random.whole(0, 400),
    suitability: new Map(
      HAZARD_TYPES.filter(() => random.chance(0.7)).map((hazard) => [hazard, random.pick(SUITABILITIES)]),
    ),
  };
}

/** A hall and its field: the same place, so that only the code tells which comes first. */
function standTogether(shelters: KnownShelter[], index: number, random: Random): void {
  const [one, other] = [shelters[index], shelters[random.whole(0, shelters.length - 1)]];
  if (!one || !other) return;
  const { longitude, latitude } = one.filed;
  other.filed = { ...other.filed, longitude, latitude };
}

function contentsOf({ longitude, latitude, capacity, suitability }: Told): ShelterContents {
  return contentsWith(
    {
      declaredCapacity: capacity,
      suitability: [...suitability].map(([hazard, verdict]) => ({
        hazard,
        suitability: verdict,
        assessedBy: null,
        assessedOn: null,
      })),
    },
    { longitude, latitude },
  );
}

async function insert(server: TestServer, unit: Somebody, shelters: readonly KnownShelter[]): Promise<void> {
  const at = server.clock.now();
  const rows = shelters.map((shelter) => {
    const contents = contentsOf(shelter.filed);
    return {
      ...shelterColumns(contents),
      contents,
      id: shelter.id,
      code: shelter.code,
      jurisdiction_code: shelter.jurisdictionCode,
      unit_id: unit.organisationId,
      version: 1,
      filed_at: at,
      changed_at: at,
      operational_status: 'STANDBY',
      readiness: 'UNKNOWN',
      announced: false,
      places_out: 0,
      demo: false,
    };
  });
  await server.office.dataSource.query(
    `insert into shelter select * from jsonb_populate_recordset(null::shelter, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

async function publish(server: TestServer, city: Somebody, shelters: readonly KnownShelter[]): Promise<void> {
  const ids = shelters.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += 2_000) {
    await givenEdition(server, city, ids.slice(start, start + 2_000));
  }
  for (const shelter of shelters) {
    shelter.published = shelter.filed;
    shelter.status = 'PUBLISHED';
  }
}

/** New versions on file, of which the public learns only some. */
async function revise(server: TestServer, city: Somebody, shelters: readonly KnownShelter[], random: Random) {
  const revised = shelters.filter(() => random.chance(0.3));
  for (const shelter of revised)
    shelter.filed = anyTold(random, shelter.filed.longitude, shelter.filed.latitude);
  const rows = revised.map(({ id, filed }) => {
    const contents = contentsOf(filed);
    return { ...shelterColumns(contents), id, contents };
  });
  await server.office.dataSource.query(
    `update shelter set version = 2, location = new.location, usable_capacity = new.usable_capacity,
       suitability = new.suitability, contents = new.contents
     from jsonb_to_recordset($1::jsonb)
       as new (id uuid, location geography, usable_capacity integer, suitability text, contents jsonb)
     where shelter.id = new.id`,
    [JSON.stringify(rows)],
  );
  await publish(
    server,
    city,
    revised.filter((_, index) => index % 2 === 0),
  );
}

async function takeBack(
  server: TestServer,
  city: Somebody,
  shelters: readonly KnownShelter[],
  random: Random,
) {
  const published = shelters.filter(({ status }) => status === 'PUBLISHED');
  const acts = [
    [SUSPEND, 'SUSPENDED'],
    [HIDE, 'HIDDEN'],
    [WITHDRAW_SHELTER, 'UNPUBLISHED'],
  ] as const;
  for (const shelter of published.filter((_, index) => index % 20 === 0)) {
    const [act, status] = random.pick(acts);
    await server.do(act, { id: shelter.id, reason: '核实中' }, city);
    shelter.status = status;
  }
}

async function giveStanding(
  server: TestServer,
  shelters: readonly KnownShelter[],
  random: Random,
): Promise<void> {
  for (const shelter of shelters) {
    shelter.operationalStatus = random.chance(0.5) ? 'STANDBY' : random.pick(OPERATIONAL_STATUSES);
    shelter.readiness = random.chance(0.6) ? 'READY' : random.pick(READINESSES);
    shelter.occupied = random.chance(0.6) ? null : random.whole(0, 300);
    shelter.announced = random.chance(0.2);
    shelter.placesOut = random.chance(0.8) ? 0 : random.whole(1, 500);
  }
  await server.office.dataSource.query(
    `update shelter set operational_status = new.status, readiness = new.readiness, occupied = new.occupied,
       announced = new.announced, places_out = new.places_out
     from unnest($1::uuid[], $2::text[], $3::text[], $4::integer[], $5::boolean[], $6::integer[])
       as new (id, status, readiness, occupied, announced, places_out)
     where shelter.id = new.id`,
    [
      shelters.map(({ id }) => id),
      shelters.map(({ operationalStatus }) => operationalStatus),
      shelters.map(({ readiness }) => readiness),
      shelters.map(({ occupied }) => occupied),
      shelters.map(({ announced }) => announced),
      shelters.map(({ placesOut }) => placesOut),
    ],
  );
}
