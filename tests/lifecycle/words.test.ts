import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenDraft, SUBMIT } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const FINDINGS = `query ($id: ID!) { filing(id: $id) {
  findings { code message } availableActs { act refusals { message } } } }`;

type Said = Record<'findings', { message: string }[]> & {
  availableActs: { act: string; refusals: { message: string }[] }[];
};

const CHINESE = /^[^a-z]*[\u4e00-\u9fff]/u;
const ENGLISH = /^[\p{ASCII}–—’“”²]+$/u;

describe.each(databaseKinds())('whoever asks is answered in his language on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1', Somebody>;
  let id: string;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1']);
    ({ id } = await givenDraft(server, people.unit1, '411202', { zonePlanFileId: null, address: null }));
  });
  afterAll(() => server.close());

  test('many at once, each in his own', async () => {
    const languages = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'zh-CN' : 'en'));
    const answers = await Promise.all(
      languages.map((language) =>
        server.call<{ filing: Said }>(FINDINGS, { id }, { ...people.unit1, language }),
      ),
    );
    for (const [index, { data }] of answers.entries()) {
      const told = [
        ...(data?.filing.findings ?? []),
        ...(data?.filing.availableActs ?? []).flatMap(({ refusals }) => refusals),
      ].map(({ message }) => message);
      expect(told.length).toBeGreaterThan(1);
      expect(told).toEqual(
        told.map(() => expect.stringMatching(languages[index] === 'en' ? ENGLISH : CHINESE)),
      );
    }
  });

  test('of a refused act, of one that is not signed in, and of a question that cannot be meant', async () => {
    const NEAREST = `{ nearestShelters(near: { longitude: 500, latitude: 34 }) { situation } }`;
    const saidOf = async (language: 'zh-CN' | 'en'): Promise<(string | undefined)[]> => {
      const answers = [
        await server.call(SUBMIT, { id }, { ...people.unit1, language }),
        await server.call(SUBMIT, { id }, { language }),
        await server.call(`{ filings { totalCount } }`, {}, { language }),
        await server.call(NEAREST, {}, { language }),
      ];
      return answers.map(({ errors }) => errors[0]?.message);
    };
    const [chinese, english] = [await saidOf('zh-CN'), await saidOf('en')];
    expect(chinese).toEqual(chinese.map(() => expect.stringMatching(/[\u4e00-\u9fff]/u)));
    expect(english.map((said) => /[\u4e00-\u9fff]/u.test(said ?? '中'))).toEqual(english.map(() => false));
  });

  test('of a fault of ours, with the number that the log carries', async () => {
    await server.office.dataSource.query(`alter table announcement rename to announcement_away`);
    try {
      const ask = (language: 'zh-CN' | 'en') =>
        server.call(`{ announcements { identifier } }`, {}, { language });
      const [chinese, english] = [await ask('zh-CN'), await ask('en')];
      expect(chinese.errors[0]?.message).toMatch(/^系统出错.*[\da-f-]{36}$/u);
      expect(english.errors[0]?.message).toMatch(/^Something broke.*[\da-f-]{36}$/u);
      expect(english.errors[0]?.extensions).toMatchObject({
        code: 'INTERNAL_SERVER_ERROR',
        id: english.errors[0]?.message.slice(-36),
      });
    } finally {
      await server.office.dataSource.query(`alter table announcement_away rename to announcement`);
    }
  });

  test('somebody who followed a wrong link sees a page that leads on, a program hears JSON', async () => {
    const follow = async (path: string, language: string, accept = 'text/html,*/*;q=0.8') => {
      const answer = await fetch(`${server.url}${path}`, {
        headers: { accept, 'accept-language': language },
      });
      return {
        status: answer.status,
        type: answer.headers.get('content-type')?.split(';')[0],
        text: await answer.text(),
      };
    };
    const nowhere = await follow('/nowhere', 'zh-CN');
    expect(nowhere).toMatchObject({ status: 404, type: 'text/html' });
    expect(nowhere.text).toContain('<p>没有这个地址。请核对网址。</p><a href="/">查看避难场所地图</a>');
    const stranger = await follow(`/files/${id}`, 'en');
    expect(stranger).toMatchObject({ status: 401, type: 'text/html' });
    expect(stranger.text).toMatch(/<html lang="en">.*<a href="\/console\/">Staff console<\/a>/su);
    expect(await follow('/nowhere', 'en', '*/*')).toMatchObject({ status: 404, type: 'application/json' });
    // Nothing of the address comes back as markup.
    expect((await follow('/files/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'en')).text).not.toContain('<script');
  });
});
