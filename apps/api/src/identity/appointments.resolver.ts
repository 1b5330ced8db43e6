import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import { AppointmentType, OrganisationType } from './identity.types.ts';
import { organisationLoader } from './organisation-loader.ts';
import type { Organisation } from './organisation.entity.ts';

@Resolver(() => AppointmentType)
export class AppointmentsResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => OrganisationType, { description: 'For whom the office is held.' })
  organisation(
    @Parent() { organisationId }: AppointmentType,
    @Context() context: GraphqlContext,
  ): Promise<Organisation> {
    const { dataSource } = this.office;
    return oncePerRequest(context, () => organisationLoader(dataSource), organisationLoader).load(
      organisationId,
    );
  }
}
