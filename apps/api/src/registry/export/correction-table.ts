import type { CivilDate } from '#regulation/civil-date';
import { fieldName } from '#regulation/field-names';
import { owedCorrection, type OwedCorrection } from '#regulation/import/correction-due';
import { label, type Language } from '#regulation/labels';
import type { Cell } from '../../platform/csv-cell.ts';
import type { Shelter } from '../shelter.entity.ts';
import type { ExportTable } from './export-columns.ts';

/** What is still owed (补正) as a table, one line a shelter; contact persons stay in the registry. */
export function correctionTable(language: Language, today: CivilDate): ExportTable {
  const zh = language === 'zh-CN';
  const owing =
    (read: (owed: OwedCorrection) => Cell) =>
    ({ contents, correctionDue: dueOn }: Shelter): Cell => {
      const owed = owedCorrection({ contents, dueOn }, today);
      return owed && read(owed);
    };
  return {
    name: zh ? '补正清单' : 'To complete',
    columns: [
      { head: zh ? '编号' : 'Code', read: ({ code }) => code },
      { head: fieldName('name', language), read: ({ name }) => name },
      {
        head: zh ? '辖区' : 'Jurisdiction',
        read: ({ jurisdiction }) => (zh ? jurisdiction.name : jurisdiction.nameEn),
      },
      { head: zh ? '产权或管理单位' : 'Owner or manager', read: ({ unit }) => unit.name },
      {
        head: zh ? '待补正内容' : 'To be given',
        read: owing(({ gaps }) => gaps.map((field) => fieldName(field, language)).join(zh ? '、' : ', ')),
      },
      { head: zh ? '补正期限' : 'Due', read: owing(({ dueOn }) => dueOn) },
      { head: zh ? '剩余天数' : 'Days left', read: owing(({ daysLeft }) => daysLeft) },
      {
        head: zh ? '期限情况' : 'Deadline',
        read: owing(({ light }) => label('DeadlineLight', light, language)),
      },
    ],
  };
}
