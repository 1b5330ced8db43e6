import { namedQuery, type NamedStatement } from '../database/named-query.ts';
import type { Office } from '../office.ts';
import { laterOf, type Later, type LaterRow } from './read-changes.ts';

/** Changes numbered and read in one go: bounds the time the head is held. */
export const RELAY_BATCH = 1_000;

/** The NOTIFY by which other processes hear that there is something to read; it carries who rang. */
export const BELL = 'shelter_changes';

/** What a relay found to do, and what it read. */
export interface Relayed extends Later {
  /** False when as much as it takes in one go was numbered or read: there may be more. */
  readonly all: boolean;
}

const RELAY: NamedStatement = {
  name: 'relay-outbox-1',
  text: `select numbered, head, oldest, (change).seq, (change).topic,
                (change).jurisdiction_code as "jurisdictionCode", (change).unit_id as "unitId",
                (change).activation_id as "activationId", (change).shelter_id as "shelterId", (change).at
         from relay_outbox($1, $2, $3, $4, $5)`,
};

/**
 * Gives committed changes their public numbers: in the order in which they became visible, without gaps. One relay at
 * a time over all processes, for it holds the head until commit; a change whose transaction was slower than its
 * neighbours is numbered when it is there, never passed over. Answers what follows on the last number seen. One
 * statement, for each costs more than the telling of a change to fifty (migration relay-in-one-statement).
 */
export async function relayChanges(office: Office, seen: number, ringer: string): Promise<Relayed> {
  const { capabilities, config, dataSource } = office;
  const rows = await namedQuery<LaterRow & { readonly numbered: number }>(dataSource, RELAY, [
    seen,
    RELAY_BATCH,
    config.liveKept,
    capabilities.listen ? BELL : null,
    ringer,
  ]);
  const later = laterOf(rows, seen);
  const all = (rows[0]?.numbered ?? 0) < RELAY_BATCH && later.changes.length < RELAY_BATCH;
  return { ...later, all };
}
