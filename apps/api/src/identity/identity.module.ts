import { Module } from '@nestjs/common';
import { IdentityResolver } from './identity.resolver.ts';

@Module({ providers: [IdentityResolver] })
export class IdentityModule {}
