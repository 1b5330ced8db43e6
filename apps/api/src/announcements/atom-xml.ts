import { capTime } from '#regulation/announcements/cap-message';
import { create } from 'xmlbuilder2';
import type { Announcement } from './announcement.entity.ts';
import { SENDER } from './sender.ts';

const FEED_ID = `tag:${SENDER},2022:announcements`;

/** The announcements as an Atom feed, the newest first; `asOf` dates an empty one. Links are relative to the feed. */
export function atomXml(announcements: readonly Announcement[], asOf: Date): string {
  const document = {
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: FEED_ID,
      title: '应急避难场所公告 Shelter announcements',
      updated: capTime(announcements[0]?.announcedAt ?? asOf),
      author: { name: '三门峡市应急避难场所登记与启用系统' },
      link: { '@rel': 'self', '@type': 'application/atom+xml', '@href': 'announcements.atom' },
      entry: announcements.map((announcement) => ({
        id: `tag:${SENDER},2022:${announcement.identifier}`,
        title: announcement.texts['zh-CN'].headline,
        updated: capTime(announcement.announcedAt),
        author: { name: announcement.jurisdiction.name },
        category: { '@term': announcement.exercise ? 'Exercise' : 'Actual' },
        link: {
          '@rel': 'alternate',
          '@type': 'application/cap+xml',
          '@href': `cap/${encodeURIComponent(announcement.identifier)}.xml`,
        },
        summary: `${announcement.texts['zh-CN'].description}\n${announcement.texts.en.description}`,
      })),
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true });
}
