import { Module } from '@nestjs/common';
import { BoardResolver } from './board.resolver.ts';

@Module({ providers: [BoardResolver] })
export class BoardModule {}
