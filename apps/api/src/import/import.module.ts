import { Module } from '@nestjs/common';
import { BackgroundImports } from './background-imports.ts';
import { ImportResolver } from './import.resolver.ts';

@Module({ providers: [BackgroundImports, ImportResolver] })
export class ImportModule {}
