/** What of an error may be written down. */
export interface ToldError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at: string;
  readonly cause?: ToldError;
}

/** An error for the log: its kind, its words and where it arose, without statements, parameters and decimal numbers. */
export function tellError(error: unknown): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: '' };
  const source = driverErrorOf(error) ?? error;
  const [code, constraint] = [textField(source, 'code'), textField(source, 'constraint')];
  return {
    type: error.name,
    // The database repeats values in its messages; its code says as much.
    message: source === error ? withoutValues(error.message) : `SQLSTATE ${code ?? 'unknown'}`,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    at: framesOf(error),
    ...(error.cause instanceof Error ? { cause: tellError(error.cause) } : {}),
  };
}

function driverErrorOf(error: Error): Error | undefined {
  const driverError: unknown = 'driverError' in error ? error.driverError : undefined;
  return driverError instanceof Error ? driverError : undefined;
}

function textField(error: Error, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}

/** A decimal fraction may be a coordinate, and what is quoted may be anything. */
function withoutValues(text: string): string {
  return text.replaceAll(/-?\d+\.\d{2,}/g, '…').replaceAll(/"[^"]{40,}"/g, '"…"');
}

function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 12)
    .map((line) => line.trim().slice(3))
    .join(' < ');
}
