// The countries of the world as SVG paths, so that a map needs neither tiles nor a projection at run time.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const WIDTH = 1440;
const HEIGHT = 720;

export async function generateMap() {
  const [large, all] = await Promise.all([countriesOf('countries-110m'), countriesOf('countries-50m')]);
  const codes = await alphaCodes();
  // Turned by 11 degrees, the edge of the map runs through the Bering Strait and cuts no country.
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const coded = (countries, content) =>
    countries
      .flatMap(it => (codes.has(it.id) ? [[codes.get(it.id), content(it)]] : []))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const shapes = coded(large, it => relative(path(it)));
  const places = coded(all, it => path.centroid(mainPart(it, path)).map(Math.round));
  return [
    [
      'src/map/world.gen.ts',
      `// Written by scripts/gen-map.mjs from Natural Earth, which is in the public domain.

/** The size of the map, in Natural Earth projection. */
export const world = { width: ${WIDTH}, height: ${HEIGHT} };

/** Outlines by the two letters of ISO 3166-1. */
export const shapes: Readonly<Record<string, string>> = ${lines(shapes)};

/** The middle of each country's main part; the smallest have no outline, only this. */
export const places: Readonly<Record<string, readonly [number, number]>> = ${lines(places)};
`,
    ],
  ];
}

async function readJson(module) {
  return JSON.parse(await readFile(require.resolve(module), 'utf8'));
}

async function countriesOf(name) {
  const atlas = await readJson(`world-atlas/${name}.json`);
  return feature(atlas, atlas.objects.countries).features.filter(
    it => it.id !== undefined && it.properties.name !== 'Antarctica',
  );
}

/** Two letters by number, without the letters that have been given up. */
async function alphaCodes() {
  const { supplemental } = await readJson('cldr-core/supplemental/codeMappings.json');
  const { territoryAlias } = (await readJson('cldr-core/supplemental/aliases.json')).supplemental.metadata.alias;
  return new Map(
    Object.entries(supplemental.codeMappings)
      .filter(([alpha]) => /^[A-Z]{2}$/.test(alpha) && !(alpha in territoryAlias))
      .flatMap(([alpha, { _numeric }]) => (_numeric ? [[_numeric, alpha]] : [])),
  );
}

/** The largest of its lands: the middle of France is not in the Atlantic. */
function mainPart({ geometry }, path) {
  const parts =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map(coordinates => ({ type: 'Polygon', coordinates }))
      : [geometry];
  return parts.reduce((best, part) => (path.area(part) > path.area(best) ? part : best));
}

const lines = entries => JSON.stringify(Object.fromEntries(entries), null, 0).replaceAll(/(["\]]),"/g, '$1,\n"');

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
