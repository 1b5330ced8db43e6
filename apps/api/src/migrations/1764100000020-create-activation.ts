import type { MigrationInterface, QueryRunner } from 'typeorm';

const DUTY_KINDS = `('SUPPLY_POINT', 'MEDICAL', 'SECURITY', 'WATER', 'SANITATION', 'POWER', 'COMMUNICATION')`;
const MEMBER_KINDS = `('EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD')`;

/** Before shelters open (Art. 7, 22-24): rosters and plans of quiet times, events, proposals, decisions. */
export class CreateActivation1764100000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createStandingOrder(runner);
    await createDecision(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'decision_request',
      'proposal_item',
      'activation',
      'hazard_event',
      'standing_post_member',
      'emergency_plan',
      'duty_target',
      'duty_roster',
    ]) {
      await runner.query(`drop table ${table}`);
    }
  }
}

/** What is settled in quiet times: who answers for a duty, which plan is in force, who sits in a command post. */
async function createStandingOrder(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table duty_roster (
      id uuid not null,
      jurisdiction_code text not null,
      duty_kind text not null,
      organisation_id uuid not null,
      in_force_from date not null,
      in_force_until date,
      kept_by uuid,
      kept_at timestamptz not null,
      constraint pk_duty_roster primary key (id),
      constraint uq_duty_roster_jurisdiction_code_duty_kind_in_force_from unique (jurisdiction_code, duty_kind, in_force_from),
      constraint fk_duty_roster_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_duty_roster_organisation_id foreign key (organisation_id) references organisation (id),
      constraint ck_duty_roster_duty_kind check (duty_kind in ${DUTY_KINDS}),
      constraint ck_duty_roster_dates check (in_force_until > in_force_from)
    )`);
  await runner.query(
    `comment on table duty_roster is 'Art. 24: which body answers for each duty in each jurisdiction, dated'`,
  );
  await runner.query(`
    create table duty_target (
      jurisdiction_code text not null,
      duty_kind text not null,
      acknowledge_minutes integer,
      in_place_minutes integer,
      kept_by uuid,
      kept_at timestamptz not null,
      constraint pk_duty_target primary key (jurisdiction_code, duty_kind),
      constraint fk_duty_target_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint ck_duty_target_duty_kind check (duty_kind in ${DUTY_KINDS}),
      constraint ck_duty_target_minutes check (acknowledge_minutes > 0 and in_place_minutes > 0)
    )`);
  await runner.query(
    `comment on table duty_target is 'Practice: within how many minutes a duty is to be answered and in place; none = no clock'`,
  );
  await runner.query(`
    create table emergency_plan (
      id uuid not null,
      jurisdiction_code text not null,
      title text not null,
      version text not null,
      file_id uuid,
      in_force_from date not null,
      recorded_by uuid,
      recorded_at timestamptz not null,
      constraint pk_emergency_plan primary key (id),
      constraint uq_emergency_plan_jurisdiction_code_version unique (jurisdiction_code, version),
      constraint fk_emergency_plan_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_emergency_plan_file_id foreign key (file_id) references stored_file (id)
    )`);
  await runner.query(
    `comment on table emergency_plan is 'Art. 7: versions of the emergency plans that decisions follow (Art. 22, 24)'`,
  );
  await runner.query(`
    create table standing_post_member (
      id uuid not null,
      shelter_id uuid not null,
      kind text not null,
      name text not null,
      phone text,
      organisation_id uuid,
      person_id uuid,
      kept_by uuid,
      kept_at timestamptz not null,
      constraint pk_standing_post_member primary key (id),
      constraint fk_standing_post_member_shelter_id foreign key (shelter_id) references shelter (id),
      constraint fk_standing_post_member_organisation_id foreign key (organisation_id) references organisation (id),
      constraint fk_standing_post_member_person_id foreign key (person_id) references person (id),
      constraint ck_standing_post_member_kind check (kind in ${MEMBER_KINDS})
    )`);
  await runner.query(`create index ix_standing_post_member_shelter_id on standing_post_member (shelter_id)`);
  await runner.query(
    `comment on table standing_post_member is 'Art. 23: who is to sit in the command post of a shelter when it opens'`,
  );
}

async function createDecision(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table hazard_event (
      id uuid not null,
      name text not null,
      hazard text not null,
      level text,
      exercise boolean not null,
      area geography(MultiPolygon, 4326),
      jurisdictions text[] not null,
      people_affected integer,
      occurred_at timestamptz not null,
      recorded_by uuid,
      recorded_at timestamptz not null,
      constraint pk_hazard_event primary key (id),
      constraint ck_hazard_event_level check (level in ('RED', 'ORANGE', 'YELLOW', 'BLUE')),
      constraint ck_hazard_event_people_affected check (people_affected >= 0)
    )`);
  await runner.query(`create index ix_hazard_event_recorded_at on hazard_event (recorded_at)`);
  await runner.query(
    `comment on table hazard_event is 'What happened or is exercised: hazard, level, area, and the jurisdictions it concerns'`,
  );
  await runner.query(`
    create table activation (
      id uuid not null,
      event_id uuid not null,
      jurisdiction_code text not null,
      stage text not null,
      exercise boolean not null,
      number text,
      legal_basis text,
      plan_id uuid,
      plan_label text,
      revision integer not null default 1,
      proposed_at timestamptz not null,
      proposed_by uuid,
      decided_at timestamptz,
      decided_by uuid,
      decision_key uuid,
      closed_at timestamptz,
      closed_by uuid,
      closing_reason text,
      ended_at timestamptz,
      file_closed_at timestamptz,
      constraint pk_activation primary key (id),
      constraint uq_activation_number unique (number),
      constraint uq_activation_decision_key unique (decision_key),
      constraint fk_activation_event_id foreign key (event_id) references hazard_event (id),
      constraint fk_activation_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_activation_plan_id foreign key (plan_id) references emergency_plan (id),
      constraint ck_activation_stage check (stage in
        ('PROPOSED', 'LIVE', 'STANDING_DOWN', 'ENDED', 'FILE_CLOSED', 'CANCELLED')),
      constraint ck_activation_decided_is_whole check (stage in ('PROPOSED', 'CANCELLED')
        or num_nulls(number, decided_at, legal_basis) = 0)
    )`);
  await runner.query(
    `create unique index uq_activation_event_id_jurisdiction_code on activation (event_id, jurisdiction_code)
     where stage <> 'CANCELLED'`,
  );
  await runner.query(
    `create index ix_activation_jurisdiction_code_stage on activation (jurisdiction_code, stage)`,
  );
  await runner.query(
    `comment on table activation is 'Art. 22: a jurisdiction opens shelters for an event, from proposal to closed file'`,
  );
  await runner.query(`
    create table proposal_item (
      activation_id uuid not null,
      shelter_id uuid not null,
      proposed boolean not null,
      reasons jsonb not null,
      position integer not null,
      constraint pk_proposal_item primary key (activation_id, shelter_id),
      constraint fk_proposal_item_activation_id foreign key (activation_id) references activation (id),
      constraint fk_proposal_item_shelter_id foreign key (shelter_id) references shelter (id)
    )`);
  await runner.query(
    `comment on table proposal_item is 'Which shelters were proposed and which were not, with the reasons'`,
  );
  await runner.query(`
    create table decision_request (
      id uuid not null,
      event_id uuid not null,
      jurisdiction_code text not null,
      reason text not null,
      asked_by uuid,
      organisation_id uuid,
      asked_at timestamptz not null,
      answered_at timestamptz,
      answer text,
      constraint pk_decision_request primary key (id),
      constraint fk_decision_request_event_id foreign key (event_id) references hazard_event (id),
      constraint fk_decision_request_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_decision_request_organisation_id foreign key (organisation_id) references organisation (id),
      constraint ck_decision_request_answer check (answer in ('DECIDED'))
    )`);
  await runner.query(
    `create index ix_decision_request_jurisdiction_code_asked_at on decision_request (jurisdiction_code, asked_at)`,
  );
  await runner.query(
    `comment on table decision_request is 'The city or a department asks a county or committee to decide; never a decision'`,
  );
}
