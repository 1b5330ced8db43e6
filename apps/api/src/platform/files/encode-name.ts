/** RFC 8187: percent-encoding, and the few signs encodeURIComponent leaves that it does not. */
export function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
