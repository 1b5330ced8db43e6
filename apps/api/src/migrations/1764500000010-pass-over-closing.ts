import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What closes is passed over in quiet times too: its row is found by the index of the doubtful. */
export class PassOverClosing1764500000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await mirrorStanding(runner, `'DAMAGED', 'FULL', 'CLOSING'`);
    await runner.query(`
      update publication set doubtful = true from shelter
      where shelter.id = publication.shelter_id and shelter.operational_status = 'CLOSING'`);
    await runner.query(`
      delete from live_situation where activation_id in (select id from activation where stage <> 'LIVE')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await mirrorStanding(runner, `'DAMAGED', 'FULL'`);
    await runner.query(`
      insert into live_situation (activation_id, jurisdiction_code, hazards)
      select activation.id, activation.jurisdiction_code, array[event.hazard]
      from activation join event on event.id = activation.event_id
      where activation.stage = 'STANDING_DOWN' and not activation.exercise
      on conflict do nothing`);
    await runner.query(`
      update publication set doubtful = (shelter.readiness = 'UNAVAILABLE' or shelter.occupied is not null) from shelter
      where shelter.id = publication.shelter_id and shelter.operational_status = 'CLOSING'`);
  }
}

async function mirrorStanding(runner: QueryRunner, passedOver: string): Promise<void> {
  const admitting = (row: string) => `${row}.operational_status in ('OPENING', 'OPEN', 'LIMITED')`;
  const doubtful = (row: string) =>
    `(${row}.operational_status in (${passedOver}) or ${row}.readiness = 'UNAVAILABLE' or ${row}.occupied is not null)`;
  await runner.query(`
    create or replace function begin_unpublished() returns trigger language plpgsql as $$
    begin
      insert into publication (shelter_id, code, jurisdiction_code, updated_at, admitting, doubtful, announced)
      select row.id, row.code, row.jurisdiction_code, row.changed_at, ${admitting('row')}, ${doubtful('row')}, row.announced
      from entered row;
      return null;
    end $$`);
  await runner.query(`
    create or replace function mirror_standing() returns trigger language plpgsql as $$
    begin
      update publication
      set admitting = ${admitting('new')}, doubtful = ${doubtful('new')}, announced = new.announced
      where shelter_id = new.id;
      return null;
    end $$`);
  await runner.query(`drop trigger shelter_standing_is_mirrored on shelter`);
  await runner.query(`
    create trigger shelter_standing_is_mirrored after update of operational_status, readiness, occupied, announced on shelter
    for each row when ((${admitting('old')}, ${doubtful('old')}, old.announced)
      is distinct from (${admitting('new')}, ${doubtful('new')}, new.announced))
    execute function mirror_standing()`);
}
