// The countries of the world as SVG paths, so that a map needs neither tiles nor a projection at run time.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);
const WIDTH = 1440;
const HEIGHT = 720;

export async function generateMap() {
  const world = JSON.parse(await readFile(require.resolve('world-atlas/countries-110m.json'), 'utf8'));
  const countries = feature(world, world.objects.countries);
  // Turned by 11 degrees, the edge of the map runs through the Bering Strait and cuts no country.
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const shapes = countries.features
    .filter(it => it.id !== undefined && it.properties.name !== 'Antarctica')
    .map(it => [it.id, relative(path(it))])
    .sort(([a], [b]) => a.localeCompare(b));
  const [scale, [x, y]] = [projection.scale(), projection.translate()];
  return [
    [
      'src/map/world.gen.ts',
      `// Written by scripts/gen-map.mjs from Natural Earth, which is in the public domain.

/** Natural Earth projection of the map. */
export const world = { width: ${WIDTH}, height: ${HEIGHT}, rotate: -11, scale: ${scale.toFixed(2)}, x: ${x.toFixed(2)}, y: ${y.toFixed(2)} };

/** Outlines by the numeric code of ISO 3166-1. */
export const shapes: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(shapes), null, 0).replaceAll('","', '",\n"')};
`,
    ],
  ];
}

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
