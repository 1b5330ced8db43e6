import { reach } from '#regulation/authority';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { EventInput, RequestDecisionInput } from './activation-inputs.types.ts';
import { findEvents, findRequests } from './activation.queries.ts';
import { DecisionRequestType, HazardEventConnection, HazardEventType } from './activation.types.ts';
import { DecisionRequest } from './decision-request.entity.ts';
import { HazardEvent } from './hazard-event.entity.ts';
import { newEvent } from './read-inputs.ts';
import { recordEvent } from './record-event.ts';
import { requestDecision } from './request-decision.ts';

/** What happened, and who asks for a decision about it. */
@Resolver()
export class EventResolver {
  constructor(private readonly office: Office) {}

  @Query(() => HazardEventConnection, { description: 'Events that concern what you may read, newest first.' })
  hazardEvents(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<HazardEvent>> {
    return findEvents(this.office.dataSource, officer, page(first, 200), after);
  }

  @Query(() => [DecisionRequestType], {
    description: 'Requests to decide within your reach: open ones first, then the newest.',
  })
  decisionRequests(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<DecisionRequest[]> {
    return findRequests(this.office.dataSource, officer, page(first, 200));
  }

  @Mutation(() => HazardEventType, {
    description: 'Records an event (Art. 22), or begins an exercise (Art. 7). Opens nothing by itself.',
  })
  async recordEvent(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'What happened.' }) input: EventInput,
  ): Promise<HazardEvent> {
    const id = await recordEvent(this.office, officer, newEvent(input));
    return this.office.dataSource.getRepository(HazardEvent).findOneByOrFail({ id });
  }

  @Mutation(() => DecisionRequestType, {
    description: 'Asks a county government or committee to decide; on record, and never a decision.',
  })
  async requestDecision(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The request.' }) { key, ...request }: RequestDecisionInput,
  ): Promise<DecisionRequest> {
    const id = await requestDecision(this.office, officer, { ...request, key: key ?? null });
    return this.office.dataSource
      .getRepository(DecisionRequest)
      .findOneOrFail({ where: { id }, relations: { event: true, organisation: true } });
  }

  @Query(() => HazardEventType, {
    nullable: true,
    description: 'One event, if it concerns what you may read.',
  })
  async hazardEvent(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the event.' }) id: string,
  ): Promise<HazardEvent | null> {
    const event = await this.office.dataSource.getRepository(HazardEvent).findOneBy({ id });
    return event && mayRead(officer, event) ? event : null;
  }
}

function mayRead(officer: Officer, event: HazardEvent): boolean {
  const { everywhere, jurisdictions } = reach(officer, 'readRegistry');
  return everywhere || event.jurisdictions.some((code) => jurisdictions.includes(code));
}
