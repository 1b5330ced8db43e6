import { Module } from '@nestjs/common';
import { FilingResolver } from './filing.resolver.ts';

@Module({ providers: [FilingResolver] })
export class FilingModule {}
