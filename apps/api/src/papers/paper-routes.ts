import type { Actor } from '#regulation/actor';
import { paperName } from '#regulation/papers/labels';
import { PAPER_KINDS, type PaperKind } from '#regulation/papers/papers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReportBug } from '../platform/graphql/format-error.ts';
import { sendRefusal } from '../platform/http-refusal.ts';
import { encodeName } from '../platform/files/encode-name.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused, Unauthenticated } from '../platform/refused.ts';
import { PAPER_FILES } from '../registry/papers.types.ts';
import { findFilingOrder, findShelterOrder, type FoundOrder } from './find-order.ts';
import type { Occasion } from './paper-order.ts';
import { PaperPress } from './paper-press.ts';

const GREATEST_VERSION = 2_147_483_647;

/**
 * `GET /papers/filings/{id}/{form,return-letter,certificate}.pdf` and
 * `GET /papers/shelters/{code}/{extract,zone-plan}.pdf[?version=n]`: for whoever may read the record, as it stands now.
 */
export function registerPaperRoutes(
  fastify: FastifyInstance,
  office: Office,
  actorOf: (request: FastifyRequest) => Actor | null,
  reportBug: ReportBug,
): void {
  const press = new PaperPress();
  fastify.addHook('onClose', () => press.close());

  const send = async (reply: FastifyReply, kind: PaperKind, found: FoundOrder | undefined) => {
    // Whether it exists is told to nobody who may not read it.
    if (!found) throw notFound();
    const { bytes, lacking } = await press.print(found.order, () => !reply.raw.destroyed);
    const name = `${paperName(kind, 'zh-CN')}-${found.about}.pdf`;
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename*=UTF-8''${encodeName(name)}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        // How many characters no font has: the paper lists them at its foot.
        'x-characters-replaced': lacking.length,
      })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  };
  const occasionOf = (request: FastifyRequest): Occasion => ({
    drawnAt: office.clock.now(),
    origin: office.config.publicUrl ?? `${request.protocol}://${request.host}`,
  });

  void fastify.register((routes, _options, done) => {
    routes.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply, reportBug));
    routes.get<{ Params: { id: string; paper: string } }>(
      '/papers/filings/:id/:paper.pdf',
      async (request, reply) => {
        const actor = actorOf(request);
        if (!actor) throw new Unauthenticated();
        const kind = kindOf(request.params.paper);
        return send(
          reply,
          kind,
          await findFilingOrder(office, actor, request.params.id, kind, occasionOf(request)),
        );
      },
    );
    routes.get<{ Params: { code: string; paper: string }; Querystring: { version?: unknown } }>(
      '/papers/shelters/:code/:paper.pdf',
      async (request, reply) => {
        const actor = actorOf(request);
        if (!actor) throw new Unauthenticated();
        const kind = kindOf(request.params.paper);
        const asked = { code: request.params.code, version: versionOf(request.query.version) };
        return send(reply, kind, await findShelterOrder(office, actor, asked, kind, occasionOf(request)));
      },
    );
    done();
  });
}

function kindOf(paper: string): PaperKind {
  const kind = PAPER_KINDS.find((known) => PAPER_FILES[known] === paper);
  if (!kind) throw notFound();
  return kind;
}

/** A version that is none is not found, rather than silently the one on file. */
function versionOf(asked: unknown): number | null {
  if (asked === undefined) return null;
  const version = typeof asked === 'string' && /^\d{1,10}$/.test(asked) ? Number(asked) : 0;
  if (version < 1 || version > GREATEST_VERSION) throw notFound();
  return version;
}

function notFound(): ActRefused {
  return new ActRefused([{ rule: 'papers', article: null, field: 'file', code: 'NOT_FOUND', params: {} }]);
}
