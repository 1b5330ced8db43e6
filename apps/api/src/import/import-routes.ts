import type { Actor } from '#regulation/actor';
import { existsSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReportBug } from '../platform/graphql/format-error.ts';
import { preferredLanguage } from '../platform/graphql/language.ts';
import { sendRefusal } from '../platform/http-refusal.ts';
import type { Office } from '../platform/office.ts';
import { findStoredFile } from '../platform/files/stored-file.queries.ts';
import { pathOfFile } from '../platform/files/store-file.ts';
import { ActRefused, Unauthenticated } from '../platform/refused.ts';
import { streamFindings } from './findings/stream-findings.ts';
import { findRun } from './import.queries.ts';
import { ownJurisdictions } from './template/own-jurisdictions.ts';
import { writeTemplate } from './template/write-template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Each has a thread of its own. */
const AT_ONCE = 2;

/**
 * `GET /exports/import-template.xlsx`: the registry's own template with its drop-downs.
 * `GET /exports/import-findings/{run}.xlsx`: the list of a preview or import with what was found in each row.
 * Both take lang.
 */
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
    let busy = 0;
    const asked = '/exports/import-findings/:file';
    routes.get<{ Params: { file: string }; Querystring: Query }>(asked, async (request, reply) => {
      const actor = actorOf(request);
      if (!actor) throw new Unauthenticated();
      const list = await findJudgedList(office, actor, request.params.file.replace(/\.xlsx$/u, ''));
      if (busy >= AT_ONCE) throw refused('TOO_BUSY');
      busy += 1;
      const stream = streamFindings({ ...list, language: languageOf(request.query, request) });
      stream.once('close', () => (busy -= 1));
      void reply.headers(asDownload(list.name, XLSX));
      return reply.send(stream);
    });
    done();
  });
}

/** A list that was judged, with what became of its rows. Throws ActRefused when it is not there, or not the actor's. */
async function findJudgedList(office: Office, actor: Actor, runId: string) {
  const run = UUID.test(runId) ? await findRun(office.dataSource, actor, runId) : null;
  const log = run?.rowsFileId ? await findStoredFile(office, run.rowsFileId) : undefined;
  if (!run || !log) throw refused('NOT_FOUND');
  const { dataDir } = office.config;
  const path = pathOfFile(dataDir, run.sha256.toString('hex'));
  // What the command line took in was never uploaded.
  if (!existsSync(path)) throw refused('NOT_FOUND');
  const name = `${run.fileName.replace(/(\.csv|\.gz|\.xlsx)+$/iu, '')}-${run.state === 'PREVIEW' ? 'preview' : 'import'}.xlsx`;
  return { path, logPath: pathOfFile(dataDir, log.sha256), preview: run.state === 'PREVIEW', name };
}

function refused(code: 'NOT_FOUND' | 'TOO_BUSY'): ActRefused {
  return new ActRefused([{ rule: 'import/findings', article: null, field: 'file', code, params: {} }]);
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
