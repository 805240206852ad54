// Writes every generated file anew; with --check it writes nothing and fails where a file differs.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generateApi } from './gen-api.mjs';
import { generateCldr } from './gen-cldr.mjs';
import { generateFonts } from './gen-fonts.mjs';
import { generateMap } from './gen-map.mjs';

const check = process.argv.includes('--check');
let stale = 0;

for (const generate of [generateApi, generateCldr, generateFonts, generateMap]) {
  for (const [path, content] of await generate()) {
    const wanted = Buffer.from(content);
    const present = await readFile(path).catch(() => undefined);
    if (present?.equals(wanted)) continue;
    if (check) {
      console.error(`${path} is not what npm run gen writes`);
      stale += 1;
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, wanted);
    console.log(`wrote ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
