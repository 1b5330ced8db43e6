import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { ActivationStage } from '#regulation/enumerations';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Activation } from './activation.entity.ts';
import { ActivationShelter } from './activation-shelter.entity.ts';
import { DecisionRequest } from './decision-request.entity.ts';
import { HazardEvent } from './hazard-event.entity.ts';
import { ProposalItem } from './proposal-item.entity.ts';

export interface ActivationFilterFacts {
  readonly jurisdictionCode?: string | null;
  readonly stages?: readonly ActivationStage[] | null;
  readonly exercise?: boolean | null;
  readonly eventId?: string | null;
}

/** Activations within the actor's reach, newest first: by id, which is made in the order of time. */
export async function findActivations(
  dataSource: DataSource,
  actor: Actor,
  filter: ActivationFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Activation>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .leftJoinAndSelect('activation.event', 'event')
    .orderBy('activation.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('activation.id < :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    ({ id }) => [id],
    () => query().getCount(),
  );
}

/** One activation, if the actor may read it. */
export function findActivation(dataSource: DataSource, actor: Actor, id: string): Promise<Activation | null> {
  return readable(dataSource, actor)
    .leftJoinAndSelect('activation.event', 'event')
    .andWhere('activation.id = :id', { id })
    .getOne();
}

/** One shelter of an activation, if the actor may read the activation. */
export async function findActivationShelter(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ActivationShelter | null> {
  const opened = await dataSource.getRepository(ActivationShelter).findOneBy({ id });
  return opened && (await findActivation(dataSource, actor, opened.activationId)) ? opened : null;
}

/** The shelters of an activation by order number; a unit that reads it for its own shelters sees only those. */
export async function findActivationShelters(
  dataSource: DataSource,
  actor: Actor,
  activationId: string,
  first: number,
  after: string | null,
): Promise<Connection<ActivationShelter>> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = () => {
    const opened = dataSource
      .getRepository(ActivationShelter)
      .createQueryBuilder('opened')
      .innerJoin('opened.shelter', 'shelter')
      .where('opened.activationId = :activationId', { activationId });
    if (!everywhere)
      opened.andWhere('(opened.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
        jurisdictions,
        units,
      });
    return opened;
  };
  const rows = query()
    .orderBy('opened.orderNumber')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('opened.orderNumber > :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    ({ orderNumber }) => [orderNumber],
    () => query().getCount(),
  );
}

/** Where shelters the actor may read are open now, newest first: the unit's and the gate's way in. */
export function findMyOpenShelters(
  dataSource: DataSource,
  actor: Actor,
  first: number,
): Promise<ActivationShelter[]> {
  const { units } = reach(actor, 'reportShelterStatus');
  return dataSource
    .getRepository(ActivationShelter)
    .createQueryBuilder('opened')
    .innerJoin('opened.shelter', 'shelter')
    .where('opened.releasedAt is null')
    .andWhere(
      `(shelter.unitId = any(:units) or exists (select 1 from command_post_member seat
         where seat.activation_shelter_id = opened.id and seat.person_id = :personId and seat.ended_at is null))`,
      { units, personId: actor.personId },
    )
    .orderBy('opened.id', 'DESC')
    .limit(first)
    .getMany();
}

/** A proposal as it was drawn, best first. */
export function findProposal(
  dataSource: DataSource,
  activationId: string,
  first: number,
): Promise<ProposalItem[]> {
  return dataSource
    .getRepository(ProposalItem)
    .createQueryBuilder('item')
    .leftJoinAndSelect('item.shelter', 'shelter')
    .where('item.activationId = :activationId', { activationId })
    .orderBy('item.position')
    .limit(first)
    .getMany();
}

/** Events that concern what the actor may read, newest first. */
export async function findEvents(
  dataSource: DataSource,
  actor: Actor,
  first: number,
  after: string | null,
): Promise<Connection<HazardEvent>> {
  const { everywhere, jurisdictions } = reach(actor, 'readRegistry');
  const query = () => {
    const events = dataSource.getRepository(HazardEvent).createQueryBuilder('event').where('true');
    if (!everywhere) events.andWhere('event.jurisdictions && :jurisdictions', { jurisdictions });
    return events;
  };
  const rows = query()
    .orderBy('event.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('event.id < :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    ({ id }) => [id],
    () => query().getCount(),
  );
}

/** Requests to decide within the actor's reach, open ones first, then the newest. */
export function findRequests(
  dataSource: DataSource,
  actor: Actor,
  first: number,
): Promise<DecisionRequest[]> {
  const { everywhere, jurisdictions } = reach(actor, 'readRegistry');
  const query = dataSource
    .getRepository(DecisionRequest)
    .createQueryBuilder('request')
    .leftJoinAndSelect('request.event', 'event')
    .leftJoinAndSelect('request.organisation', 'organisation')
    .where('true');
  if (!everywhere) query.andWhere('request.jurisdictionCode = any(:jurisdictions)', { jurisdictions });
  return query
    .orderBy('request.answeredAt', 'DESC', 'NULLS FIRST')
    .addOrderBy('request.askedAt', 'DESC')
    .limit(first)
    .getMany();
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Activation> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(Activation).createQueryBuilder('activation').where('true');
  if (everywhere) return query;
  return query.andWhere(
    `(activation.jurisdictionCode = any(:jurisdictions) or exists (
       select 1 from activation_shelter own join shelter on shelter.id = own.shelter_id
       where own.activation_id = activation.id and shelter.unit_id = any(:units)))`,
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<Activation>,
  { jurisdictionCode, stages, exercise, eventId }: ActivationFilterFacts,
): SelectQueryBuilder<Activation> {
  if (jurisdictionCode) query.andWhere('activation.jurisdictionCode = :code', { code: jurisdictionCode });
  if (stages?.length) query.andWhere('activation.stage = any(:stages)', { stages });
  if (exercise !== null && exercise !== undefined)
    query.andWhere('activation.exercise = :exercise', { exercise });
  if (eventId) query.andWhere('activation.eventId = :eventId', { eventId });
  return query;
}
