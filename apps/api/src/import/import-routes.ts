import type { Actor } from '#regulation/actor';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReportBug } from '../platform/graphql/format-error.ts';
import { preferredLanguage } from '../platform/graphql/language.ts';
import { sendRefusal } from '../platform/http-refusal.ts';
import type { Office } from '../platform/office.ts';
import { Unauthenticated } from '../platform/refused.ts';
import { ownJurisdictions } from './template/own-jurisdictions.ts';
import { writeTemplate } from './template/write-template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** `GET /exports/import-template.xlsx`: the registry's own template with its drop-downs. Takes lang. */
export function registerImportRoutes(
  fastify: FastifyInstance,
  office: Office,
  actorOf: (request: FastifyRequest) => Actor | null,
  reportBug: ReportBug,
): void {
  void fastify.register((routes, _options, done) => {
    routes.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply, reportBug));
    routes.get<{ Querystring: Query }>('/exports/import-template.xlsx', async (request, reply) => {
      const actor = actorOf(request);
      if (!actor) throw new Unauthenticated();
      const language = languageOf(request.query, request);
      const jurisdictions = await ownJurisdictions(office.dataSource, actor, language);
      const name = language === 'zh-CN' ? '应急避难场所导入模板.xlsx' : 'shelter-import-template.xlsx';
      void reply.headers(asDownload(name, XLSX));
      return reply.send(Buffer.from(await writeTemplate(language, jurisdictions)));
    });
    done();
  });
}

function languageOf({ lang }: Query, { headers }: FastifyRequest) {
  return preferredLanguage(typeof lang === 'string' && lang !== '' ? lang : headers['accept-language']);
}

function asDownload(name: string, mediaType: string) {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}
