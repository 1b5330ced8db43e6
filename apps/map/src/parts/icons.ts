/** Outlines in a box of 24 by 24, drawn with a round pen. */
export const ICONS = {
  locate: 'M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8ZM12 2v4M12 18v4M2 12h4M18 12h4',
  list: 'M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01',
  map: 'M9 4L3 6.5v13L9 17l6 3l6-2.5v-13L15 7L9 4ZM9 4v13M15 7v13',
  go: 'M4 20V12a4 4 0 0 1 4-4h11M14 3l5 5l-5 5',
  phone:
    'M6 3h3l2 5l-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3.2 3A16 16 0 0 1 3 6.200A3 3 0 0 1 6 3Z',
  pin: 'M12 21s7-6.200 7-11.500a7 7 0 1 0-14 0C5 14.800 12 21 12 21ZM12 7a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5Z',
  next: 'M9 5l7 7l-7 7',
  back: 'M15 5l-7 7l7 7',
  close: 'M5 5l14 14M19 5L5 19',
  share: 'M12 15V3M7.500 7.500L12 3l4.500 4.500M5 12v8h14v-8',
  copy: 'M9 9h11v12H9ZM5 15H4V3h11v1',
  warning: 'M12 3L22 20H2ZM12 9.500v5M12 17.300v.01',
  offline:
    'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M19 12.500a10 10 0 0 0-5.500-2.800M8.500 16a5 5 0 0 1 7 0M12 19.500v.01',
  refresh: 'M20 5v5h-5M4 19v-5h5M19.500 10A8 8 0 0 0 5.500 7.500M4.500 14a8 8 0 0 0 14 2.500',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2ZM10 22h4M12 2v3',
  drill: 'M5 21V4h13l-3 4.500l3 4.500H5',
  feed: 'M5 19h.01M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  plan: 'M3 4h18v16H3ZM3 11h10M13 4v16M13 14h8',
} as const;

export type IconName = keyof typeof ICONS;
