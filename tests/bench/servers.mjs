// Starts servers to measure and ends them again.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const running = [];

/** Starts a server and waits until it says where it is. */
export function start(file, env) {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /https?:\/\/[^\s/]+:\d+/.exec(line)?.[0];
      if (url) resolve({ url: url.replace('localhost', '127.0.0.1'), heard: 0 });
    });
  });
}

/** Ends every server that was started. */
export function stopAll() {
  for (const child of running) child.kill();
}
