/** Bounds on one list: beyond any real one, far below what could hurt the server. */
export const LIMITS = {
  /** A compressed or spreadsheet file as it lies on the disk. */
  fileBytes: 50_000_000,
  /** What may come out of it; counted while it unpacks, for headers lie. */
  unpackedBytes: 100_000_000,
  /** Bytes out for each byte in; a list shrinks to a fifth, a bomb to a thousandth. */
  ratio: 100,
  /** Below this much output no ratio is called a bomb. */
  ratioFloorBytes: 5_000_000,
  zipEntries: 200,
  rows: 200_000,
  columns: 200,
  cellCharacters: 10_000,
  /** Rows in which the header may stand: titles come before it. */
  headerWithin: 10,
  /** Memory of the reading thread. */
  workerMegabytes: 512,
  /** A reader that says nothing for this long is ended. */
  silenceMs: 60_000,
} as const;

/** Megabytes for people. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
