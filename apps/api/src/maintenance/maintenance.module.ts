import { Module } from '@nestjs/common';
import { MaintenanceResolver, ShelterMaintenanceResolver } from './maintenance.resolver.ts';

@Module({ providers: [MaintenanceResolver, ShelterMaintenanceResolver] })
export class MaintenanceModule {}
