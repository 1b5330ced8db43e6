import {
  MOST_POST_MEMBERS,
  postSizeRefusals,
  standingTextRefusals,
} from '#regulation/activation/standing-order';
import { mayPerform } from '#regulation/authority';
import type { CommandPostMemberKind } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';

/** Somebody who sits in a command post. Name and phone stay in the post; the ledger knows ids only. */
export interface PostSeat {
  readonly kind: CommandPostMemberKind;
  readonly name: string;
  readonly phone: string | null;
  readonly organisationId: string | null;
  /** Who signs in under this name; null = has no account. */
  readonly personId: string | null;
}

/** Art. 23: names a member of the command post of an opened shelter. The unit names its own head only. */
export function appointCommandPostMember(
  office: Office,
  officer: Officer,
  activationShelterId: string,
  seat: PostSeat,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const opened = await lockOpened(tx, activationShelterId);
    const appointment =
      opened && mayPerform(officer, 'appointCommandPostMembers', { ...opened, member: seat.kind });
    refuseIfAny([
      ...(opened ? [] : [refusal('activationShelterId', 'NOT_FOUND', { process: 'shelter' })]),
      ...(opened && !appointment
        ? [refusal(null, 'NO_AUTHORITY', { act: 'appointCommandPostMembers' })]
        : []),
      ...(await seatRefusals(tx, seat)),
    ]);
    if (!opened) throw new Error('a missing shelter was not refused');
    const id = uuidv7();
    await tx.query(
      `insert into command_post_member (id, activation_shelter_id, kind, name, phone, organisation_id, person_id,
                                        appointed_by, appointed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        activationShelterId,
        seat.kind,
        seat.name.trim(),
        seat.phone?.trim() || null,
        seat.organisationId,
        seat.personId,
        officer.personId,
        at,
      ],
    );
    await tellPost(tx, officer, { ...opened, appointment, member: id, from: null, to: 'APPOINTED', at });
    return id;
  });
}

/** Takes a member out of a command post; what the post was before stays on record. */
export async function endCommandPostMember(office: Office, officer: Officer, id: string): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const [member] = await tx.query<{ activation_shelter_id: string; kind: CommandPostMemberKind }[]>(
      `select activation_shelter_id, kind from command_post_member where id = $1 and ended_at is null for no key update`,
      [id],
    );
    const opened = member && (await lockOpened(tx, member.activation_shelter_id));
    const appointment =
      opened && mayPerform(officer, 'appointCommandPostMembers', { ...opened, member: member.kind });
    refuseIfAny([
      ...(opened ? [] : [refusal('id', 'NOT_FOUND', { process: 'command_post_member' })]),
      ...(opened && !appointment
        ? [refusal(null, 'NO_AUTHORITY', { act: 'appointCommandPostMembers' })]
        : []),
    ]);
    if (!opened || !member) throw new Error('a missing member was not refused');
    await tx.query(`update command_post_member set ended_at = $2 where id = $1`, [id, at]);
    await tellPost(tx, officer, {
      ...opened,
      appointment: appointment ?? null,
      member: id,
      from: 'APPOINTED',
      to: 'ENDED',
      at,
    });
    return member.activation_shelter_id;
  });
}

/** Keeps who is to sit in the command post of a shelter when it opens: the whole list at once, seats of one kind per role. */
export async function keepStandingCommandPost(
  office: Office,
  officer: Officer,
  shelterId: string,
  seats: readonly PostSeat[],
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const [shelter] = await tx.query<{ jurisdictionCode: string; unitId: string }[]>(
      `select jurisdiction_code as "jurisdictionCode", unit_id as "unitId" from shelter where id = $1 for no key update`,
      [shelterId],
    );
    const mayKeep = (member: CommandPostMemberKind) =>
      shelter ? mayPerform(officer, 'keepStandingCommandPost', { ...shelter, member }) : null;
    const kept = (['EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD'] as const).filter(
      (kind) => mayKeep(kind) !== null,
    );
    const foreign = seats.filter(({ kind }) => !kept.includes(kind));
    const found: Refusal[] = [];
    for (const [index, seat] of seats.slice(0, MOST_POST_MEMBERS).entries()) {
      found.push(...(await seatRefusals(tx, seat, `members.${index}.`)));
    }
    refuseIfAny([
      ...(shelter ? [] : [refusal('shelterId', 'NOT_FOUND', { process: 'shelter' })]),
      ...(shelter && (kept.length === 0 || foreign.length > 0)
        ? [refusal(null, 'NO_AUTHORITY', { act: 'keepStandingCommandPost' })]
        : []),
      ...postSizeRefusals(seats.length),
      ...found,
    ]);
    if (!shelter) throw new Error('a missing shelter was not refused');
    await tx.query(`delete from standing_post_member where shelter_id = $1 and kind = any($2)`, [
      shelterId,
      kept,
    ]);
    await tx.query(
      `insert into standing_post_member (id, shelter_id, kind, name, phone, organisation_id, person_id, kept_by, kept_at)
       select id, $2, kind, name, phone, organisation_id, person_id, $3, $4
       from jsonb_to_recordset($1) as seat (id uuid, kind text, name text, phone text, organisation_id uuid, person_id uuid)`,
      [
        JSON.stringify(
          seats.map((seat) => ({
            id: uuidv7(),
            kind: seat.kind,
            name: seat.name.trim(),
            phone: seat.phone?.trim() || null,
            organisation_id: seat.organisationId,
            person_id: seat.personId,
          })),
        ),
        shelterId,
        officer.personId,
        at,
      ],
    );
    await writeLedgerEntry(tx, {
      process: 'standing_command_post',
      act: 'keepStandingCommandPost',
      article: 23,
      at,
      by: officer,
      appointment: kept[0] ? mayKeep(kept[0]) : null,
      jurisdictionCode: shelter.jurisdictionCode,
      subjects: [{ kind: 'shelter', id: shelterId, from: null, to: 'KEPT' }],
      details: { seats: seats.length, kinds: kept },
    });
    await tellChanges(tx, [{ topic: 'ROSTER', ...shelter, shelterId, at }]);
  });
}

interface OpenedPost {
  readonly activationShelterId: string;
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly unitId: string;
}

async function lockOpened(tx: EntityManager, id: string): Promise<OpenedPost | null> {
  const [opened] = await tx.query<OpenedPost[]>(
    `select opened.id as "activationShelterId", opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId"
     from activation_shelter opened join shelter on shelter.id = opened.shelter_id
     where opened.id = $1 for share of opened`,
    [id],
  );
  return opened ?? null;
}

async function seatRefusals(tx: EntityManager, seat: PostSeat, at = ''): Promise<Refusal[]> {
  const [known] = await tx.query<{ organisation: boolean; person: boolean }[]>(
    `select $1::uuid is null or exists (select 1 from organisation where id = $1) as organisation,
            $2::uuid is null or exists (select 1 from person where id = $2) as person`,
    [seat.organisationId, seat.personId],
  );
  return [
    ...standingTextRefusals(`${at}memberName`, seat.name),
    ...(seat.phone ? standingTextRefusals(`${at}phone`, seat.phone) : []),
    ...(known?.organisation === false ? [refusal(`${at}organisationId`, 'NOT_FOUND', {})] : []),
    ...(known?.person === false ? [refusal(`${at}personId`, 'NOT_FOUND', {})] : []),
  ];
}

async function tellPost(
  tx: EntityManager,
  officer: Officer,
  fact: OpenedPost & {
    readonly appointment: Parameters<typeof writeLedgerEntry>[1]['appointment'];
    readonly member: string;
    readonly from: string | null;
    readonly to: string;
    readonly at: Date;
  },
): Promise<void> {
  await writeLedgerEntry(tx, {
    process: 'command_post',
    act: 'appointCommandPostMembers',
    article: 23,
    at: fact.at,
    by: officer,
    appointment: fact.appointment,
    jurisdictionCode: fact.jurisdictionCode,
    subjects: [{ kind: 'command_post_member', id: fact.member, from: fact.from, to: fact.to }],
    details: { activation: fact.activationId, shelter: fact.shelterId },
  });
  const { jurisdictionCode, unitId, activationId, shelterId, at } = fact;
  await tellChanges(tx, [{ topic: 'SHELTER', jurisdictionCode, unitId, activationId, shelterId, at }]);
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/command-post', article: 23, field, code, params };
}
