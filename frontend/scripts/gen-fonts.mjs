// Onest for text and Source Serif 4 for titles, cut down to what the four languages need; the browser loads by unicode-range.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** 02BB and 02BC are the marks of Uzbek. */
const LATIN = [
  [0x20, 0x7e],
  [0xa0],
  [0xab],
  [0xb0],
  [0xb7],
  [0xbb],
  [0xd7],
  [0x2bb, 0x2bc],
  [0x2013, 0x2014],
  [0x2018, 0x201e],
  [0x2026],
  [0x20ac],
  [0x2116],
  [0x2190, 0x2193],
];
/** The accents of partners' names. */
const ACCENTS = [
  [0xc0, 0xd6],
  [0xd8, 0xff],
];
const LATIN_EXT = [[0x100, 0x130], [0x132, 0x17f], [0x218, 0x21b], [0x259]];
const CYRILLIC = [[0x401], [0x410, 0x44f], [0x451], [0x2116]];
/** Tajik ғ ӣ қ ӯ ҳ ҷ, Uzbek Cyrillic ў ғ қ ҳ. */
const CYRILLIC_EXT = [
  [0x40e],
  [0x45e],
  [0x492, 0x493],
  [0x49a, 0x49b],
  [0x4b2, 0x4b3],
  [0x4b6, 0x4b7],
  [0x4e2, 0x4e3],
  [0x4ee, 0x4ef],
];

const PARTS = {
  latin: LATIN,
  accents: ACCENTS,
  'latin-ext': LATIN_EXT,
  cyrillic: CYRILLIC,
  'cyrillic-ext': CYRILLIC_EXT,
};
/** Where a part is cut from, if not from the file of its own name. */
const SOURCES = { accents: 'latin' };
const FONTS = {
  onest: { family: 'Onest', weights: { min: 400, max: 600 } },
  'source-serif-4': { family: 'Source Serif 4', weights: { min: 600, max: 600 } },
};

export async function generateFonts() {
  const files = [];
  let css = '/* Written by scripts/gen-fonts.mjs. Both fonts are under the SIL Open Font License. */\n';
  for (const [name, { family, weights }] of Object.entries(FONTS)) {
    for (const [part, ranges] of Object.entries(PARTS)) {
      const source = await readFile(
        require.resolve(`@fontsource-variable/${name}/files/${name}-${SOURCES[part] ?? part}-wght-normal.woff2`),
      );
      const variationAxes = { wght: weights.min === weights.max ? weights.min : weights };
      const font = await subsetFont(source, characters(ranges), {
        targetFormat: 'woff2',
        variationAxes,
        noLayoutClosure: true,
      });
      const path = `src/styles/fonts/${name}-${part}.woff2`;
      files.push([path, font]);
      css += `@font-face {
  font-family: "${family}";
  font-weight: ${weights.min === weights.max ? weights.min : `${weights.min} ${weights.max}`};
  font-display: swap;
  src: url("./fonts/${name}-${part}.woff2") format("woff2");
  unicode-range: ${ranges.map(rangeText).join(', ')};
}
`;
    }
  }
  return [...files, ['src/styles/fonts.gen.css', css]];
}

function characters(ranges) {
  return ranges
    .flatMap(([first, last = first]) =>
      Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
    )
    .join('');
}

function rangeText([first, last]) {
  const hex = number => number.toString(16).toUpperCase();
  return last === undefined ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`;
}
