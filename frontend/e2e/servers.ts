import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The service with demo data in a folder of its own, and `dist` before it; both end with the tests. */
// biome-ignore lint/style/noDefaultExport: Playwright wants it so
export default async function startServers(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'hamkor-e2e-'));
  const api = await freeAddress();
  // HAMKOR_FRONTEND=dist lets the service serve the files itself, as in production; else Vite's preview does.
  const files = process.env.HAMKOR_FRONTEND;
  const server = spawn(resolve(process.env.HAMKOR_SERVER ?? '../target/debug/hamkor'), ['serve', '--demo'], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      HAMKOR_BIND: api,
      HAMKOR_DATA: join(folder, 'data'),
      HAMKOR_RATE_LIMIT: 'off',
      ...(files !== undefined && { HAMKOR_FRONTEND: resolve(files) }),
    },
  });
  const running: ChildProcess[] = [server];
  let url = `http://${api}`;
  if (files === undefined) {
    const preview = await freeAddress();
    const [host = '', port = ''] = preview.split(':');
    const args = ['node_modules/vite/bin/vite.js', 'preview', '--host', host, '--port', port, '--strictPort'];
    running.push(spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, HAMKOR_API: url } }));
    url = `http://${preview}`;
  }
  await answers(`http://${api}/readyz`);
  await answers(url);
  process.env.HAMKOR_E2E_URL = url;
  return () => {
    for (const child of running) {
      child.kill();
    }
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
