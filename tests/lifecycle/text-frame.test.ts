import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import WebSocket, { WebSocketServer } from 'ws';
import { bytesOf, textFrame } from '../../apps/api/src/platform/live/text-frame.ts';

const http = createServer();
const sockets = new WebSocketServer({ noServer: true });
let wire: Duplex;
let client: WebSocket;
beforeAll(async () => {
  http.on('upgrade', (request, socket, head) => {
    wire = socket;
    sockets.handleUpgrade(request, socket, head, () => undefined);
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  await once(client, 'open');
});
afterAll(async () => {
  client.terminate();
  http.close();
  await once(http, 'close');
});

// Where the length changes its form: 125 | 126 and 65,535 | 65,536 bytes.
test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a message of %i bytes is heard as it was said',
  async (length) => {
    const text = '避难'.repeat(Math.floor(length / 6)) + 'x'.repeat(length % 6);
    const heard = once(client, 'message');
    wire.write(textFrame(bytesOf(text.slice(0, 20)), bytesOf(text.slice(20))), 'latin1');
    const [data, binary] = (await heard) as [Buffer, boolean];
    expect([data.toString(), binary]).toEqual([text, false]);
  },
);
