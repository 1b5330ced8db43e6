import exceljs from 'exceljs';
import { PassThrough, Readable } from 'node:stream';
import { CSV_MARK, csvCell, defused } from '../../platform/csv-cell.ts';
import type { Shelter } from '../shelter.entity.ts';
import type { ExportTable } from './export-columns.ts';

/** What the registry can be taken along as. */
export interface ExportFormat {
  readonly mediaType: string;
  /** A stream of the file, made as it is read. */
  readonly write: (batches: AsyncIterable<readonly Shelter[]>, table: ExportTable) => Readable;
}

export const EXPORT_FORMATS: Readonly<Record<string, ExportFormat>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    write: (batches, table) => Readable.from(csvLines(batches, table)),
  },
  geojson: {
    mediaType: 'application/geo+json; charset=utf-8',
    write: (batches, table) => Readable.from(geojsonText(batches, table)),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: xlsxSheet,
  },
};

async function* csvLines(batches: AsyncIterable<readonly Shelter[]>, { columns }: ExportTable) {
  yield `${CSV_MARK}${columns.map(({ head }) => csvCell(head)).join(',')}\r\n`;
  for await (const batch of batches) {
    yield batch
      .map((shelter) => `${columns.map(({ read }) => csvCell(read(shelter))).join(',')}\r\n`)
      .join('');
  }
}

/**
 * WGS 84; a shelter whose place is not known has a null geometry, as RFC 7946 has it. It is read by programs: its times are
 * in ISO 8601 with their offset, +08:00, where a sheet has what people read.
 */
async function* geojsonText(batches: AsyncIterable<readonly Shelter[]>, { columns }: ExportTable) {
  yield '{"type":"FeatureCollection","features":[';
  let between = '\n';
  for await (const batch of batches) {
    for (const shelter of batch) {
      const properties = Object.fromEntries(
        columns.map(({ head, read, exact = read }) => [head, exact(shelter)]),
      );
      const feature = { type: 'Feature', id: shelter.code, geometry: shelter.location, properties };
      yield `${between}${JSON.stringify(feature)}`;
      between = ',\n';
    }
  }
  yield '\n]}\n';
}

function xlsxSheet(batches: AsyncIterable<readonly Shelter[]>, { name, columns }: ExportTable): Readable {
  const stream = new PassThrough();
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
  });
  sheet.columns = columns.map(({ head }) => ({ header: head, width: Math.max(10, head.length * 2) }));
  const fill = async () => {
    for await (const batch of batches) {
      for (const shelter of batch) {
        const cells = columns.map(({ read }) => read(shelter));
        sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))).commit();
      }
    }
    sheet.commit();
    await book.commit();
  };
  fill().catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}
