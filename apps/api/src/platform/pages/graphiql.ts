import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { preferredLanguage } from '../graphql/language.ts';
import { EXAMPLES } from './graphiql-examples.ts';

const PREFIX = '/graphql/assets/';
const SCRIPT = 'text/javascript; charset=utf-8';
/** Everything comes from this server, out of npm packages; no other host is asked. */
const ASSETS: Readonly<Record<string, readonly [packageName: string, path: string, type: string]>> = {
  'react.js': ['react', 'umd/react.production.min.js', SCRIPT],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', SCRIPT],
  'graphiql.js': ['graphiql', 'graphiql.min.js', SCRIPT],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css; charset=utf-8'],
};
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · 应急避难场所</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PREFIX}graphiql.css">
<link rel="stylesheet" href="${PREFIX}page.css">
</head>
<body>
<div id="graphiql"></div>
<script src="${PREFIX}react.js"></script>
<script src="${PREFIX}react-dom.js"></script>
<script src="${PREFIX}graphiql.js"></script>
<script src="${PREFIX}page.js"></script>
</body>
</html>`;

const PAGE_SCRIPT = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultEditorToolsVisibility: true,
    defaultTabs: ${JSON.stringify(EXAMPLES)},
  }),
);`;

const PAGE_STYLE = `html, body, #graphiql { height: 100%; margin: 0; }`;

/** `GET /graphql`: GraphiQL for a browser, a hint to POST for a program. Its own parts lie below it. */
export function registerGraphiql(fastify: FastifyInstance): void {
  // Before the router: Apollo answers this path too.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET' || request.routeOptions.url !== '/graphql') done();
    else if (wantsPage(request)) sendPage(reply);
    else sendHint(request, reply);
  });
  fastify.get(`${PREFIX}page.js`, (_request, reply) => reply.type(SCRIPT).send(PAGE_SCRIPT));
  fastify.get(`${PREFIX}page.css`, (_request, reply) => reply.type('text/css').send(PAGE_STYLE));
  const require = createRequire(import.meta.url);
  for (const [name, [packageName, path, type]] of Object.entries(ASSETS)) {
    fastify.get(PREFIX + name, async (_request, reply) => {
      const folder = dirname(require.resolve(`${packageName}/package.json`));
      const bytes = await readFile(join(folder, path));
      return reply.type(type).header('cache-control', 'public, max-age=86400').send(bytes);
    });
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

function sendPage(reply: FastifyReply): void {
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('cache-control', 'no-cache')
    .send(PAGE);
}

/** Positions must not land in addresses, and so in logs: no query is taken from one. */
function sendHint(request: FastifyRequest, reply: FastifyReply): void {
  const words = {
    'zh-CN': '请用 POST 发送 JSON：{"query": "..."}。网址中不接受查询，以免位置留在日志里。',
    en: 'POST a JSON body: {"query": "..."}. Queries are not taken from the address, so that positions stay out of logs.',
  };
  const message = words[preferredLanguage(request.headers['accept-language'])];
  void reply
    .code(405)
    .header('allow', 'POST')
    .send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
}
