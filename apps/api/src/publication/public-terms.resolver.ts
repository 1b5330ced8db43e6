import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Office } from '../platform/office.ts';
import { readEditionClock } from './edition-clock.ts';
import { PublicTermsType } from './public.types.ts';

/** The settings of the city that a client needs to judge as the server does, without signing in. */
@Resolver(() => PublicTermsType)
export class PublicTermsResolver {
  constructor(private readonly office: Office) {}

  @Query(() => PublicTermsType, {
    description:
      'What clients that go on without a network judge by: when data is stale, when a list is due.',
  })
  publicTerms(): Pick<PublicTermsType, 'staleAfterHours'> {
    return { staleAfterHours: this.office.config.staleHours };
  }

  @ResolveField(() => String, { nullable: true })
  async nextEditionDue(): Promise<string | null> {
    return (await readEditionClock(this.office)).nextEditionDue;
  }
}
