import { label } from '#regulation/labels';
import type { OrderOf, ShelterFacts } from '../paper-order.ts';
import { facilityList, hazardList, kindFacts, named, placeFacts, sizeFacts } from './contents-facts.ts';
import { dayOf, facts, heading, pairs, qrCode, section, type Sheet } from './sheet.ts';
import { siteFacts } from './site-facts.ts';
import type { Words } from './words.ts';

/** 登记摘录: what is, or was, on file of a shelter; contact persons and internal remarks stay in the registry. */
export function registryExtract(
  words: Words,
  { shelter, files, occasion }: OrderOf<'REGISTRY_EXTRACT'>,
): Sheet {
  const { contents, code } = shelter;
  const address = `${occasion.origin}/s/${encodeURIComponent(code)}`;
  const plan = files.find(({ id }) => id === contents.zonePlanFileId);
  return {
    title: '应急避难场所登记摘录',
    about: `${code}　${contents.name}`,
    mark: versionMark(shelter),
    edition: editionLine(shelter),
    across: shelter.demo ? '演示数据' : null,
    content: [
      heading(words, '应急避难场所登记摘录'),
      {
        margin: [0, 0, 0, 6],
        columnGap: 14,
        columns: [
          {
            width: '*',
            stack: [
              facts(words, [
                [named('name'), contents.name],
                [named('aliases'), contents.aliases.join('、')],
                [named('unitId'), shelter.unit],
                [named('jurisdictionCode'), shelter.jurisdiction],
                ['登记版本', `${versionMark(shelter)}，${dayOf(shelter.recordedAt)}登记`],
                ['首次备案', shelter.filedAt ? dayOf(shelter.filedAt) : '备案待补办'],
                ['公开情况', editionOf(shelter)],
              ]),
            ],
          },
          {
            width: 'auto',
            stack: [
              qrCode(address),
              words.text(code, { bold: true, fontSize: 12, alignment: 'center', margin: [0, 4, 0, 0] }),
            ],
          },
        ],
      },
      section(words, '一、位置'),
      facts(words, placeFacts(contents)),
      section(words, '二、面积及可容纳人数'),
      pairs(words, sizeFacts(contents)),
      section(words, '三、类别'),
      pairs(words, [...kindFacts(contents), [named('publicPhone'), contents.publicPhone]]),
      section(words, '四、适用灾害'),
      hazardList(words, contents),
      section(words, '五、配套设施、设备'),
      facilityList(words, contents),
      section(words, '六、其他登记事项'),
      facts(words, [
        [named('seismicEvidence'), contents.seismicEvidence],
        [named('acceptedOn'), contents.acceptedOn && dayOf(contents.acceptedOn)],
        [named('handedOverOn'), contents.handedOverOn && dayOf(contents.handedOverOn)],
        [named('zonePlanFileId'), plan ? `${plan.fileName}（SHA-256 ${plan.sha256}）` : null],
        // Who gave what stays in the registry.
        ...siteFacts({ ...contents, contributions: [] }).filter(([name]) => name !== named('contributions')),
      ]),
      words.text('说明：联系人、内部备注等非公开信息不列入摘录。', { fontSize: 8.5, margin: [0, 8, 0, 0] }),
    ],
  };
}

export function versionMark({ version, versionNow, deregisteredAt }: ShelterFacts): string {
  if (deregisteredAt) return `× 已注销（第 ${version} 版）`;
  return version === versionNow
    ? `● 第 ${version} 版（现行）`
    : `○ 第 ${version} 版（历史版本，现行为第 ${versionNow} 版）`;
}

/** The same for the foot of every page. */
export function editionLine({ version, publication, edition }: ShelterFacts): string {
  const known = publication === 'PUBLISHED' && edition !== null;
  return `第 ${version} 版　${known ? `公开版次 ${edition}` : label('PublicationStatus', publication, 'zh-CN')}`;
}

/** How the public knows it: the edition, and whether that one says this version. */
export function editionOf({ publication, edition, publishedVersion, version }: ShelterFacts): string {
  if (publication !== 'PUBLISHED' || edition === null)
    return label('PublicationStatus', publication, 'zh-CN');
  return publishedVersion === version
    ? `公开版次 ${edition}`
    : `公开版次 ${edition}（公开的是第 ${publishedVersion} 版）`;
}
