import type { Content } from 'pdfmake';
import type { OrderOf } from '../paper-order.ts';
import { named } from './contents-facts.ts';
import { dayOf, heading, list, type Sheet } from './sheet.ts';
import { stageMark } from './stage-mark.ts';
import type { Words } from './words.ts';

/** 退回（补正）告知书: every reason at once, who says so, and how to put it right. */
export function returnLetter(words: Words, { filing, given, occasion }: OrderOf<'RETURN_LETTER'>): Sheet {
  const { turn, returnedAt, authority, name, reasons } = given;
  const paragraph = (text: string, above = 6): Content =>
    words.text(text, { fontSize: 12, lineHeight: 1.5, leadingIndent: 24, margin: [0, above, 0, 0] });
  const standing =
    filing.stage === 'RETURNED'
      ? []
      : [paragraph(`（本件为当时的告知记录，该项备案现处于“${stageMark(filing.stage)}”阶段。）`)];
  return {
    title: '应急避难场所备案退回（补正）告知书',
    about: name,
    mark: turn > 1 ? `第 ${turn} 次退回` : '',
    edition: filing.number ? `备案编号：${filing.number}` : '备案编号：尚未编号',
    across: filing.demo ? '演示数据' : null,
    content: [
      heading(words, '应急避难场所备案退回（补正）告知书', 20),
      words.text(`${filing.unit}：`, { fontSize: 12, bold: true }),
      paragraph(
        `你单位报送的“${name}”备案材料收悉。依照《三门峡市应急避难场所管理办法》第十四条审查，` +
          `现予退回补正。需要补正的全部事项共 ${reasons.length} 项，一次告知如下：`,
      ),
      {
        margin: [0, 10, 0, 4],
        stack: [
          list(
            words,
            [34, 130, '*'],
            ['序号', '补正事项', '具体要求'],
            reasons.map(({ field, text }, index) => [
              index + 1,
              field === null ? '备案整体' : named(field),
              text,
            ]),
          ),
        ],
      },
      paragraph(
        `请登录应急避难场所登记系统，在“备案”中打开本件，按上列事项逐项修改后重新提交；已填内容均予保留，无需重填。地址：`,
      ),
      words.text(`${occasion.origin}/console/#/filings/${filing.id}`, {
        fontSize: 9.5,
        margin: [24, 2, 0, 0],
      }),
      ...standing,
      {
        unbreakable: true,
        margin: [0, 46, 0, 0],
        stack: [
          words.text(`${authority ?? `${filing.jurisdiction}备案机关`}（盖章）`, {
            fontSize: 12,
            alignment: 'right',
            margin: [0, 0, 24, 8],
          }),
          words.text(dayOf(returnedAt), { fontSize: 12, alignment: 'right', margin: [0, 0, 24, 0] }),
        ],
      },
    ],
  };
}
