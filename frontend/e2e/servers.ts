import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The service with demo data in a folder of its own, serving `dist` with its policy as in production. */
// biome-ignore lint/style/noDefaultExport: Playwright wants it so
export default async function startServer(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'hamkor-e2e-'));
  const address = await freeAddress();
  const server = spawn(resolve(process.env.HAMKOR_SERVER ?? '../target/debug/hamkor'), ['serve', '--demo'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      HAMKOR_BIND: address,
      HAMKOR_DATA: join(folder, 'data'),
      HAMKOR_FRONTEND: resolve('dist'),
      HAMKOR_RATE_LIMIT: 'off',
    },
  });
  const url = `http://${address}`;
  await answers(`${url}/readyz`);
  process.env.HAMKOR_E2E_URL = url;
  return () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freeAddress(): Promise<string> {
  return new Promise((done, fail) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? done(`127.0.0.1:${address.port}`)
          : fail(new Error('no port')),
      );
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) {
      return;
    }
    await new Promise(done => setTimeout(done, 200));
  }
  throw new Error(`${url} does not answer`);
}
