import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Server } from 'node:http';
import type { ReportBug } from '../graphql/format-error.ts';
import { OPERATION_BOUNDS } from '../graphql/operation-bounds.ts';
import { Office } from '../office.ts';
import { ChangesResolver } from './changes.resolver.ts';
import { Live } from './live.ts';
import { SocketDoor } from './socket-door.ts';

const REPORT_BUG = Symbol('report bug');

/** Live updates: their resolver, and the door for sockets as soon as the server stands. */
@Module({})
export class LiveModule implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly office: Office,
    private readonly live: Live,
    private readonly modules: ModuleRef,
    private readonly adapter: HttpAdapterHost,
    @Inject(REPORT_BUG) private readonly reportBug: ReportBug,
  ) {}

  static of(live: Live, reportBug: ReportBug): DynamicModule {
    return {
      module: LiveModule,
      providers: [
        { provide: Live, useValue: live },
        { provide: REPORT_BUG, useValue: reportBug },
        ChangesResolver,
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
    const http = this.adapter.httpAdapter.getHttpServer() as Server;
    this.live.letInBy(
      new SocketDoor(http, {
        schema,
        rules: OPERATION_BOUNDS.validationRules,
        behindProxy: this.office.config.behindProxy,
        recognise: this.live.recognition.recognise,
        reportBug: this.reportBug,
        subscribe: this.live.subscribe,
      }),
    );
  }

  onModuleDestroy(): Promise<void> {
    return this.live.close();
  }
}
