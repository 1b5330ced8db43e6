import { readMapArea } from '#geography/map-area';
import type { Actor } from '#regulation/actor';
import { civilDateOf, type CivilDate } from '#regulation/civil-date';
import { SHELTER_GRADES, SITE_TYPES, SPACE_TYPES } from '#regulation/enumerations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReportBug } from '../../platform/graphql/format-error.ts';
import { preferredLanguage } from '../../platform/graphql/language.ts';
import { sendRefusal } from '../../platform/http-refusal.ts';
import type { Office } from '../../platform/office.ts';
import { ActRefused, Unauthenticated } from '../../platform/refused.ts';
import type { ShelterFilterFacts } from '../shelter.queries.ts';
import { readDueCorrections } from '../due-corrections.queries.ts';
import { correctionTable } from './correction-table.ts';
import { registryTable } from './export-columns.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.ts';
import { readBatches } from './read-batches.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * `GET /exports/shelters.{csv,xlsx,geojson}`: what the registry page shows under the same filters, whole. It takes the
 * names the page has in its address (q, jurisdiction, grade, site, space, due, area) and lang.
 * Times are those of Beijing: to the minute in sheets, in GeoJSON as ISO 8601 with the offset.
 * `GET /exports/corrections.{csv,xlsx,geojson}`: what is still owed (补正), by q, jurisdiction and overdue.
 */
export function registerExportRoutes(
  fastify: FastifyInstance,
  office: Office,
  actorOf: (request: FastifyRequest) => Actor | null,
  reportBug: ReportBug,
): void {
  void fastify.register((routes, _options, done) => {
    routes.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply, reportBug));
    routes.get<{ Params: { format: string }; Querystring: Query }>(
      '/exports/shelters.:format',
      async (request, reply) => {
        const { params, query, headers } = request;
        const actor = actorOf(request);
        if (!actor) throw new Unauthenticated();
        const format = formatNamed(params.format);
        const table = registryTable(preferredLanguage(one(query, 'lang') ?? headers['accept-language']));
        void reply.headers(asDownload('shelters', civilDateOf(office.clock.now()), params.format));
        return reply.send(format.write(readBatches(office.dataSource, actor, filterOf(query)), table));
      },
    );
    routes.get<{ Params: { format: string }; Querystring: Query }>(
      '/exports/corrections.:format',
      async (request, reply) => {
        const { params, query, headers } = request;
        const actor = actorOf(request);
        if (!actor) throw new Unauthenticated();
        const format = formatNamed(params.format);
        const today = civilDateOf(office.clock.now());
        const language = preferredLanguage(one(query, 'lang') ?? headers['accept-language']);
        const filter = {
          jurisdictionCode: one(query, 'jurisdiction'),
          text: one(query, 'q'),
          correctionsDueBefore: one(query, 'overdue') === null ? null : today,
        };
        void reply.headers(asDownload('corrections', today, params.format));
        const batches = readDueCorrections(office.dataSource, actor, filter);
        return reply.send(format.write(batches, correctionTable(language, today)));
      },
    );
    done();
  });
}

function formatNamed(name: string): ExportFormat {
  const format = Object.hasOwn(EXPORT_FORMATS, name) ? EXPORT_FORMATS[name] : undefined;
  if (!format) throw unknownFormat();
  return format;
}

function asDownload(what: string, today: CivilDate, format: string) {
  return {
    'content-type': formatNamed(format).mediaType,
    'content-disposition': `attachment; filename="${what}-${today}.${format}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  };
}

/** What nobody knows narrows nothing, as on the page. */
function filterOf(query: Query): ShelterFilterFacts {
  const known = <Value extends string>(name: string, values: readonly Value[]) => {
    const found = values.find((value) => value === one(query, name));
    return found ? [found] : null;
  };
  return {
    text: one(query, 'q'),
    jurisdictionCode: one(query, 'jurisdiction'),
    grades: known('grade', SHELTER_GRADES),
    siteTypes: known('site', SITE_TYPES),
    spaceTypes: known('space', SPACE_TYPES),
    correctionDue: one(query, 'due') !== null,
    deregistered: one(query, 'gone') !== null,
    area: readMapArea(one(query, 'area')),
  };
}

function one(query: Query, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function unknownFormat(): ActRefused {
  return new ActRefused([
    { rule: 'registry-export', article: null, field: 'format', code: 'NOT_FOUND', params: {} },
  ]);
}
