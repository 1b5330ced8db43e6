import { Args, Context, Int, Parent, Query, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { personNames } from '../identity/person-names.ts';
import { toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import type { Edition } from './edition.entity.ts';
import {
  countEditionItems,
  findEdition,
  findEditionItems,
  findEditions,
  type EditionItemRow,
  type EditionPart,
} from './edition.queries.ts';
import { EditionConnection, EditionItemConnection, EditionType } from './publication.types.ts';

const EditionPartEnum: { [Part in EditionPart]: Part } = { SAID: 'SAID', HELD: 'HELD' };
registerEnumType(EditionPartEnum, {
  name: 'EditionPart',
  description: 'SAID: what an edition said itself. HELD: all that the public saw once it was out.',
});

/** Old editions stay readable for ever, as they were. */
@Resolver(() => EditionType)
export class EditionResolver {
  constructor(private readonly office: Office) {}

  @Query(() => EditionConnection, { description: 'Editions, newest first; for officers.' })
  editions(
    @CurrentOfficer() _officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<Edition>> {
    return findEditions(this.office.dataSource, page(first, 200), after);
  }

  @Query(() => EditionType, {
    nullable: true,
    description: 'One edition; null when there is none of that number.',
  })
  edition(
    @CurrentOfficer() _officer: Officer,
    @Args('number', { type: () => Int, description: 'Counts from 1.' }) number: number,
  ): Promise<Edition | null> {
    return findEdition(this.office.dataSource, number);
  }

  @Query(() => EditionItemConnection, {
    description: 'What an edition said or held of shelters within your reach, by code, as it was then.',
  })
  async editionItems(
    @CurrentOfficer() officer: Officer,
    @Args('edition', { type: () => Int, description: 'Its number.' }) edition: number,
    @Args('part', { type: () => EditionPartEnum, defaultValue: 'SAID', description: 'Which part of it.' })
    part: EditionPart,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<EditionItemRow>> {
    const { dataSource } = this.office;
    const size = page(first, 500);
    const rows = await findEditionItems(dataSource, officer, edition, part, size, after);
    return toConnection(
      rows,
      size,
      ({ code }) => [code],
      () => countEditionItems(dataSource, officer, edition, part),
    );
  }

  @ResolveField(() => String, { nullable: true, description: 'Who published it; null for the system.' })
  publishedByName(
    @Parent() { publishedBy }: Edition,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    if (publishedBy === null) return Promise.resolve(null);
    return oncePerRequest(context, () => personNames(this.office.dataSource), EditionResolver).load(
      publishedBy,
    );
  }
}
