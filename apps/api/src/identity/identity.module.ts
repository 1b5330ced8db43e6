import { Module } from '@nestjs/common';
import { AppointmentsResolver } from './appointments.resolver.ts';
import { IdentityResolver } from './identity.resolver.ts';

@Module({ providers: [IdentityResolver, AppointmentsResolver] })
export class IdentityModule {}
