import type { Readable } from 'node:stream';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A UTF-8 list with a few broken characters stays UTF-8 up to this share of what is not plain ASCII. */
const BROKEN_SHARE = 0.2;

/**
 * The encoding of a text, found by reading all of it: UTF-8 when it is, GB18030 (GBK, GB2312) when that fits instead.
 * A text of neither is read as UTF-8 and its lost characters are told.
 */
export async function detectEncoding(bytes: Readable): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8');
  const gb = new TextDecoder('gb18030', { fatal: true });
  let first = true;
  let isGb = true;
  let broken = 0;
  let foreign = 0;
  const count = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) foreign += 1;
      if (code === 0xfffd) broken += 1;
    }
  };
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
    first = false;
    count(utf8.decode(chunk, { stream: true }));
    isGb &&= fits(gb, chunk);
  }
  count(utf8.decode());
  if (broken === 0 || broken < BROKEN_SHARE * foreign) return 'utf-8';
  return isGb ? 'gb18030' : 'utf-8';
}

function fits(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text out of bytes; what cannot be read becomes U+FFFD. A byte-order mark is dropped. */
export async function* decodeText(bytes: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
