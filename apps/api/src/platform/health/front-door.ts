import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const KEEP_ALIVE_MS = 72_000;
const POLL_MS = 20;

/**
 * The server's port, open from the first moment: a taken port is found out before the database is touched, and
 * `/healthz` answers while it starts. Everything else waits outside until `letIn`.
 */
export class FrontDoor {
  readonly #server: Server;
  #app: RequestListener | undefined;
  #open = false;

  private constructor() {
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
      if (this.#app && this.#open) this.#app(request, response);
      else answerWhileStarting(request, response);
    });
  }

  /** Starts listening. Rejects with the system's error when the port is taken or not allowed. */
  static async listen(port: number, host: string): Promise<FrontDoor> {
    const door = new FrontDoor();
    await new Promise<void>((listening, failed) => {
      door.#server.once('error', failed);
      door.#server.listen(port, host, listening);
    });
    return door;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** For Fastify: it answers behind this door instead of opening its own. */
  readonly serverFactory = (app: RequestListener): Server => {
    this.#app = app;
    return this.#server;
  };

  letIn(): void {
    this.#open = true;
  }

  /** Lets nobody in any more, waits for the answers under way, and after `patienceMs` cuts off the rest. */
  async close(patienceMs: number): Promise<void> {
    let closed = false;
    this.#server.close(() => (closed = true));
    for (let waited = 0; !closed && waited < patienceMs; waited += POLL_MS) {
      this.#server.closeIdleConnections();
      await pause(POLL_MS);
    }
    this.#server.closeAllConnections();
  }
}

function answerWhileStarting({ url }: IncomingMessage, response: ServerResponse): void {
  if (url === '/healthz') {
    send(response, 200, { alive: true });
  } else if (url === '/readyz') {
    send(response, 503, {
      ready: false,
      reasons: [{ code: 'STARTING', message: 'The server is still starting.' }],
    });
  } else {
    const messages = {
      'zh-CN': '系统正在启动，请稍候再试。',
      en: 'The system is starting. Try again in a moment.',
    };
    const extensions = { code: 'STARTING', messages };
    response.setHeader('retry-after', '2');
    send(response, 503, { errors: [{ message: `${messages['zh-CN']} ${messages.en}`, extensions }] });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(JSON.stringify(body));
}
