/** Line icons of the console, 24 by 24, drawn with one stroke width so that they sit together. */
export const ICONS = {
  work: 'M4 6h10M4 12h10M4 18h6M17 15l2.5 2.5L23 13',
  shelters: 'M12 3 21 10.5h-2.5V20h-13v-9.5H3ZM12 20v-6',
  filings: 'M6 3h9l4 4v14H6ZM14 3v5h5M9 13h7M9 17h5',
  inspections: 'M8 4h8v3H8ZM8 5H5v16h14V5h-3M8.5 14l2.5 2.5 4.5-5',
  import: 'M12 3v11M8 10l4 4 4-4M4 16v4h16v-4',
  activation: 'M13 3 5 14h6l-1 7 9-12h-7Z',
  publication: 'M4 10v4h3l7 4V6L7 10ZM17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h10M18 17h2M15 5v4M9 10v4M16 15v4',
  person: 'M12 12a4 4 0 1 0 0-8a4 4 0 1 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  language: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14ZM16.5 16.5 21 21',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  bin: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  file: 'M6 3h9l4 4v14H6ZM14 3v5h5',
  pin: 'M12 21c5-5.5 7-8.5 7-11.5a7 7 0 1 0-14 0c0 3 2 6 7 11.5ZM12 7.5a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 1 0 0-4.6Z',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM12 7v5l3 3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof ICONS;
