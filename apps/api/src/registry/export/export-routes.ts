import { readMapArea } from '#geography/map-area';
import type { Actor } from '#regulation/actor';
import { civilDateOf } from '#regulation/civil-date';
import { SHELTER_GRADES, SITE_TYPES, SPACE_TYPES } from '#regulation/enumerations';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReportBug } from '../../platform/graphql/format-error.ts';
import { preferredLanguage } from '../../platform/graphql/language.ts';
import { sendRefusal } from '../../platform/http-refusal.ts';
import type { Office } from '../../platform/office.ts';
import { ActRefused, Unauthenticated } from '../../platform/refused.ts';
import type { ShelterFilterFacts } from '../shelter.queries.ts';
import { EXPORT_FORMATS } from './export-formats.ts';
import { readBatches } from './read-batches.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * `GET /exports/shelters.{csv,xlsx,geojson}`: what the registry page shows under the same filters, whole. It takes the
 * names the page has in its address (q, jurisdiction, grade, site, space, due, area) and lang.
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
        const format = Object.hasOwn(EXPORT_FORMATS, params.format)
          ? EXPORT_FORMATS[params.format]
          : undefined;
        if (!format) throw unknownFormat();
        const asked = one(query, 'lang') ?? headers['accept-language'];
        const language = preferredLanguage(asked);
        const name = `shelters-${civilDateOf(office.clock.now())}.${params.format}`;
        void reply.headers({
          'content-type': format.mediaType,
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        });
        return reply.send(format.write(readBatches(office.dataSource, actor, filterOf(query)), language));
      },
    );
    done();
  });
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
