import { Module } from '@nestjs/common';
import { DeregistrationResolver } from './deregistration/deregistration.resolver.ts';
import { ShelterDeregistrationResolver } from './deregistration/shelter-deregistration.resolver.ts';
import { FilingResolver } from './filing.resolver.ts';
import { RebuildResolver } from './rebuild/rebuild.resolver.ts';
import { VersionFilingResolver } from './version-filing.resolver.ts';

@Module({
  providers: [
    FilingResolver,
    RebuildResolver,
    DeregistrationResolver,
    ShelterDeregistrationResolver,
    VersionFilingResolver,
  ],
})
export class FilingModule {}
