/** A text of a form as the file keeps it: trimmed; blank is unknown. */
export function text(value: string | null | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}
