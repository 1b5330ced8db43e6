import { Module } from '@nestjs/common';
import { DutyResolver } from './duty.resolver.ts';

@Module({ providers: [DutyResolver] })
export class DutiesModule {}
