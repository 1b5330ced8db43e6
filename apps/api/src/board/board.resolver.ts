import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { Office } from '../platform/office.ts';
import { ActivationBoardType } from './board.types.ts';
import { readBoard } from './read-board.ts';

/** What a commander looks at all night. Reads across the stages and changes nothing. */
@Resolver()
export class BoardResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ActivationBoardType, {
    nullable: true,
    description: 'Shelters by duties of one activation; null when there is none that you may read.',
  })
  activationBoard(
    @CurrentOfficer() officer: Officer,
    @Args('activationId', { type: () => ID, description: 'The activation.' }) activationId: string,
  ): Promise<ActivationBoardType | null> {
    return readBoard(this.office.dataSource, officer, activationId, this.office.clock.now());
  }
}
