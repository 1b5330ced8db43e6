import { networkInterfaces } from 'node:os';
import type { Config } from './platform/config/config.ts';
import type { DemoAccounts } from './seed/demo/load-demo.ts';

export interface Greeted {
  readonly config: Config;
  readonly port: number;
  readonly demo: DemoAccounts | null;
}

/** What the operator reads when the server is ready: where it is, and how to get in. */
export function greeting({ config, port, demo }: Greeted): string {
  const here = `http://localhost:${port}`;
  const elsewhere = networkAddresses().map((address) => `http://${address}:${port}`);
  return [
    '',
    `Shelter Registry is ready: ${here}`,
    `  Residents' map 居民地图   ${here}/`,
    `  Console 工作台            ${here}/console/`,
    `  API 接口                  ${here}/graphql`,
    ...elsewhere.map((address) => `  From other machines 局域网 ${address}/`),
    `  Data 数据                 ${config.databaseUrl ? 'PostgreSQL (DATABASE_URL)' : config.dataDir}`,
    '',
    ...(demo ? demoLines(demo, elsewhere.length > 0) : firstRunLines()),
    '',
  ].join('\n');
}

function demoLines({ usernames, password }: DemoAccounts, reachable: boolean): string[] {
  const words = password ?? '(as printed when the demo city was loaded 首次载入时已显示)';
  return [
    `Demo city 演示数据: every shelter is invented 场所均为虚构.`,
    `  Accounts 账号   ${usernames.join(' ')}`,
    `  Password 密码   ${words}`,
    ...(reachable
      ? [
          `  WARNING 注意    Other machines reach this server, and the accounts above open it. For real work start with DEMO=0.`,
        ]
      : []),
  ];
}

function firstRunLines(): string[] {
  return [
    'No demo data. If nobody can sign in yet, make the first administrator: npm run admin -- first-run',
    '未载入演示数据。首次使用请运行：npm run admin -- first-run',
  ];
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .slice(0, 3);
}
