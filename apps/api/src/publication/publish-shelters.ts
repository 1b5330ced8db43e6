import { reach } from '#regulation/authority';
import { unpublishable, type PublishableFacts } from '#regulation/publication/publishable';
import type { Refusal } from '#regulation/refusal';
import { TEXT_LIMITS } from '#regulation/registry/text-limits';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performActs, type DrawnColumns } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { countEdition, makeEdition, type NumberedEdition } from './make-edition.ts';
import { publicProjection } from './public-projection.ts';
import { PUBLICATION_PROCESS } from './publication-process.ts';
import { sayWhatHasLeft } from './say-what-has-left.ts';

/** Shelters by id, or a query that gives their ids in a column `id`. Its text comes from code, never from input. */
export type ShelterSource =
  readonly string[] | { readonly query: string; readonly parameters: readonly unknown[] };

const RULE = 'publication/publish';

/** Publishes shelters as they are on file now, in one dated edition (Art. 18). Throws ActRefused with all that is against it. */
export function publishShelters(
  office: Office,
  officer: Officer,
  source: ShelterSource,
  note: string | null,
): Promise<NumberedEdition> {
  return inTransaction(office.dataSource, (tx) => publishInOneEdition(tx, office, officer, source, note));
}

/** The same within a transaction of the caller, who may have filed the shelters in it. One edition is one ledger entry, and one for what has left. */
export async function publishInOneEdition(
  tx: EntityManager,
  office: Office,
  officer: Officer,
  source: ShelterSource,
  note: string | null,
): Promise<NumberedEdition> {
  if (!reach(officer, 'publishShelters').everywhere)
    refuseIfAny([refusal(null, 'NO_AUTHORITY', { act: 'publishShelters' })]);
  const at = office.clock.now();
  const said = note?.trim() || null;
  const edition = await makeEdition(tx, { kind: 'REGULAR', at, by: officer.personId, note: said });
  const ids = await lockShelters(tx, source);
  refuseIfAny([...(ids.length === 0 ? [refusal('shelters', 'NOTHING_CHOSEN')] : []), ...noteRefusals(said)]);

  const unpublishable = await findUnpublishable(tx, ids);
  await sayWhatIsNew(tx, edition.number, ids);
  const published = await performActs(tx, PUBLICATION_PROCESS, {
    act: 'publish',
    ids,
    by: officer,
    at,
    refusals: ({ id }) => unpublishable.get(id) ?? [],
    set: { edition: edition.number, reason: null, updated_at: at },
    drawn: FILED_VERSION,
    details: { edition: edition.number },
  });
  await sayWhatHasLeft(tx, officer, edition, at);
  await countEdition(tx, edition.number);
  await tellChanges(
    tx,
    published.map(({ jurisdictionCode }) => ({ topic: 'PUBLICATION', jurisdictionCode, at })),
  );
  return edition;
}

/** Locks shelters before their publications, in id order, as every writer of a shelter's standing does. */
async function lockShelters(tx: EntityManager, source: ShelterSource): Promise<string[]> {
  const [chosen, parameters] =
    'query' in source
      ? [source.query, [...source.parameters]]
      : ['select unnest($1::uuid[]) as id', [source]];
  const rows = await tx.query<{ id: string }[]>(
    `select id from shelter where id in (select id from (${chosen}) chosen) order by id for key share`,
    parameters,
  );
  const found = rows.map(({ id }) => id);
  // Ids that are no shelter go along: the one door says that they were not found.
  return 'query' in source ? found : [...new Set(source)];
}

async function findUnpublishable(tx: EntityManager, ids: string[]): Promise<Map<string, Refusal[]>> {
  const rows = await tx.query<(PublishableFacts & { id: string })[]>(
    `select id, code, filed_at is not null as filed, deregistered_at is not null as deregistered,
            location is not null as placed
     from shelter
     where id = any($1) and (filed_at is null or deregistered_at is not null or location is null)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, unpublishable(facts)]));
}

/** Says what is new to the public before anything changes: read against what it sees so far. */
async function sayWhatIsNew(tx: EntityManager, edition: number, ids: string[]): Promise<void> {
  await tx.query(
    `insert into edition_item (edition, shelter_id, version, change)
     select $1, shelter.id, shelter.version,
            case when publication.status <> 'PUBLISHED' then 'PUBLISHED'
                 when publication.version <> shelter.version then 'CHANGED' else 'CONFIRMED' end
     from shelter join publication on publication.shelter_id = shelter.id
     where shelter.id = any($2)`,
    [edition, ids],
  );
}

/** The public version is drawn from the file in the statement that publishes it. */
const FILED_VERSION: DrawnColumns = {
  columns: {
    version: 'shelter.version',
    contents: publicProjection('shelter.contents'),
    name: 'shelter.name',
    address: 'shelter.address',
    location: 'shelter.location',
    usable_capacity: 'shelter.usable_capacity',
    suitability: 'shelter.suitability',
    zone_plan_file_id: `(shelter.contents->>'zonePlanFileId')::uuid`,
  },
  from: 'shelter',
  on: 'shelter.id = subject.shelter_id',
};

function noteRefusals(note: string | null): Refusal[] {
  const limit = TEXT_LIMITS.reason;
  const length = note?.length ?? 0;
  return length > limit ? [refusal('note', 'TOO_LONG', { limit, length })] : [];
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: RULE, article: 18, field, code, params };
}
