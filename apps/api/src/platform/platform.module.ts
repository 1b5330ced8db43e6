import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RefusalsAreAnswers } from './graphql/refusals-are-answers.filter.ts';
import { Office } from './office.ts';

/** Hands the office to whoever asks for it in a constructor. */
@Global()
@Module({})
export class PlatformModule {
  static of(office: Office): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Office, useValue: office },
        { provide: APP_FILTER, useClass: RefusalsAreAnswers },
      ],
      exports: [Office],
    };
  }
}
