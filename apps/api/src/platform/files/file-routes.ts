import type { Actor } from '#regulation/actor';
import type { Refusal } from '#regulation/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import type { ReportBug } from '../graphql/format-error.ts';
import { sendRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { ActRefused, Unauthenticated } from '../refused.ts';
import { encodeName } from './encode-name.ts';
import { FILE_PURPOSES, isShownInline } from './file-kinds.ts';
import { pathOfFile, storeFile } from './store-file.ts';
import { findReadableFile, type FileReader, type FoundFile } from './stored-file.queries.ts';

/** Who asks, by what, and which stages have a say in what they may read. */
export interface FileAuthority {
  readonly actorOf: (request: FastifyRequest) => Actor | null;
  readonly readers: readonly FileReader[];
}

/** `POST /files` keeps the raw body, `GET /files/{id}` gives it back to whoever may read it. */
export function registerFileRoutes(
  fastify: FastifyInstance,
  office: Office,
  { actorOf, readers }: FileAuthority,
  reportBug: ReportBug,
): void {
  void fastify.register((routes, _options, done) => {
    // The body is read by storeFile, chunk by chunk, whatever it calls itself.
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    routes.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply, reportBug));

    routes.post('/files', async (request, reply) => {
      const actor = actorOf(request);
      if (!actor) throw new Unauthenticated();
      // A page of another site can send a cookie along, but not this header.
      if (!request.headers.authorization && request.headers['x-shelter-request'] !== '1')
        throw refused('x-shelter-request: 1', 'MISSING');
      try {
        const { id } = await storeFile(office, {
          // A refused upload is read to its end, unkept: a client that still sends would not hear the answer.
          bytes: request.raw.iterator({ destroyOnReturn: false }),
          fileName: readName(request),
          keptBy: actor.personId,
          purpose:
            FILE_PURPOSES.find((purpose) => purpose === request.headers['x-file-purpose']) ?? 'document',
        });
        return await reply.code(201).send({ fileId: id });
      } finally {
        request.raw.resume();
      }
    });

    routes.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
      const actor = actorOf(request);
      const file = await findReadableFile(office, request.params.id, actor, readers);
      if (file) return sendFile(office, file, request, reply);
      // Whether it exists is told to nobody who may not read it.
      if (!actor) throw new Unauthenticated();
      throw refused('file', 'NOT_FOUND');
    });
    done();
  });
}

function sendFile(office: Office, file: FoundFile, request: FastifyRequest, reply: FastifyReply) {
  const etag = `"${file.sha256}"`;
  const how = isShownInline(file.mediaType) ? 'inline' : 'attachment';
  void reply.headers({
    etag,
    'cache-control': 'private, no-cache', // kept, but asked for again: authority may have ended
    'content-type': file.mediaType,
    'content-disposition': `${how}; filename*=UTF-8''${encodeName(file.fileName)}`,
    'content-security-policy': "default-src 'none'; object-src 'self'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  void reply.header('content-length', file.bytes);
  return reply.send(createReadStream(pathOfFile(office.config.dataDir, file.sha256)));
}

function readName(request: FastifyRequest): string {
  try {
    return decodeURIComponent(String(request.headers['x-file-name'] ?? ''));
  } catch {
    throw refused('fileName', 'LOST_CHARACTERS');
  }
}

function refused(field: string, code: Refusal['code']): ActRefused {
  return new ActRefused([{ rule: 'stored-files', article: null, field, code, params: {} }]);
}
