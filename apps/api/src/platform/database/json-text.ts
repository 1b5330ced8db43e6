/** A lone half of a surrogate pair, or a zero: JSON writes them as escapes, jsonb refuses them. */
const ESCAPE = /\\(u(?:0000|d[89a-f][0-9a-f]{2})|.)/gu;

/** A value as text for a jsonb parameter; characters that no database keeps become U+FFFD. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u')) return text;
  return text.replaceAll(ESCAPE, (escape, what: string) => (what.length > 1 ? '\ufffd' : escape));
}
