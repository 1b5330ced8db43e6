import type { Language } from '#regulation/labels';
import exceljs from 'exceljs';
import { templateFields, type TemplateField } from './template-fields.ts';

/** Rows that have drop-downs; a longer list can still be imported. */
const ROWS = 2_000;
const GREY = { argb: 'FF6B7680' };
const GROUND = { argb: 'FFE6F2EE' };

const WORDS = {
  'zh-CN': {
    list: '场所清单',
    guide: '填写说明',
    options: '选项',
    heads: ['列', '必填', '怎样填', '可选的词'],
    required: '必填',
    several: '（可填几种，用顿号隔开）',
    unknown: '请从下拉列表选择。',
  },
  en: {
    list: 'Shelters',
    guide: 'How to fill in',
    options: 'Options',
    heads: ['Column', 'Required', 'How to fill in', 'Words to choose from'],
    required: 'required',
    several: ' (one or more, with commas between)',
    unknown: 'Please choose from the list.',
  },
} as const;

/** Ranges in exceljs, which its types leave out. */
interface Validated {
  readonly dataValidations: { add(range: string, validation: exceljs.DataValidation): unknown };
}

/**
 * The template as a spreadsheet: a drop-down for every enumeration, units and formats beside the cell and on a sheet of
 * their own, one example row that an import leaves out.
 */
export async function writeTemplate(
  language: Language,
  jurisdictions: readonly string[],
): Promise<exceljs.Buffer> {
  const words = WORDS[language];
  const fields = templateFields(language, jurisdictions);
  const book = new exceljs.Workbook();
  const list = book.addWorksheet(words.list, { views: [{ state: 'frozen', ySplit: 1 }] });
  writeList(list, fields);
  writeGuide(book.addWorksheet(words.guide), fields, language);
  const options = book.addWorksheet(words.options, { state: 'veryHidden' });
  let column = 0;
  fields.forEach((field, index) => {
    let range: string | null = null;
    if (field.one && field.words.length > 0) {
      column += 1;
      options.getColumn(column).values = [...field.words];
      const letter = options.getColumn(column).letter;
      range = `'${words.options}'!$${letter}$1:$${letter}$${field.words.length}`;
    }
    validate(list, list.getColumn(index + 1).letter, field, { range, error: words.unknown });
  });
  return book.xlsx.writeBuffer();
}

function writeList(sheet: exceljs.Worksheet, fields: readonly TemplateField[]): void {
  sheet.columns = fields.map(({ heading, field }) => ({
    width: Math.max(14, heading.length * 2),
    // Telephone numbers keep their zero, dates stay as they are written.
    ...(/phone|On$/iu.test(field) ? { style: { numFmt: '@' } } : {}),
  }));
  const head = sheet.addRow(fields.map(({ heading, required }) => (required ? `${heading} *` : heading)));
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: GROUND };
  fields.forEach(({ note }, index) => {
    if (note !== '') head.getCell(index + 1).note = note;
  });
  const example = sheet.addRow(fields.map((field) => field.example));
  example.font = { italic: true, color: GREY };
}

function validate(
  sheet: exceljs.Worksheet,
  letter: string,
  { heading, note, required }: TemplateField,
  { range, error }: { readonly range: string | null; readonly error: string },
): void {
  if (range === null && note === '') return;
  const cells = `${letter}2:${letter}${ROWS + 1}`;
  const prompt = { showInputMessage: true, promptTitle: heading.slice(0, 32), prompt: note.slice(0, 255) };
  const { dataValidations } = sheet as unknown as Validated;
  dataValidations.add(cells, {
    // Anything may be written where there is nothing to choose; the note still stands beside the cell.
    ...(range === null
      ? { type: 'custom', formulae: ['TRUE'] }
      : { type: 'list', formulae: [range], showErrorMessage: true, error }),
    allowBlank: !required,
    ...(note === '' ? {} : prompt),
  });
}

function writeGuide(sheet: exceljs.Worksheet, fields: readonly TemplateField[], language: Language): void {
  const { heads, required, several } = WORDS[language];
  sheet.columns = heads.map((header, index) => ({ header, width: [24, 10, 60, 90][index] ?? 20 }));
  sheet.getRow(1).font = { bold: true };
  for (const field of fields) {
    const choice = field.words.join(language === 'zh-CN' ? '、' : ', ');
    sheet.addRow([
      field.heading,
      field.required ? required : '',
      field.note,
      choice && !field.one ? `${choice}${several}` : choice,
    ]).alignment = { wrapText: true, vertical: 'top' };
  }
}
