// Commits so many rows to the embedded database on a folder, one by one; its parent watches what reaches the disk.
import pg from 'pg';
import { startEmbedded } from '../../dist/apps/api/src/platform/database/embedded/start-embedded.js';

const [, , folder, commits] = process.argv;
const embedded = await startEmbedded({ folder });
const { host, port, database, user, password } = embedded;
const client = new pg.Client({ host, port, database, user, password });
await client.connect();
await client.query('create table if not exists parcel (id integer)');
for (let id = 0; id < Number(commits); id += 1) await client.query('insert into parcel values ($1)', [id]);
await client.end();
await embedded.close();
