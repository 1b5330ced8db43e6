import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { Office } from '../platform/office.ts';
import { shelterLoaders } from './shelter-loaders.ts';
import { ShelterVersionType } from './shelter.types.ts';
import type { ShelterVersion } from './shelter-version.entity.ts';

@Resolver(() => ShelterVersionType)
export class ShelterVersionResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => String, { nullable: true })
  recordedByName(
    @Parent() { recordedBy }: ShelterVersion,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    return recordedBy === null
      ? Promise.resolve(null)
      : shelterLoaders(this.office, context).names.load(recordedBy);
  }
}
