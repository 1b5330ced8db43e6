import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { isKnown, openHeaders } from '../platform/open-files.ts';
import { Office } from '../platform/office.ts';
import { findAnnouncement, findAnnouncements } from './announcement.queries.ts';
import { atomXml } from './atom-xml.ts';
import { capXml } from './cap-xml.ts';

const IN_FEED = 50;

/** What was announced, for machines: a feed, and each message as CAP 1.2. Nothing is sent anywhere from here. */
@Controller()
export class AnnouncementsController {
  constructor(private readonly office: Office) {}

  @Get('/public/v1/announcements.atom')
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { dataSource, clock } = this.office;
    const text = atomXml(await findAnnouncements(dataSource, IN_FEED), clock.now());
    return sendXml(text, 'application/atom+xml; charset=utf-8', request, reply);
  }

  @Get('/public/v1/cap/:file')
  async cap(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const identifier = /^(.+)\.xml$/u.exec(file)?.[1];
    const announcement = identifier && (await findAnnouncement(this.office.dataSource, identifier));
    if (!announcement)
      return reply.code(404).type('text/plain; charset=utf-8').send('没有这条公告。No such message.\n');
    return sendXml(capXml(announcement), 'application/cap+xml; charset=utf-8', request, reply);
  }
}

function sendXml(
  text: string,
  mediaType: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
  openHeaders(reply, etag, mediaType);
  return isKnown(request, etag) ? reply.code(304).send() : reply.send(text);
}
