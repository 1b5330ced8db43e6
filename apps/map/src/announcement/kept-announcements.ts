import { keep, recall } from '../device/device-store.ts';
import type { Announced, AnnouncementDetail } from './announcement.types.ts';

const LIST = 'announcements';
const WHOLE = 'announcements-read';
/** How many announcements stay readable whole without a network. */
const MOST = 12;

/** When the device received it, in milliseconds since 1970. */
interface Received {
  receivedAt: number;
}

export type KeptList = Received & { announcements: Announced[] };
export type KeptAnnouncement = Received & { announcement: AnnouncementDetail };

export function keptList(): KeptList | null {
  return recall<KeptList>(LIST);
}

export function keepList(kept: KeptList): void {
  keep(LIST, kept);
}

export function keptAnnouncement(identifier: string): KeptAnnouncement | null {
  return keptWhole().find(({ announcement }) => announcement.identifier === identifier) ?? null;
}

/** Keeps one in place of its former state; null forgets it. */
export function keepAnnouncement(identifier: string, kept: KeptAnnouncement | null): void {
  const others = keptWhole().filter(({ announcement }) => announcement.identifier !== identifier);
  keep(WHOLE, [...(kept ? [kept] : []), ...others].slice(0, MOST));
}

/** Newest first. */
function keptWhole(): KeptAnnouncement[] {
  return recall<KeptAnnouncement[]>(WHOLE) ?? [];
}
