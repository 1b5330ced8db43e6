import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections and campaigns (Art. 27), drills (Art. 20), what was found, how it was mended, and the proof of all of it. */
export class CreateUpkeepAndInspection1764100000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createDefects(runner);
    await createDrills(runner);
    await createInspections(runner);
    for (const table of ['evidence', 'defect_step', 'drill', 'inspection']) {
      await runner.query(
        `create trigger ${table}_is_append_only before update or delete on ${table}
         for each row execute function refuse_rewriting()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'inspection',
      'inspection_campaign',
      'drill',
      'facility_check',
      'yearly_fulfilment',
      'evidence',
      'defect_step',
      'defect',
    ];
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}

async function createDefects(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table defect (
      id uuid not null,
      shelter_id uuid not null,
      jurisdiction_code text not null,
      stage text not null,
      grade text not null,
      head text not null,
      facility_type text,
      text text not null,
      effect text,
      origin text not null,
      origin_id uuid not null,
      ordered_organisation_ids uuid[] not null,
      found_on date not null,
      found_at timestamptz not null,
      responsible_organisation_id uuid,
      responsible_person text,
      responsible_person_id uuid,
      due_on date,
      repaired_by uuid[] not null default '{}',
      returned integer not null default 0,
      resolved_at timestamptz,
      changed_at timestamptz not null,
      constraint pk_defect primary key (id),
      constraint fk_defect_shelter_id foreign key (shelter_id) references shelter (id),
      constraint fk_defect_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_defect_responsible_organisation_id foreign key (responsible_organisation_id)
        references organisation (id),
      constraint ck_defect_stage check (stage in ('FOUND', 'ORDERED', 'IN_REPAIR', 'REINSPECTION', 'RESOLVED')),
      constraint ck_defect_grade check (grade in ('GENERAL', 'MAJOR')),
      constraint ck_defect_head check (head in
        ('PLAN', 'ORGANISATION', 'FACILITIES', 'SUPPLIES', 'FUNDS', 'EDUCATION_AND_DRILL', 'OTHER')),
      constraint ck_defect_effect check (effect in ('LIMITED', 'UNAVAILABLE')),
      constraint ck_defect_major_has_effect check ((grade = 'MAJOR') = (effect is not null)),
      constraint ck_defect_origin check (origin in ('INSPECTION', 'DRILL', 'ACTIVATION')),
      constraint ck_defect_ordered_is_whole check
        (stage = 'FOUND' or num_nulls(responsible_organisation_id, responsible_person, due_on) = 0)
    )`);
  await runner.query(`create index ix_defect_shelter_id on defect (shelter_id)`);
  await runner.query(`create index ix_defect_jurisdiction_code_stage on defect (jurisdiction_code, stage)`);
  await runner.query(
    `create index ix_defect_responsible_organisation_id on defect (responsible_organisation_id)`,
  );
  await runner.query(
    `comment on table defect is 'What is amiss with a shelter, from found to signed off: who mends it, by when'`,
  );
  await runner.query(`
    create table defect_step (
      id uuid not null,
      defect_id uuid not null,
      act text not null,
      at timestamptz not null,
      person_id uuid,
      organisation_id uuid,
      note text,
      constraint pk_defect_step primary key (id),
      constraint fk_defect_step_defect_id foreign key (defect_id) references defect (id)
    )`);
  await runner.query(`create index ix_defect_step_defect_id on defect_step (defect_id)`);
  await runner.query(
    `comment on table defect_step is 'The closed loop of each defect in words: append-only, in the order it happened'`,
  );
  await runner.query(`
    create table evidence (
      id uuid not null,
      shelter_id uuid not null,
      about text not null,
      about_id uuid not null,
      file_id uuid not null,
      method text not null,
      made_at timestamptz not null,
      received_at timestamptz not null,
      maker text not null,
      recorded_by uuid not null,
      proves text not null,
      retention text not null,
      constraint pk_evidence primary key (id),
      constraint fk_evidence_shelter_id foreign key (shelter_id) references shelter (id),
      constraint fk_evidence_file_id foreign key (file_id) references stored_file (id),
      constraint ck_evidence_about check (about in ('INSPECTION', 'DEFECT', 'DRILL')),
      constraint ck_evidence_method check (method in ('PHOTO', 'VIDEO', 'AUDIO', 'DOCUMENT')),
      constraint ck_evidence_retention check (retention in ('TWO_YEARS', 'PERMANENT'))
    )`);
  await runner.query(`create index ix_evidence_about_id on evidence (about_id)`);
  await runner.query(`create index ix_evidence_file_id on evidence (file_id)`);
  await runner.query(
    `comment on table evidence is 'Recordings and papers: how, when, by whom made, what they prove; append-only'`,
  );
}

async function createDrills(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table yearly_fulfilment (
      shelter_id uuid not null,
      duty text not null,
      year integer not null,
      done_on date not null,
      deed_id uuid not null,
      constraint pk_yearly_fulfilment primary key (shelter_id, duty, year),
      constraint fk_yearly_fulfilment_shelter_id foreign key (shelter_id) references shelter (id),
      constraint ck_yearly_fulfilment_duty check (duty in ('SELF_INSPECTION', 'DRILL'))
    )`);
  await runner.query(
    `comment on table yearly_fulfilment is 'In which calendar years a shelter did what it owes every year, and by which deed first'`,
  );
  await runner.query(`
    create table facility_check (
      shelter_id uuid not null,
      checked_on date not null,
      deed_id uuid not null,
      constraint pk_facility_check primary key (shelter_id),
      constraint fk_facility_check_shelter_id foreign key (shelter_id) references shelter (id)
    )`);
  await runner.query(
    `comment on table facility_check is 'When somebody last looked at the facilities of a shelter: until then its readiness is unknown'`,
  );
  await runner.query(`
    create table drill (
      id uuid not null,
      shelter_id uuid not null,
      jurisdiction_code text not null,
      said_on date not null,
      done_on date not null,
      device_at timestamptz,
      sent_at timestamptz,
      received_at timestamptz not null,
      recorded_by uuid,
      organisation_id uuid,
      participants integer,
      summary text,
      activation_id uuid,
      constraint pk_drill primary key (id),
      constraint uq_drill_shelter_id_activation_id unique (shelter_id, activation_id),
      constraint fk_drill_shelter_id foreign key (shelter_id) references shelter (id),
      constraint fk_drill_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_drill_organisation_id foreign key (organisation_id) references organisation (id),
      constraint ck_drill_participants check (participants >= 0)
    )`);
  await runner.query(`create index ix_drill_shelter_id_done_on on drill (shelter_id, done_on)`);
  await runner.query(`create index ix_drill_jurisdiction_code_done_on on drill (jurisdiction_code, done_on)`);
  await runner.query(
    `comment on table drill is 'Drills (Art. 20 (6)), held by the unit or as an exercise (activation_id, no key); append-only'`,
  );
}

async function createInspections(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table inspection_campaign (
      id uuid not null,
      jurisdiction_code text not null,
      stage text not null,
      title text not null,
      starts_on date not null,
      ends_on date not null,
      department_ids uuid[] not null,
      note text,
      asked_at timestamptz,
      asked_by uuid,
      ordered_at timestamptz,
      ordered_by uuid,
      constraint pk_inspection_campaign primary key (id),
      constraint fk_inspection_campaign_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint ck_inspection_campaign_stage check (stage in ('ASKED', 'ORDERED')),
      constraint ck_inspection_campaign_dates check (ends_on >= starts_on),
      constraint ck_inspection_campaign_ordered check ((stage = 'ORDERED') = (ordered_at is not null))
    )`);
  await runner.query(
    `create index ix_inspection_campaign_jurisdiction_code on inspection_campaign (jurisdiction_code)`,
  );
  await runner.query(
    `comment on table inspection_campaign is 'Inspections ordered by a county government or committee (Art. 27), or asked for by the city'`,
  );
  await runner.query(`
    create table inspection (
      id uuid not null,
      kind text not null,
      shelter_id uuid not null,
      jurisdiction_code text not null,
      campaign_id uuid,
      said_on date not null,
      done_on date not null,
      device_at timestamptz,
      sent_at timestamptz,
      received_at timestamptz not null,
      recorded_by uuid not null,
      organisation_id uuid not null,
      heads jsonb not null,
      fulfils boolean not null,
      note text,
      constraint pk_inspection primary key (id),
      constraint fk_inspection_shelter_id foreign key (shelter_id) references shelter (id),
      constraint fk_inspection_jurisdiction_code foreign key (jurisdiction_code) references jurisdiction (code),
      constraint fk_inspection_campaign_id foreign key (campaign_id) references inspection_campaign (id),
      constraint fk_inspection_organisation_id foreign key (organisation_id) references organisation (id),
      constraint ck_inspection_kind check (kind in ('SELF_ANNUAL', 'SUPERVISION'))
    )`);
  await runner.query(`create index ix_inspection_shelter_id_done_on on inspection (shelter_id, done_on)`);
  await runner.query(
    `create index ix_inspection_jurisdiction_code_done_on on inspection (jurisdiction_code, done_on)`,
  );
  await runner.query(`create index ix_inspection_campaign_id on inspection (campaign_id)`);
  await runner.query(
    `comment on table inspection is 'Inspections by the seven heads of Art. 27, by the unit or as supervision; append-only'`,
  );
}
