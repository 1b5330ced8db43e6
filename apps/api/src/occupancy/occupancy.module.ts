import { Module } from '@nestjs/common';
import { GateResolver, StayResolver } from './gate.resolver.ts';

@Module({ providers: [GateResolver, StayResolver] })
export class OccupancyModule {}
