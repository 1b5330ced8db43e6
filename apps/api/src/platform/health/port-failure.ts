import { StartFailure } from '../logging/explain-failure.ts';

const PATIENCE_MS = 1_000;

/** Why the port could not be had, who has it, and what to do. */
export async function portFailure(error: unknown, port: number): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES') {
    return new StartFailure(
      `PORT ${port} is reserved by the system: ports below 1024 need rights this process has not. ` +
        `Set PORT to a higher one, e.g. PORT=3000 npm start.`,
    );
  }
  if (code !== 'EADDRINUSE') return error;
  const who = (await isOurs(port))
    ? `A Shelter Registry already answers at http://localhost:${port}; perhaps it is the one you want.`
    : `To see which program has it: "ss -ltnp sport = :${port}" (Linux), "lsof -i :${port}" (macOS), ` +
      `"netstat -ano | findstr :${port}" (Windows).`;
  return new StartFailure(
    `PORT ${port} is taken by another program. ${who} Stop that one, or choose another: PORT=${port + 1} npm start.`,
  );
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null && 'alive' in body;
  } catch {
    return false;
  }
}
