import type { Content } from 'pdfmake';
import type { OrderOf } from '../paper-order.ts';
import { counted, named } from './contents-facts.ts';
import { dayOf, facts, GRID, heading, qrCode, type Sheet } from './sheet.ts';
import { stageMark } from './stage-mark.ts';
import type { Words } from './words.ts';

const ROOMY = { ...GRID, paddingTop: () => 7, paddingBottom: () => 5, paddingLeft: () => 8 };

/** 备案证明: what came on file, under which number, and where everybody can look it up. */
export function certificate(words: Words, { filing, accepted, occasion }: OrderOf<'CERTIFICATE'>): Sheet {
  const { contents, version, acceptedAt, authority, deregisteredAt } = accepted;
  const code = filing.code ?? '';
  const address = `${occasion.origin}/s/${encodeURIComponent(code)}`;
  const issuer = authority ?? `${filing.jurisdiction}备案机关`;
  const mark = deregisteredAt ? '× 已注销' : stageMark(filing.stage);
  return {
    title: '应急避难场所备案证明',
    about: contents.name,
    mark,
    edition: `第 ${version} 版`,
    across: filing.demo ? '演示数据' : null,
    content: [
      heading(words, '应急避难场所备案证明', 18),
      words.text(`备案编号：${filing.number ?? ''}`, {
        alignment: 'center',
        fontSize: 12,
        margin: [0, 0, 0, 16],
      }),
      words.text(`下列应急避难场所已依照《三门峡市应急避难场所管理办法》第十四条办理备案，登记入库。`, {
        fontSize: 12,
        lineHeight: 1.5,
        leadingIndent: 24,
        margin: [0, 0, 0, 10],
      }),
      {
        fontSize: 12,
        stack: [
          facts(
            words,
            [
              [named('name'), contents.name],
              ['场所编号', code],
              ['位置', [contents.division, contents.address].filter(Boolean).join('，') || null],
              [named('areaSquareMeters'), counted(contents.areaSquareMeters, '平方米')],
              [named('declaredCapacity'), counted(contents.declaredCapacity, '人')],
              [named('unitId'), filing.unit],
              ['备案机关', issuer],
              ['备案日期', dayOf(acceptedAt)],
              ['登记版本', `第 ${version} 版`],
              ...standing(mark, filing.stage, deregisteredAt),
            ],
            132,
            ROOMY,
          ),
        ],
      },
      {
        unbreakable: true,
        margin: [0, 34, 0, 0],
        columns: [
          { ...qrCode(address), width: 'auto' },
          {
            width: '*',
            margin: [12, 6, 0, 0],
            stack: [
              words.text('扫码核对最新公开登记', { bold: true }),
              words.text(code, { fontSize: 15, bold: true, margin: [0, 2, 0, 2] }),
              words.text(address, { fontSize: 8.5 }),
            ],
          },
          seal(words, issuer, acceptedAt),
        ],
      },
    ],
  };
}

/** What a holder of an old sheet must know before showing it. */
function standing(mark: string, stage: string, deregisteredAt: Date | null): [string, string][] {
  if (deregisteredAt) return [['现状', `${mark}（${dayOf(deregisteredAt)}）`]];
  return stage === 'SUPERSEDED' ? [['现状', `${mark}，以新版本备案证明为准`]] : [];
}

function seal(words: Words, issuer: string, at: Date): Content {
  return {
    width: 190,
    margin: [0, 44, 0, 0],
    stack: [
      words.text(`${issuer}\n（盖章）`, { fontSize: 12, alignment: 'right', margin: [0, 0, 0, 8] }),
      words.text(dayOf(at), { fontSize: 12, alignment: 'right' }),
    ],
  };
}
