import { Module } from '@nestjs/common';
import { ActivationResolver } from './activation.resolver.ts';
import { EventResolver } from './event.resolver.ts';
import { SiteResolver } from './site.resolver.ts';
import { StandingOrderResolver } from './standing-order.resolver.ts';

@Module({ providers: [StandingOrderResolver, EventResolver, ActivationResolver, SiteResolver] })
export class ActivationModule {}
