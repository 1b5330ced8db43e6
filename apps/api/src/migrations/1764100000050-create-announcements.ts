import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was announced to everybody (Art. 22): the words as they were, for ever. */
export class CreateAnnouncements1764100000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table announcement (
        id uuid not null,
        identifier text not null,
        jurisdiction_code text not null,
        activation_id uuid,
        occasion text not null,
        exercise boolean not null,
        hazard text not null,
        level text,
        texts jsonb not null,
        outlines jsonb not null,
        earlier text[] not null,
        announced_by uuid,
        announced_at timestamptz not null,
        constraint pk_announcement primary key (id),
        constraint uq_announcement_identifier unique (identifier),
        constraint fk_announcement_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
        constraint fk_announcement_activation_id foreign key (activation_id) references activation (id),
        constraint ck_announcement_occasion check (occasion in ('ACTIVATION', 'AMENDMENT', 'CLOSING')),
        constraint ck_announcement_level check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE'))
      )`);
    await runner.query(`create index ix_announcement_announced_at on announcement (announced_at)`);
    await runner.query(`create index ix_announcement_activation_id on announcement (activation_id)`);
    await runner.query(
      `comment on table announcement is 'Art. 22: what was announced to everybody, in both languages, never changed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table announcement`);
  }
}
