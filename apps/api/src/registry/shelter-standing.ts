import type { EntityManager } from 'typeorm';

/** SQL of the room there is today, in persons: what is usable less what is out of use; null while the former is unknown. */
export function roomOf(shelter: string, usable = `${shelter}.usable_capacity`): string {
  return `${usable} - least(${usable}, ${shelter}.places_out)`;
}

/**
 * operationalStatus of the law in SQL, over a row of activation_shelter and its shelter; a test holds the two against
 * each other, fact by fact.
 */
export function statusOf(opened: string, shelter: string): string {
  return `case
    when ${opened}.released_at is not null then 'CLOSED'
    when ${opened}.damaged_at is not null then 'DAMAGED'
    when ${opened}.closing_at is not null then 'CLOSING'
    when ${opened}.gate_open_at is null then case when ${opened}.answered_at is null then 'DECIDED' else 'OPENING' end
    when ${roomOf(shelter)} - ${opened}.occupied <= 0 then 'FULL'
    when ${opened}.staffed_at is not null and not ${opened}.partly_usable then 'OPEN'
    else 'LIMITED' end`;
}

/**
 * Draws the status of opened shelters from their facts, and mirrors what the public needs (status, announced, occupied,
 * last word) into the registry; exercises leave no trace there, and a late word from a released place changes nothing. Everybody who changes a fact calls this, in the same
 * transaction, with the shelters locked in id order.
 */
export async function drawStanding(
  tx: EntityManager,
  activationShelterIds: readonly string[],
): Promise<void> {
  await tx.query(
    `update activation_shelter opened set status = ${statusOf('opened', 'shelter')}
     from shelter where shelter.id = opened.shelter_id and opened.id = any($1)`,
    [activationShelterIds],
  );
  await tx.query(
    `update shelter
     set operational_status = opened.status, announced = opened.released_at is null,
         occupied = case when opened.released_at is null then opened.occupied end,
         last_confirmed_at = greatest(shelter.last_confirmed_at, opened.last_report_at)
     from activation_shelter opened
     where opened.shelter_id = shelter.id and opened.id = any($1) and not opened.exercise
       and (opened.released_at is null or shelter.announced and not exists (
         select 1 from activation_shelter other
         where other.shelter_id = shelter.id and other.released_at is null and not other.exercise))`,
    [activationShelterIds],
  );
}

/** Ends the night for shelters whose activation is over: closed becomes not activated, unless another one holds them. */
export async function returnToStandby(tx: EntityManager, activationId: string): Promise<void> {
  await tx.query(
    `update shelter set operational_status = 'STANDBY'
     from activation_shelter opened
     where opened.shelter_id = shelter.id and opened.activation_id = $1 and not opened.exercise
       and shelter.operational_status = 'CLOSED'
       and not exists (select 1 from activation_shelter other
         where other.shelter_id = shelter.id and other.released_at is null and not other.exercise)`,
    [activationId],
  );
}
