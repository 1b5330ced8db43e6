import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from './graphql/language.ts';
import { sendFault } from './pages/fault-page.ts';

const SAID: Readonly<Record<number, readonly [chinese: string, english: string]>> = {
  400: [
    '请求无法读懂。请检查格式：应为 JSON。',
    'The request cannot be read. Check its form: JSON is expected.',
  ],
  404: ['没有这个地址。请核对网址。', 'There is nothing at this address. Check it.'],
  413: [
    '请求太大：上限 1 MB。文件请用 POST /files 上传。',
    'The request is too large: at most 1 MB. Send files to POST /files.',
  ],
  415: [
    '不支持这种内容类型。请用 application/json。',
    'This content type is not accepted. Use application/json.',
  ],
};
const OTHERWISE = ['请求未被接受。', 'The request was not accepted.'] as const;

/** Requests that never reached a resolver are answered in the shape of GraphQL's errors, too. */
@Catch(HttpException)
export class HttpFaults implements ExceptionFilter<HttpException> {
  catch(fault: HttpException, host: ArgumentsHost): HttpException | undefined {
    if (host.getType() !== 'http') return fault;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const language = preferredLanguage(request.headers['accept-language']);
    const words = SAID[fault.getStatus()] ?? OTHERWISE;
    const reply = http.getResponse<FastifyReply>().code(fault.getStatus());
    const message = words[language === 'zh-CN' ? 0 : 1];
    sendFault(request, reply, language, [{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    return undefined;
  }
}
