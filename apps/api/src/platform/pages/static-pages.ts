import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Loaded by the server alone: code that Jest loads cannot import @fastify/static on Node 20.

/** Serves the residents' map at `/` and the console at `/console/` from the folder of built pages. */
export async function registerPages(fastify: FastifyInstance, builtPages: string): Promise<void> {
  fastify.get('/console', (_request, reply) => reply.redirect('/console/', 308));
  await servePages(fastify, join(builtPages, 'console'), '/console/', false);
  await servePages(fastify, join(builtPages, 'map'), '/', true);
}

async function servePages(
  fastify: FastifyInstance,
  root: string,
  prefix: string,
  decorateReply: boolean,
): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) {
    fastify.get(prefix, (_request, reply) => sendNotBuilt(reply));
    return;
  }
  await fastify.register(fastifyStatic, {
    root,
    prefix,
    decorateReply,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
  });
}

/** Files under assets carry the hash of their contents in their name; all others may change with the next build. */
function cachingOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>尚未构建 · Not built</title>
<p>页面尚未构建。请运行 <code>npm run build</code> 后重新启动。</p>
<p lang="en">This page is not built yet. Run <code>npm run build</code>, then start again.</p></html>`;
  return reply.code(503).type('text/html; charset=utf-8').send(page);
}
