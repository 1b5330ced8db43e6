import { fromWgs84 } from '#geography/crs';
import type { Point } from '#geography/distance';

export const MAP_APPS = ['SYSTEM', 'APPLE', 'AMAP', 'BAIDU', 'TENCENT'] as const;
export type MapApp = (typeof MAP_APPS)[number];

/** The link that opens a walking route in a map application. Each wants its own datum and its own order. */
export function directionsLink(app: MapApp, name: string, { longitude, latitude }: Point): string {
  const title = encodeURIComponent(name);
  const [gcjLongitude, gcjLatitude] = fromWgs84(longitude, latitude, 'GCJ02').map(sixDecimals);
  switch (app) {
    case 'SYSTEM': {
      // RFC 5870: WGS 84, latitude first.
      const point = `${sixDecimals(latitude)},${sixDecimals(longitude)}`;
      return `geo:${point}?q=${point}(${title})`;
    }
    case 'APPLE':
      return `https://maps.apple.com/?daddr=${gcjLatitude},${gcjLongitude}&q=${title}&dirflg=w`;
    case 'AMAP':
      return `https://uri.amap.com/navigation?to=${gcjLongitude},${gcjLatitude},${title}&mode=walk&src=shelter-registry&coordinate=gaode&callnative=1`;
    case 'BAIDU': {
      // Baidu wants a start; a name without coordinates lets it use the phone's own position.
      const [origin, destination] = ['我的位置', `latlng:${gcjLatitude},${gcjLongitude}|name:${name}`];
      const [from, to] = [encodeURIComponent(origin), encodeURIComponent(destination)];
      const region = encodeURIComponent('三门峡');
      return `https://api.map.baidu.com/direction?origin=${from}&destination=${to}&mode=walking&region=${region}&coord_type=gcj02&output=html&src=shelter-registry`;
    }
    case 'TENCENT':
      return `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${title}&tocoord=${gcjLatitude},${gcjLongitude}&referer=shelter-registry`;
  }
}

/** The applications to offer: Apple's only on its phones, which in turn know no `geo:` links. */
export function mapAppsFor(userAgent: string): MapApp[] {
  const isApple = /iPhone|iPad|Macintosh/u.test(userAgent);
  return MAP_APPS.filter((app) => app !== (isApple ? 'SYSTEM' : 'APPLE'));
}

function sixDecimals(degrees: number): string {
  return degrees.toFixed(6);
}
