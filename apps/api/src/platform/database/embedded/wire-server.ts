import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { FloorQueue, type Engine } from './floor-queue.ts';
import { WireConnection } from './wire-connection.ts';

/** How the front of the embedded database is set up. */
export interface WireOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Asked of every client: other users of the machine reach the port, but not the data. */
  readonly password: string;
  readonly patienceMs: number;
  /** Called when the engine itself broke down; nothing more will work. */
  readonly onBroken: (error: unknown) => void;
}

/** Speaks PostgreSQL's protocol on a loopback port, for one engine. */
export class WireServer {
  private readonly connections = new Set<WireConnection>();
  private emptied: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    private readonly queue: FloorQueue,
    private readonly options: WireOptions,
  ) {
    server.on('connection', (socket) => void this.serve(socket));
  }

  /** Starts listening; rejects when the port is taken. */
  static async start(engine: Engine, options: WireOptions): Promise<WireServer> {
    const server = createServer({ noDelay: true });
    const front = new WireServer(server, new FloorQueue(engine, options.patienceMs), options);
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(options.port, options.host, listening);
    });
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get clients(): number {
    return this.connections.size;
  }

  /** Resolves when the last client has gone. */
  async empty(): Promise<void> {
    if (this.connections.size > 0) await new Promise<void>((resolve) => this.emptied.push(resolve));
  }

  /** Tells every client goodbye, rolls back what they left open, and stops listening. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const connection of this.connections)
      connection.dismiss('57P01', 'The embedded database is being stopped.');
    await Promise.all([closed, this.empty()]);
  }

  private async serve(socket: Socket): Promise<void> {
    const connection = new WireConnection(socket, this.queue, this.options.password);
    this.connections.add(connection);
    try {
      await connection.converse();
    } catch (error) {
      this.options.onBroken(error);
    }
    this.connections.delete(connection);
    if (this.connections.size > 0) return;
    for (const resolve of this.emptied.splice(0)) resolve();
  }
}
