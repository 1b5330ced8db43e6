import { label } from '#regulation/labels';
import type { Content, Style } from 'pdfmake';
import type { FileFact, FilingFacts, OrderOf } from '../paper-order.ts';
import {
  facilityList,
  hazardList,
  kindFacts,
  named,
  placeFacts,
  sizeFacts,
  sourceFact,
} from './contents-facts.ts';
import { dayOf, facts, GRID, heading, list, pairs, section, type Fact, type Sheet } from './sheet.ts';
import { siteFacts } from './site-facts.ts';
import { stageMark } from './stage-mark.ts';
import { NOT_TOLD, type Words } from './words.ts';

/** 备案表: the seven contents of Art. 14 in their order, then what else was said, and where to sign. */
export function filingForm(words: Words, { filing, files }: OrderOf<'FILING_FORM'>): Sheet {
  const { contents, number, stage, kind } = filing;
  const plan = files.find(({ id }) => id === contents.zonePlanFileId);
  const others = contents.otherPaperFileIds.map((id) => files.find((file) => file.id === id));
  const more = siteFacts(contents);
  return {
    title: '应急避难场所备案表',
    about: contents.name || NOT_TOLD,
    mark: stageMark(stage),
    edition: '',
    across: stage === 'DRAFT' ? '草稿' : filing.demo ? '演示数据' : null,
    content: [
      heading(words, '应急避难场所备案表'),
      pairs(words, [
        ['备案编号', number ?? '尚未编号'],
        ['办理阶段', stageMark(stage)],
        [named('kind'), label('FilingKind', kind, 'zh-CN')],
        ['场所编号', filing.code ?? '备案后编号'],
        [named('jurisdictionCode'), filing.jurisdiction],
        ['提交日期', filing.submittedAt ? dayOf(filing.submittedAt) : '尚未提交'],
        [named('unitId'), filing.onBehalf ? `${filing.unit}（由工作人员代为录入）` : filing.unit],
      ]),
      section(words, '一、应急避难场所名称'),
      facts(words, [
        [named('name'), contents.name],
        [named('aliases'), contents.aliases.join('、')],
      ]),
      section(words, '二、应急避难场所位置'),
      facts(words, [...placeFacts(contents), sourceFact(contents)]),
      section(words, '三、应急避难场所面积及可容纳人数'),
      pairs(words, sizeFacts(contents)),
      section(words, '四、应急避难场所配套设施、设备'),
      facilityList(words, contents),
      section(words, '五、应急避难场所功能区划分平面图'),
      facts(words, planFacts(plan)),
      section(words, '六、应急避难场所管理责任单位联系人、联系方式'),
      pairs(words, [
        ['联系人', contents.contact.name],
        ['联系电话', contents.contact.phone],
        ['24 小时电话', contents.contact.phone24h],
        [named('publicPhone'), contents.publicPhone],
      ]),
      section(words, '七、其他有关资料'),
      list(
        words,
        [34, '*', 150],
        ['序号', '文件名称', '校验码（SHA-256 前 16 位）'],
        others.map((file, index) => [
          index + 1,
          file?.fileName ?? '文件已不存在',
          file?.sha256.slice(0, 16) ?? '—',
        ]),
      ),
      section(words, '八、场所类别及其他情况'),
      pairs(words, [
        ...kindFacts(contents),
        [named('acceptedOn'), contents.acceptedOn && dayOf(contents.acceptedOn)],
        [named('handedOverOn'), contents.handedOverOn && dayOf(contents.handedOverOn)],
      ]),
      {
        stack: [facts(words, [[named('seismicEvidence'), contents.seismicEvidence], ...more])],
        margin: [0, -0.6, 0, 0],
      },
      section(words, '九、适用灾害'),
      hazardList(words, contents),
      section(words, '十、备注'),
      facts(words, [[named('remarks'), contents.remarks]]),
      signatures(words, filing),
    ],
  };
}

function planFacts(plan: FileFact | undefined): Fact[] {
  return [
    ['平面图文件', plan?.fileName ?? null],
    ['校验码（SHA-256）', plan?.sha256 ?? null],
  ];
}

/** Both sign on one page, side by side. */
function signatures(words: Words, { unit }: FilingFacts): Content {
  const both = (text: string, style: Style): Content[] => [words.text(text, style), words.text(text, style)];
  return {
    unbreakable: true,
    stack: [
      section(words, '十一、签章'),
      {
        table: {
          widths: ['*', '*'],
          body: [
            [words.text('申报单位', { bold: true }), words.text('备案机关', { bold: true })],
            [
              words.text(`${unit}：本表所填内容真实、完整。`, { margin: [0, 0, 0, 30] }),
              words.text('审查意见：', { margin: [0, 0, 0, 30] }),
            ],
            both('负责人（签字）：', {}),
            both('（盖章）', { alignment: 'center', margin: [0, 16, 0, 16] }),
            both('年　　月　　日', { alignment: 'right' }),
          ],
        },
        layout: {
          ...GRID,
          hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 0.6 : 0),
        },
      },
    ],
  };
}
