import { Module } from '@nestjs/common';
import { ClosingTaskResolver } from './closing-task.resolver.ts';

@Module({ providers: [ClosingTaskResolver] })
export class ClosureModule {}
