import { Controller, Get, type OnModuleDestroy, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isKnown, openHeaders } from '../platform/open-files.ts';
import { Office } from '../platform/office.ts';
import { saidOfAll } from './open-data.ts';
import { PublicDataset, type Dataset, type DatasetFile } from './public-dataset.ts';

/** The published shelters as files for everybody, and the short address on a shelter's sign. */
@Controller()
export class OpenDataController implements OnModuleDestroy {
  readonly #dataset: PublicDataset;

  constructor(office: Office) {
    this.#dataset = new PublicDataset(office);
  }

  onModuleDestroy(): Promise<void> {
    return this.#dataset.remove();
  }

  @Get('/public/v1/manifest.json')
  async manifest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const text = JSON.stringify(manifestOf(await this.#dataset.current()), null, 2);
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    openHeaders(reply, etag, 'application/json; charset=utf-8');
    return isKnown(request, etag) ? reply.code(304).send() : reply.send(text);
  }

  @Get('/public/v1/shelters.geojson')
  geojson(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#send('shelters.geojson', request, reply);
  }

  @Get('/public/v1/shelters.csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#send('shelters.csv', request, reply);
  }

  /** What the code on a sign opens: the map's page of that shelter. */
  @Get('/s/:code')
  sign(@Param('code') code: string, @Res() reply: FastifyReply): FastifyReply {
    return reply
      .header('cache-control', 'no-cache')
      .redirect(`/#/s/${encodeURIComponent(code.slice(0, 60))}`, 302);
  }

  async #send(
    name: DatasetFile['name'],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { files } = await this.#dataset.current();
    const file = files.find((one) => one.name === name);
    if (!file) throw new Error(`no file ${name} was written`);
    const gzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const etag = `"${file.sha256}${gzip ? '-gzip' : ''}"`;
    openHeaders(reply, etag, file.mediaType);
    void reply.header('vary', 'accept-encoding');
    if (isKnown(request, etag)) return reply.code(304).send();
    if (gzip) void reply.header('content-encoding', 'gzip');
    void reply.header('content-length', gzip ? file.gzipBytes : file.bytes);
    return reply.send(createReadStream(gzip ? file.gzipPath : file.path));
  }
}

function manifestOf({ facts, files }: Dataset) {
  return {
    title: '应急避难场所 Emergency shelters',
    ...saidOfAll(facts),
    coordinates: 'WGS 84, longitude and latitude',
    unknown: 'null, an empty cell, UNKNOWN or NOT_ASSESSED: not known, never "no" or 0',
    files: files.map(({ name, mediaType, bytes, sha256 }) => ({
      href: `/public/v1/${name}`,
      mediaType,
      bytes,
      sha256,
    })),
  };
}
