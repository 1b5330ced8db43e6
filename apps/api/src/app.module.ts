import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ActivationModule } from './activation/activation.module.ts';
import { AdministrationModule } from './administration/administration.module.ts';
import { AnnouncementsModule } from './announcements/announcements.module.ts';
import { BoardModule } from './board/board.module.ts';
import { ClosureModule } from './closure/closure.module.ts';
import { DutiesModule } from './duties/duties.module.ts';
import { FilingModule } from './filing/filing.module.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { ImportModule } from './import/import.module.ts';
import { MaintenanceModule } from './maintenance/maintenance.module.ts';
import type { ReportBug } from './platform/graphql/format-error.ts';
import { graphqlOptions } from './platform/graphql/graphql-options.ts';
import type { Live } from './platform/live/live.ts';
import { LiveModule } from './platform/live/live.module.ts';
import { OccupancyModule } from './occupancy/occupancy.module.ts';
import type { Office } from './platform/office.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { PublicationModule } from './publication/publication.module.ts';
import { RegistryModule } from './registry/registry.module.ts';
import { InspectionModule } from './inspection/inspection.module.ts';
import { UpkeepModule } from './upkeep/upkeep.module.ts';

/** The table of contents: what every stage stands on, then the stages in the order of the law. */
@Module({})
export class AppModule {
  static of(
    office: Office,
    live: Live,
    reportBug: ReportBug,
    schemaFile: string | true = true,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(office),
        GraphQLModule.forRoot(graphqlOptions(reportBug, schemaFile)),
        LiveModule.of(live, reportBug),
        IdentityModule,
        AdministrationModule,
        RegistryModule,
        UpkeepModule,
        // Art. 14, 21
        FilingModule,
        ImportModule,
        // Art. 17
        MaintenanceModule,
        // Art. 18
        PublicationModule,
        // Art. 22, 23, 25
        ActivationModule,
        // Art. 24
        DutiesModule,
        ClosureModule,
        // Art. 22: what everybody is told
        AnnouncementsModule,
        // practice: who is inside
        OccupancyModule,
        // reading across the stages
        BoardModule,
        // Art. 20, 27
        InspectionModule,
      ],
    };
  }
}
