import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import { message, query, SYNC, text } from '../../apps/api/src/platform/database/embedded/wire-messages.ts';
import { WireServer } from '../../apps/api/src/platform/database/embedded/wire-server.ts';

// What an ordinary client never does, and what must not hurt the others.
jest.setTimeout(20_000);

let engine: PGlite;
let server: WireServer;
let broken: unknown;
let other: pg.Client;
const sockets: Socket[] = [];

beforeAll(async () => {
  engine = await PGlite.create();
  const options = { host: '127.0.0.1', port: 0, password: 'right', patienceMs: 500 };
  server = await WireServer.start(engine, { ...options, onBroken: (error) => (broken = error) });
  other = await client();
  await other.query(`create table note (id integer primary key, said text)`);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await other.end();
  await server.stop();
  await engine.close();
  expect(broken).toBeUndefined();
});

async function client(password = 'right'): Promise<pg.Client> {
  const made = new pg.Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    database: 'postgres',
    password,
  });
  made.on('error', () => undefined);
  await made.connect();
  return made;
}

/** A socket that has not said anything yet. */
async function dial(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1').setNoDelay(true);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Reads until as many messages of a type (by its letter) have come; answers the letters in order. */
async function hear(socket: Socket, type: string, times = 1): Promise<string> {
  let heard = Buffer.alloc(0);
  for (;;) {
    heard = Buffer.concat([heard, ...((await once(socket, 'data')) as Buffer[])]);
    let letters = '';
    for (let at = 0; at + 5 <= heard.length; at += 1 + heard.readInt32BE(at + 1)) {
      letters += String.fromCharCode(heard[at] ?? 0);
    }
    if (letters.split(type).length > times) return letters;
  }
}

function startup(protocol = 196_608): Buffer {
  const fields = Buffer.concat([
    text('user'),
    text('postgres'),
    text('database'),
    text('postgres'),
    Buffer.from([0]),
  ]);
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + fields.length);
  head.writeInt32BE(protocol, 4);
  return Buffer.concat([head, fields]);
}

async function signedIn(): Promise<Socket> {
  const socket = await dial();
  socket.write(startup());
  await hear(socket, 'R');
  socket.write(message('p', text('right')));
  await hear(socket, 'Z');
  return socket;
}

const NONE = Buffer.from([0, 0]);
const parse = (sql: string) => message('P', text(''), text(sql), NONE);
const BIND = message('B', text(''), text(''), NONE, NONE, NONE);
const execute = (rows: number) => message('E', text(''), Buffer.from([0, 0, 0, rows]));
const FLUSH = message('H');

test('a wrong password is refused', async () => {
  await expect(client('wrong')).rejects.toMatchObject({ code: '28P01' });
});

test('whatever chunks the bytes come in, they are understood', async () => {
  const socket = await dial();
  const password = message('p', text('right'));
  const question = Buffer.concat([parse(`select 1`), BIND, execute(0), SYNC, query(`select 2`)]);
  for (const byte of startup()) socket.write(Buffer.of(byte));
  await hear(socket, 'R');
  for (const byte of password) socket.write(Buffer.of(byte));
  await hear(socket, 'Z');
  for (const byte of question) socket.write(Buffer.of(byte));
  expect(await hear(socket, 'Z', 2)).toBe('12DCZTDCZ');
});

test('a message of any length is taken whole', async () => {
  const long = '长'.repeat(3_000_000);
  expect((await other.query(`select $1::text as said`, [long])).rows).toEqual([{ said: long }]);
});

test('encryption is declined, other protocols are refused', async () => {
  const socket = await dial();
  socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]));
  expect(await once(socket, 'data')).toEqual([Buffer.from('N')]);
  socket.write(startup(131_072));
  expect(await hear(socket, 'E')).toBe('E');
});

test.each([
  ['an unknown message', Buffer.from([0x7a, 0, 0, 0, 4])],
  ['a length below the least', Buffer.from([0x51, 0, 0, 0, 1])],
  ['a length beyond measure', Buffer.from([0x51, 0x7f, 0xff, 0xff, 0xff])],
  ['a name without an end', Buffer.from([0x50, 0, 0, 0, 5, 0x61])],
])('%s ends its connection only', async (_name, bytes) => {
  const socket = await signedIn();
  const ended = once(socket, 'close');
  socket.write(bytes);
  expect(await hear(socket, 'E')).toBe('E');
  await ended;
  expect((await other.query(`select 1 as alive`)).rows).toEqual([{ alive: 1 }]);
});

test('a portal read by and by keeps the floor until Sync', async () => {
  const socket = await signedIn();
  socket.write(Buffer.concat([parse(`select generate_series(1, 3)`), BIND, execute(1), FLUSH]));
  expect(await hear(socket, 's')).toBe('12Ds');
  let answered = false;
  const waiting = other.query(`select $1::integer as one`, [1]).then(() => (answered = true));
  socket.write(Buffer.concat([execute(1), FLUSH]));
  expect(await hear(socket, 's')).toBe('Ds');
  expect(answered).toBe(false);
  socket.write(Buffer.concat([execute(0), SYNC]));
  expect(await hear(socket, 'Z')).toBe('DCZ');
  await waiting;
});

test('a transaction left idle is ended, so that the others go on', async () => {
  const idle = await client();
  await idle.query(`begin`);
  await idle.query(`insert into note values (1, 'never')`);
  const ended = new Promise<void>((end) => idle.once('end', end));
  expect((await other.query(`select count(*)::integer as notes from note`)).rows).toEqual([{ notes: 0 }]);
  await ended;
});

test('a client gone between Flush and Sync leaves nothing behind', async () => {
  const socket = await signedIn();
  socket.write(
    Buffer.concat([parse(`insert into note values (2, 'never') returning id`), BIND, execute(1), FLUSH]),
  );
  await hear(socket, 'D');
  socket.destroy();
  expect((await other.query(`select $1::integer as alive`, [1])).rows).toEqual([{ alive: 1 }]);
});

test('a COPY that cannot be swallowed fails, and hurts nobody', async () => {
  const prepared = { name: 'in', text: `copy note from stdin` };
  await expect(other.query(prepared)).rejects.toMatchObject({ code: '0A000' });
  await expect(other.query(`select 1; copy note from stdin`)).rejects.toMatchObject({ code: '57014' });
  expect((await other.query(`select 'copy it from stdin' as said`)).rows).toEqual([
    { said: 'copy it from stdin' },
  ]);
  expect((await other.query(`select $1::integer as alive`, [1])).rows).toEqual([{ alive: 1 }]);
});

test('a statement of a client that has gone is closed', async () => {
  const passing = await client();
  await passing.query({ name: 'kept', text: `select 'kept by a passer-by'` });
  const statements = `select count(*)::integer as kept from pg_prepared_statements where statement like '%passer-by%'
    and statement not like '%pg_prepared%'`;
  expect((await other.query(statements)).rows).toEqual([{ kept: 1 }]);
  const left = once(passing, 'end');
  await passing.end();
  await left;
  await (await client()).end(); // signing in comes after the leaving
  expect((await other.query(statements)).rows).toEqual([{ kept: 0 }]);
});
