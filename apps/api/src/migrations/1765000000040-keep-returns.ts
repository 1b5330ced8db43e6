import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a filing was given back for stays on record after it was handed in again: the letter can be printed later. */
export class KeepReturns1765000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table filing_return (
        filing_id uuid not null,
        turn integer not null,
        returned_at timestamptz not null,
        organisation_id uuid,
        name text not null,
        reasons jsonb not null,
        constraint pk_filing_return primary key (filing_id, turn),
        constraint fk_filing_return_filing_id foreign key (filing_id) references filing (id),
        constraint fk_filing_return_organisation_id foreign key (organisation_id) references organisation (id)
      )`);
    await runner.query(
      `comment on table filing_return is 'Every return of a filing, with all its reasons and the authority that gave it back'`,
    );
    // Of those before, only what nobody has handed in again is still known.
    await runner.query(`
      insert into filing_return (filing_id, turn, returned_at, organisation_id, name, reasons)
      select filing.id, 1, coalesce(given_back.at, filing.changed_at), given_back.organisation_id,
             filing.contents->>'name', filing.return_reasons
      from filing left join lateral (
        select entry.at, entry.organisation_id from ledger_entry entry
        where entry.process = 'filing' and entry.act = 'return'
          and entry.subjects @> jsonb_build_array(jsonb_build_object('kind', 'filing', 'id', filing.id::text))
        order by entry.seq desc limit 1) given_back on true
      where filing.return_reasons is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table filing_return`);
  }
}
