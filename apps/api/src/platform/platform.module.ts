import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RefusalResolver } from './graphql/refusal.resolver.ts';
import { RefusalsAreAnswers } from './graphql/refusals-are-answers.filter.ts';
import { HttpFaults } from './http-faults.filter.ts';
import { SignInLimit } from './limits/sign-in-limit.ts';
import { NameOperation } from './logging/name-operation.ts';
import { Office } from './office.ts';

/** Hands the office to whoever asks for it in a constructor; names and limits what GraphQL is asked. */
@Global()
@Module({})
export class PlatformModule {
  static of(office: Office): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Office, useValue: office },
        { provide: APP_FILTER, useClass: RefusalsAreAnswers },
        { provide: APP_FILTER, useClass: HttpFaults },
        NameOperation,
        SignInLimit,
        RefusalResolver,
      ],
      exports: [Office],
    };
  }
}
