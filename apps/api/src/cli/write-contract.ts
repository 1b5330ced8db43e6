import 'reflect-metadata';
import { resolve } from 'node:path';
import { createApp } from '../create-app.ts';
import { readConfig } from '../platform/config/config.ts';
import { Office } from '../platform/office.ts';

/** Writes libs/contract/schema.graphql from the resolvers; asks no database. CI demands that nothing changes. */
class ClosedOffice extends Office {
  readonly config = readConfig({});
  get dataSource(): never {
    throw new Error('the schema is written without a database');
  }
  get capabilities(): never {
    throw new Error('the schema is written without a database');
  }
  get clock(): never {
    throw new Error('the schema is written without a clock');
  }
  carryOut(): Promise<never> {
    return Promise.reject(new Error('the schema is written without an act'));
  }
}

const app = await createApp(new ClosedOffice(), { schemaFile: resolve('libs/contract/schema.graphql') });
await app.init();
await app.close();
