import 'reflect-metadata';
import { createApp } from './create-app.ts';
import { openOffice } from './open-office.ts';
import { readConfig } from './platform/config/config.ts';

const config = readConfig(process.env);
const office = await openOffice(config, 'server');
const app = await createApp(office);
app.enableShutdownHooks();
await app.listen({ port: config.port, host: '0.0.0.0' });
process.stdout.write(`Shelter Registry is ready: ${await app.getUrl()}\n`);
