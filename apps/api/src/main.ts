import './platform/production.ts';
import 'reflect-metadata';
import { explainFailure } from './platform/logging/explain-failure.ts';
import { runServer } from './run-server.ts';

try {
  await runServer(process.env);
} catch (error) {
  process.stderr.write(`\n${explainFailure(error)}\n`);
  process.exit(1);
}
