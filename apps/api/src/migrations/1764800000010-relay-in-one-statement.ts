import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers what waits and reads what follows in one call: each statement in it sees what was committed before it. */
export class RelayInOneStatement1764800000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function relay_outbox(seen bigint, most integer, kept integer, bell text, ringer text)
      returns table (numbered integer, head bigint, oldest bigint, change outbox) language plpgsql as $$
      begin
        numbered := 0;
        if exists (select 1 from outbox where outbox.seq is null) then
          insert into outbox_head (id, seq) values (1, 0) on conflict do nothing;
          select outbox_head.seq into head from outbox_head where id = 1 for update;
          -- Statements of their own, after the lock: what another relay numbered meanwhile is seen as numbered.
          with waiting as (
            select next.id, row_number() over (order by next.id) as place
            from (select id from outbox where seq is null order by id limit most) next
          )
          update outbox
          set seq = head + waiting.place,
              unit_id = coalesce(outbox.unit_id, (select shelter.unit_id from shelter where shelter.id = outbox.shelter_id))
          from waiting where outbox.id = waiting.id;
          get diagnostics numbered = row_count;
          update outbox_head set seq = head + numbered where id = 1;
          delete from outbox
          where seq in (select old.seq from outbox old where old.seq <= head - kept order by old.seq limit 2000);
          if numbered > 0 and bell is not null then perform pg_notify(bell, ringer); end if;
        end if;
        return query
          select numbered, outbox_head.seq, (select min(outbox.seq) from outbox), later.told
          from outbox_head
          left join lateral (
            select outbox as told, outbox.seq from outbox where outbox.seq > seen order by outbox.seq limit most
          ) later on true
          where outbox_head.id = 1 order by later.seq;
      end $$`);
    await runner.query(
      `comment on function relay_outbox is 'Gives committed changes their public numbers, one relay at a time; answers what follows on the last one seen'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function relay_outbox`);
  }
}
