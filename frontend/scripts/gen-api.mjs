// The types of the API, and the limits of what may be sent, from the OpenAPI document.
import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../openapi/openapi.json', import.meta.url);
const HEAD = '// Written by scripts/gen-api.mjs.\n';

export async function generateApi() {
  const text = await readFile(DOCUMENT, 'utf8').catch(() => undefined);
  // The image of the front end is built without the rest of the repository; the files are checked in.
  if (text === undefined) return [];
  const document = JSON.parse(text);
  return [
    ['src/api/schema.gen.ts', HEAD + astToString(await openapiTS(document, { defaultNonNullable: false }))],
    ['src/api/limits.gen.ts', limitsModule(document)],
  ];
}

function limitsModule({ components: { schemas } }) {
  const bodies = Object.keys(schemas).filter(name => /(Create|Transition)$/.test(name) || name === 'SignIn');
  const limits = Object.fromEntries(bodies.map(name => [name, limitsOf(schemas, schemas[name])]));
  return `${HEAD}import type { Limits } from './limits';

export const limits = ${JSON.stringify(limits, null, 1)} satisfies Record<string, Limits>;
`;
}

/** `{path: limits}`; the items of a list stand under `list.*`. */
function limitsOf(schemas, schema, prefix = '') {
  const found = {};
  for (const [name, declared] of Object.entries(schema.properties ?? {})) {
    const path = prefix + name;
    const property = resolve(schemas, declared);
    found[path] = own(property, schema.required?.includes(name));
    // What a member needs is needed only where the member itself is there.
    const parts = limitsOf(schemas, property, `${path}.`);
    if (!schema.required?.includes(name)) for (const part of Object.values(parts)) delete part.required;
    Object.assign(found, parts);
    if (property.items) {
      const item = resolve(schemas, property.items);
      if (item.properties) Object.assign(found, { [`${path}.*`]: {} }, limitsOf(schemas, item, `${path}.*.`));
    }
  }
  return found;
}

function own(property, required) {
  const limits = {};
  if (required) limits.required = true;
  for (const key of ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems']) {
    if (property[key] !== undefined) limits[key] = property[key];
  }
  if (property.enum) limits.options = property.enum.filter(it => it !== null);
  return limits;
}

function resolve(schemas, schema) {
  const { $ref } = schema.oneOf?.find(it => it.$ref) ?? schema;
  return $ref ? schemas[$ref.split('/').at(-1)] : schema;
}
