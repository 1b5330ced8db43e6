import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Office } from './office.ts';

/** Hands the office to whoever asks for it in a constructor. */
@Global()
@Module({})
export class PlatformModule {
  static of(office: Office): DynamicModule {
    return { module: PlatformModule, providers: [{ provide: Office, useValue: office }], exports: [Office] };
  }
}
