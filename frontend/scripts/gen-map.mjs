// The countries of the world as SVG paths, so that a map needs neither tiles nor a projection at run time.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const WIDTH = 1440;
const HEIGHT = 720;
/** Below this is only Antarctica. */
const SHOWN = 640;

export async function generateMap() {
  const countries = await countriesOf('110m');
  const alpha2 = await codes();
  // Turned by 11 degrees, the edge of the map runs through the Bering Strait and cuts no country.
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const shapes = countries.features
    .filter(it => alpha2.has(it.id) && alpha2.get(it.id) !== 'AQ')
    .map(it => [alpha2.get(it.id), relative(path(it))])
    .sort(byCode);
  const drawn = new Set(shapes.map(([code]) => code));
  // A country too small to be drawn has a place instead, where a mark can stand.
  const places = (await countriesOf('50m')).features
    .filter(it => alpha2.has(it.id) && !drawn.has(alpha2.get(it.id)) && alpha2.get(it.id) !== 'AQ')
    .map(it => [alpha2.get(it.id), path.centroid(it).map(Math.round)])
    .sort(byCode);
  return [
    [
      'src/map/world.gen.ts',
      `// Written by scripts/gen-map.mjs from Natural Earth, which is in the public domain.

/** In the projection of Natural Earth. */
export const world = { width: ${WIDTH}, height: ${SHOWN} };

/** Outlines by the two letters of ISO 3166-1. */
export const shapes: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(shapes), null, 0).replaceAll('","', '",\n"')};

/** Where the countries are that are too small for an outline. */
export const places: Readonly<Record<string, readonly [number, number]>> = ${JSON.stringify(Object.fromEntries(places)).replaceAll('],"', '],\n"')};
`,
    ],
  ];
}

async function countriesOf(scale) {
  const world = JSON.parse(await readFile(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8'));
  return feature(world, world.objects.countries);
}

/** From the numbers of ISO 3166-1, which the atlas has, to the letters, which all else has. */
async function codes() {
  const { codeMappings } = await supplemental('codeMappings');
  // Of the present countries: a number outlives the letters, as of Burma.
  const { territoryInfo } = await supplemental('territoryInfo');
  return new Map(
    Object.keys(territoryInfo).flatMap(code =>
      codeMappings[code]?._numeric === undefined ? [] : [[codeMappings[code]._numeric, code]],
    ),
  );
}

async function supplemental(name) {
  return JSON.parse(await readFile(require.resolve(`cldr-core/supplemental/${name}.json`), 'utf8')).supplemental;
}

const byCode = ([a], [b]) => (a < b ? -1 : 1);

/** Whole steps from point to point are a third of the size of places. */
function relative(path) {
  let previous = [0, 0];
  return path
    .split(/(?=[ML])/)
    .map(command => {
      const point = command.slice(1).replace('Z', '').split(',').map(Number);
      const [dx, dy] = [point[0] - previous[0], point[1] - previous[1]];
      previous = point;
      if (command.startsWith('M')) return `M${point}${end(command)}`;
      return dx === 0 && dy === 0 ? end(command) : `l${dx}${dy < 0 ? '' : ','}${dy}${end(command)}`;
    })
    .join('')
    .replaceAll(/(?<=l[^MZ]*)l/g, ' ');
}

const end = command => (command.endsWith('Z') ? 'Z' : '');
