// A server that does nothing but own the database of a folder; its parent kills it.
import { openDatabase } from '../../dist/apps/api/src/platform/database/open-database.js';

await openDatabase({ dataDir: process.argv[2], as: 'server' });
process.send('open');
