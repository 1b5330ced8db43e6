import { Module } from '@nestjs/common';
import { DefectResolver, DefectStepResolver } from './defect.resolver.ts';
import { DrillResolver } from './drill.resolver.ts';
import { EvidenceResolver } from './evidence.resolver.ts';
import { ObligationResolver, ShelterObligationsResolver } from './obligation.resolver.ts';

@Module({
  providers: [
    DefectResolver,
    DefectStepResolver,
    DrillResolver,
    EvidenceResolver,
    ObligationResolver,
    ShelterObligationsResolver,
  ],
})
export class UpkeepModule {}
