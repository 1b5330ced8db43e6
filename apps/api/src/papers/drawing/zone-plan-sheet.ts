import { FACILITY_TYPES } from '#regulation/enumerations';
import { label } from '#regulation/labels';
import type { ShelterContents } from '#regulation/registry/contents';
import type { Content } from 'pdfmake';
import type { OrderOf } from '../paper-order.ts';
import { counted, hazardLine } from './contents-facts.ts';
import { facts, GRID, heading, qrCode, type Sheet } from './sheet.ts';
import { editionLine, versionMark } from './registry-extract.ts';
import { sitePlan } from './site-plan.ts';
import type { Words } from './words.ts';

/** Points the drawing has on a landscape sheet beside the legend. */
const DRAWING = { width: 520, height: 370 } as const;

/**
 * 功能分区平面图: the drawing as it was filed, to hang on the wall; only what the public may know stands beside it.
 * `shown` is false for what cannot be drawn here: the sheet then names the original.
 */
export function zonePlanSheet(
  words: Words,
  { shelter, plan, planPath, occasion }: OrderOf<'ZONE_PLAN_SHEET'>,
  shown: boolean,
): Sheet {
  const { contents, code } = shelter;
  const address = `${occasion.origin}/s/${encodeURIComponent(code)}`;
  const site = sitePlan(words, contents);
  const drawing: Content = shown
    ? { image: planPath, fit: [DRAWING.width, DRAWING.height], alignment: 'center' }
    : original(words, plan.fileName);
  return {
    title: '应急避难场所功能分区平面图',
    about: `${code}　${contents.name}`,
    mark: versionMark(shelter),
    edition: editionLine(shelter),
    across: shelter.demo ? '演示数据' : null,
    landscape: true,
    content: [
      heading(words, `${contents.name}功能分区平面图`, 8),
      {
        columnGap: 12,
        columns: [
          {
            width: DRAWING.width,
            stack: [
              { table: { widths: ['*'], heights: DRAWING.height, body: [[drawing]] }, layout: FRAME },
              words.text(`原图：${plan.fileName}　SHA-256：${plan.sha256}`, {
                fontSize: 7.5,
                margin: [0, 3, 0, 0],
              }),
            ],
          },
          {
            width: '*',
            stack: [
              facts(
                words,
                [
                  ['编号', code],
                  ['可容纳', counted(contents.declaredCapacity, '人')],
                  ['面积', counted(contents.areaSquareMeters, '平方米')],
                  ['地址', contents.address],
                  ['电话', contents.publicPhone],
                  ['适用', hazardLine(contents)],
                ],
                42,
              ),
              words.text('图例（设施）', { bold: true, margin: [0, 8, 0, 3] }),
              legend(words, contents),
              { margin: [0, 8, 0, 0], stack: [{ ...qrCode(address), alignment: 'center' }] },
              words.text('扫码查看本场所', { fontSize: 8.5, alignment: 'center', margin: [0, 3, 0, 0] }),
              words.text(code, { bold: true, fontSize: 12, alignment: 'center' }),
            ],
          },
        ],
      },
      ...(site
        ? [
            {
              ...heading(words, `${contents.name}功能区图（按登记图形绘制，WGS 84）`, 8),
              pageBreak: 'before' as const,
            },
            ...site,
          ]
        : []),
    ],
  };
}

const FRAME = {
  ...GRID,
  paddingTop: () => 2,
  paddingBottom: () => 2,
  paddingLeft: () => 2,
  paddingRight: () => 2,
};

function original(words: Words, fileName: string): Content {
  return {
    margin: [40, 120, 40, 0],
    stack: [
      words.text('本平面图的原件格式不能直接印在本页', { fontSize: 14, bold: true, alignment: 'center' }),
      words.text(`请打开原件“${fileName}”，并以下方校验码核对，与本页一并张贴。`, {
        alignment: 'center',
        margin: [0, 10, 0, 0],
      }),
    ],
  };
}

/** What there is to be found on the drawing; its signs are the draughtsman's own. */
function legend(words: Words, { facilities }: ShelterContents): Content {
  const said = FACILITY_TYPES.flatMap((type) => {
    const ofType = facilities.filter((facility) => facility.type === type);
    if (ofType.length === 0) return [];
    const known = ofType.every(({ quantity }) => quantity !== null);
    const count = known ? ` ${ofType.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)}` : '';
    const broken = ['FAILED', 'MISSING'].filter((state) =>
      ofType.some((facility) => facility.state === state),
    );
    const out = broken.map((state) => label('FacilityState', state, 'zh-CN')).join('、');
    return [`${label('FacilityType', type, 'zh-CN')}${count}${out && `（有${out}）`}`];
  });
  return words.text(`${said.join('、') || '设施未填'}。图中符号以原图所附图例为准。`, { fontSize: 8.5 });
}
