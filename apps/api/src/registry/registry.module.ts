import { Module } from '@nestjs/common';
import { ShelterVersionResolver } from './shelter-version.resolver.ts';
import { ShelterResolver } from './shelter.resolver.ts';

@Module({ providers: [ShelterResolver, ShelterVersionResolver] })
export class RegistryModule {}
