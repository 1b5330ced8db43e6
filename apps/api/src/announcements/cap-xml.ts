import { capMessage, type CapMessage } from '#regulation/announcements/cap-message';
import { create } from 'xmlbuilder2';
import type { Announcement } from './announcement.entity.ts';
import { SENDER } from './sender.ts';

/** An announcement as a CAP 1.2 message. xmlbuilder2 escapes what people typed. */
export function capXml(announcement: Announcement): string {
  const { jurisdiction } = announcement;
  const message = capMessage({
    identifier: announcement.identifier,
    sender: SENDER,
    senderName: jurisdiction.name,
    sentAt: announcement.announcedAt,
    occasion: announcement.occasion,
    exercise: announcement.exercise,
    hazard: announcement.hazard,
    level: announcement.level,
    texts: announcement.texts,
    references: announcement.earlier,
    areaName: { 'zh-CN': jurisdiction.name, en: jurisdiction.nameEn },
    outlines: announcement.outlines,
  });
  return create({ version: '1.0', encoding: 'UTF-8' }, documentOf(message)).end({ prettyPrint: true });
}

/** In the order the schema demands. */
function documentOf(message: CapMessage) {
  return {
    alert: {
      '@xmlns': 'urn:oasis:names:tc:emergency:cap:1.2',
      identifier: message.identifier,
      sender: message.sender,
      sent: message.sent,
      status: message.status,
      msgType: message.msgType,
      scope: 'Public',
      ...(message.references === null ? {} : { references: message.references }),
      info: message.infos.map((info) => ({
        language: info.language,
        category: info.category,
        event: info.event,
        responseType: info.responseType,
        urgency: info.urgency,
        severity: info.severity,
        certainty: info.certainty,
        senderName: info.senderName,
        headline: info.headline,
        description: info.description,
        instruction: info.instruction,
        area: {
          areaDesc: info.areaDesc,
          ...(info.polygons.length === 0 ? {} : { polygon: info.polygons }),
        },
      })),
    },
  };
}
