// Fails the build where it weighs more than we allow. Sizes are those of gzip, in KB of 1024 bytes.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const BUDGET = {
  shell: 120,
  route: 150,
  chunk: 40,
  css: 8,
  fonts: { uz: 32, ru: 52, tg: 56 },
  scripts: 14,
  visit: 190,
};
/** The parts of the fonts that a page in the language asks for. */
const FONT_PARTS = { uz: ['latin'], ru: ['latin', 'cyrillic'], tg: ['latin', 'cyrillic', 'cyrillic-ext'] };
/** What a first visit opens: the page after signing in. */
const FIRST_ROUTE = 'src/routes/_office/index.tsx';

const manifest = JSON.parse(await readFile('dist/.vite/manifest.json', 'utf8'));
const sizes = new Map();
for (const file of await readdir('dist/assets')) {
  if (!/\.(br|gz)$/.test(file)) {
    const content = await readFile(`dist/assets/${file}`);
    sizes.set(
      `assets/${file}`,
      (file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length) / 1024,
    );
  }
}

/** The scripts and styles that a module cannot start without. */
function needs(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needs(next, seen);
  return seen;
}
const weigh = files => files.reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
const scriptsOf = keys => [...new Set([...keys].map(key => manifest[key].file))].filter(file => file.endsWith('.js'));
const stylesOf = keys => [...new Set([...keys].flatMap(key => manifest[key].css ?? []))];

const failures = [];
function hold(what, is, allowed, unit = ' KB') {
  const line = `${what}: ${Math.round(is * 10) / 10}${unit} of ${allowed}`;
  console.log(line);
  if (is > allowed) failures.push(line);
}

const entry = Object.keys(manifest).find(key => manifest[key].isEntry);
const shell = needs(entry);
hold('scripts of the shell', weigh(scriptsOf(shell)), BUDGET.shell);
hold('styles on entry', weigh(stylesOf(shell)), BUDGET.css);

const vendor = Object.values(manifest).find(it => it.name === 'vendor')?.file;
let heaviest = ['', 0];
for (const [key, { file, isDynamicEntry }] of Object.entries(manifest)) {
  if (!isDynamicEntry || !file.endsWith('.js')) continue;
  const whole = weigh(scriptsOf(new Set([...shell, ...needs(key)])));
  if (whole > heaviest[1]) heaviest = [key, whole];
}
hold(`heaviest route (${heaviest[0]})`, heaviest[1], BUDGET.route);
for (const [file, size] of sizes) {
  if (file.endsWith('.js') && !scriptsOf(shell).includes(file) && file !== vendor && size > BUDGET.chunk)
    hold(`chunk ${file}`, size, BUDGET.chunk);
}

const language = key =>
  key.includes('/uz.') && (key.includes('i18n/common') || key.includes('i18n/tables') || key.includes('features/home'));
const first = Object.keys(manifest).find(key => key.startsWith(FIRST_ROUTE)) ?? entry;
const visit = new Set([
  ...shell,
  ...needs(first),
  ...Object.keys(manifest)
    .filter(language)
    .flatMap(key => [...needs(key)]),
]);
const fontsOf = parts =>
  weigh(
    [...sizes.keys()].filter(file =>
      parts.some(part => new RegExp(`(onest|source-serif-4)-${part}-[^.]{8}\\.woff2$`).test(file)),
    ),
  );
for (const [name, parts] of Object.entries(FONT_PARTS)) hold(`fonts of ${name}`, fontsOf(parts), BUDGET.fonts[name]);
hold('scripts of a first visit', scriptsOf(visit).length, BUDGET.scripts, '');
hold('first visit in Uzbek', weigh(scriptsOf(visit)) + weigh(stylesOf(visit)) + fontsOf(FONT_PARTS.uz), BUDGET.visit);

if (failures.length > 0) {
  console.error(`Over budget:\n${failures.join('\n')}`);
  process.exitCode = 1;
}
