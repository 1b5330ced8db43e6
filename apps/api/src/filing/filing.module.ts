import { Module } from '@nestjs/common';
import { FilingResolver } from './filing.resolver.ts';
import { RebuildResolver } from './rebuild/rebuild.resolver.ts';

@Module({ providers: [FilingResolver, RebuildResolver] })
export class FilingModule {}
