const FINAL_TEXT = 0x81;
/** Up to here the length stands in the second byte; these two values there say that it follows in two or eight bytes. */
const SHORT = 125;
const LENGTH_IN_TWO = 126;
const LENGTH_IN_EIGHT = 127;

/**
 * A whole text message as a server writes it (RFC 6455, 5.2: one frame, not masked, not compressed), in one piece: a
 * system call for each frame is most of what telling costs, and two pieces cost more than one. Its text is UTF-8, in
 * two parts of which many messages share one.
 */
export function textFrame(head: Buffer, rest: Buffer): Buffer {
  const length = head.length + rest.length;
  const start = length <= SHORT ? 2 : length <= 0xff_ff ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL_TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = LENGTH_IN_TWO;
    frame[2] = length >> 8;
    frame[3] = length & 0xff;
  } else {
    frame[1] = LENGTH_IN_EIGHT;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(head, start);
  frame.set(rest, start + head.length);
  return frame;
}
