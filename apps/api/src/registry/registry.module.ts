import { Module } from '@nestjs/common';
import { ShelterResolver } from './shelter.resolver.ts';

@Module({ providers: [ShelterResolver] })
export class RegistryModule {}
