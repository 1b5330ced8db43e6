import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public sees (Art. 18), in which edition it was told, and where it is live tonight. */
export class CreatePublication1763700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table edition (
        number integer not null,
        label text not null,
        kind text not null,
        published_at timestamptz not null,
        published_by uuid,
        note text,
        published integer not null,
        changed integer not null,
        confirmed integer not null,
        withdrawn integer not null,
        constraint pk_edition primary key (number),
        constraint uq_edition_label unique (label),
        constraint ck_edition_kind check (kind in ('REGULAR', 'WITHDRAWAL'))
      )`);
    await runner.query(
      `comment on table edition is 'Every change of what the public sees: dated, numbered, with its counts'`,
    );
    await runner.query(`
      create table edition_item (
        edition integer not null,
        shelter_id uuid not null,
        version integer,
        change text not null,
        reason text,
        constraint pk_edition_item primary key (edition, shelter_id),
        constraint fk_edition_item_edition foreign key (edition) references edition (number),
        constraint fk_edition_item_shelter_id foreign key (shelter_id) references shelter (id),
        constraint ck_edition_item_change check (change in
          ('PUBLISHED', 'CHANGED', 'CONFIRMED', 'SUSPENDED', 'HIDDEN', 'WITHDRAWN'))
      )`);
    await runner.query(`create index ix_edition_item_shelter_id on edition_item (shelter_id)`);
    await runner.query(
      `comment on table edition_item is 'What an edition said about one shelter, and why it was taken back'`,
    );
    await runner.query(`
      create table publication (
        shelter_id uuid not null,
        status text not null default 'UNPUBLISHED',
        edition integer,
        version integer,
        code text not null,
        jurisdiction_code text not null,
        contents jsonb,
        name text,
        address text,
        location geography(Point, 4326),
        usable_capacity integer,
        suitability text,
        zone_plan_file_id uuid,
        reason text,
        updated_at timestamptz not null,
        admitting boolean not null default false,
        doubtful boolean not null default false,
        announced boolean not null default false,
        constraint pk_publication primary key (shelter_id),
        constraint uq_publication_code unique (code),
        constraint fk_publication_shelter_id foreign key (shelter_id) references shelter (id),
        constraint fk_publication_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_publication_edition foreign key (edition) references edition (number),
        constraint ck_publication_status check (status in ('UNPUBLISHED', 'PUBLISHED', 'SUSPENDED', 'HIDDEN')),
        constraint ck_publication_published_is_whole check (status <> 'PUBLISHED' or num_nulls(
          edition, version, contents, name, location, suitability) = 0)
      )`);
    await runner.query(
      `comment on table publication is 'The public face of each shelter: the published version, whatever the file says by now'`,
    );
    await runner.query(
      `create index ix_publication_location on publication using gist (location) where status = 'PUBLISHED'`,
    );
    await runner.query(
      `create index ix_publication_location_admitting on publication using gist (location)
       where status = 'PUBLISHED' and admitting`,
    );
    await runner.query(
      `create index ix_publication_location_doubtful on publication using gist (location)
       where status = 'PUBLISHED' and doubtful`,
    );
    await runner.query(
      `create index ix_publication_location_unsuitable on publication using gist (location)
       where status = 'PUBLISHED' and suitability like '%U%'`,
    );
    await runner.query(
      `create index ix_publication_announced on publication (shelter_id)
       where announced and status <> 'PUBLISHED'`,
    );
    await runner.query(
      `create index ix_publication_jurisdiction_code_code on publication (jurisdiction_code, code)`,
    );
    await runner.query(`create index ix_publication_zone_plan_file_id on publication (zone_plan_file_id)`);
    await runner.query(`
      create table live_situation (
        activation_id uuid not null,
        jurisdiction_code text not null,
        hazards text[] not null,
        constraint pk_live_situation primary key (activation_id),
        constraint fk_live_situation_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code)
      )`);
    await runner.query(
      `create index ix_live_situation_jurisdiction_code on live_situation (jurisdiction_code)`,
    );
    await runner.query(
      `comment on table live_situation is 'Real activations that are live now; no hazards = for every hazard'`,
    );
    await mirrorStanding(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger shelter_standing_is_mirrored on shelter`);
    await runner.query(`drop trigger shelter_begins_unpublished on shelter`);
    await runner.query(`drop function mirror_standing()`);
    await runner.query(`drop function begin_unpublished()`);
    for (const table of ['live_situation', 'publication', 'edition_item', 'edition']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

/**
 * Every shelter on file has its publication row from the first moment, and the row knows of the shelter's standing what
 * a spatial index needs (which shelters take people in, which may have to be passed over): whoever writes the standing.
 */
async function mirrorStanding(runner: QueryRunner): Promise<void> {
  const admitting = (row: string) => `${row}.operational_status in ('OPENING', 'OPEN', 'LIMITED')`;
  const doubtful = (row: string) =>
    `(${row}.operational_status in ('DAMAGED', 'FULL') or ${row}.readiness = 'UNAVAILABLE' or ${row}.occupied is not null)`;
  const begin = (source: string) => `
    insert into publication (shelter_id, code, jurisdiction_code, updated_at, admitting, doubtful, announced)
    select row.id, row.code, row.jurisdiction_code, row.changed_at, ${admitting('row')}, ${doubtful('row')}, row.announced
    from ${source} row`;
  await runner.query(begin('shelter'));
  await runner.query(`
    create function begin_unpublished() returns trigger language plpgsql as $$
    begin
      ${begin('entered')};
      return null;
    end $$`);
  await runner.query(`
    create trigger shelter_begins_unpublished after insert on shelter
    referencing new table as entered for each statement execute function begin_unpublished()`);
  await runner.query(`
    create function mirror_standing() returns trigger language plpgsql as $$
    begin
      update publication
      set admitting = ${admitting('new')}, doubtful = ${doubtful('new')}, announced = new.announced
      where shelter_id = new.id;
      return null;
    end $$`);
  await runner.query(`
    create trigger shelter_standing_is_mirrored after update of operational_status, readiness, occupied, announced on shelter
    for each row when ((${admitting('old')}, ${doubtful('old')}, old.announced)
      is distinct from (${admitting('new')}, ${doubtful('new')}, new.announced))
    execute function mirror_standing()`);
}
