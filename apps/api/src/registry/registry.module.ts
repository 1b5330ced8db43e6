import { Module } from '@nestjs/common';
import { CorrectionNoticeResolver } from './correction-notice.resolver.ts';
import { DueCorrectionsResolver } from './due-corrections.resolver.ts';
import { SavedViewResolver } from './saved-view.resolver.ts';
import { ShelterVersionResolver } from './shelter-version.resolver.ts';
import { ShelterResolver } from './shelter.resolver.ts';

@Module({
  providers: [
    CorrectionNoticeResolver,
    DueCorrectionsResolver,
    SavedViewResolver,
    ShelterResolver,
    ShelterVersionResolver,
  ],
})
export class RegistryModule {}
