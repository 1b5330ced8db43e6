import type { Language } from '#regulation/labels';
import type { FastifyReply, FastifyRequest } from 'fastify';

const WORDS = {
  'zh-CN': { title: '应急避难场所', map: '查看避难场所地图', console: '进入工作台' },
  en: { title: 'Emergency shelters', map: 'Map of shelters', console: 'Staff console' },
} as const;

const STYLE = `body{margin:0;font:18px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1b2430;background:#f6f8fa}
main{max-width:32rem;margin:12vh auto 0;padding:0 1.25rem}
p{font-size:1.25rem;font-weight:600}
a{display:block;margin:.75rem 0;padding:.75rem 1rem;border:1px solid #0b6e4f;border-radius:.5rem;color:#0b6e4f;background:#fff;text-decoration:none}`;

/** Answers a fault: programs are told in JSON, somebody who followed a link is shown a page that leads on. */
export function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  errors: readonly { readonly message: string; readonly extensions?: object }[],
): void {
  if (!request.headers.accept?.includes('text/html')) {
    void reply.send({ errors });
    return;
  }
  const { title, map, console } = WORDS[language];
  const said = errors.map(({ message }) => `<p>${plain(message)}</p>`).join('');
  void reply.type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main>${said}<a href="/">${map}</a><a href="/console/">${console}</a></main></body>
</html>`);
}

/** What was written by others stays text. */
function plain(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
