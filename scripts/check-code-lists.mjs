// Checks the six code lists.
//
//   node scripts/check-code-lists.mjs [isced-f.csv]
//
// With a CSV file (columns code, label, level, parent) the ISCED-F codes, levels, parents and English
// titles are compared against it as well. Exits with 1 when anything is wrong.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const DATA = join(HERE, "..", "backend", "src", "code_lists", "data");
const LANGUAGES = ["uz", "uz-Cyrl", "ru", "en", "tg"];

const MINOR_UNITS_SAMPLE = { UZS: 2, TJS: 2, KGS: 2, KZT: 2, TMT: 2, RUB: 2, EUR: 2, USD: 2, AFN: 2, IRR: 2, JPY: 0, KRW: 0, KWD: 3, TND: 3 };

const LISTS = {
  countries: { count: [249, 249], code: /^[A-Z]{2}$/, fields: [] },
  languages: { count: [185, 230], code: /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, fields: [] },
  currencies: { count: [150, 160], code: /^[A-Z]{3}$/, fields: ["minor_units"] },
  isced_f: { count: [220, 220], code: /^[0-9]{2,4}$/, fields: ["level", "parent"] },
  eqf: { count: [8, 8], code: /^[1-8]$/, fields: [] },
  cefr: { count: [6, 6], code: /^[abc][12]$/, fields: [] },
};

// What may stand in Latin letters inside a Cyrillic label.
const LATIN_ALLOWED = /(?<![\p{L}\p{N}])(?:EQF|ICTs?|[ABC][12]|[IVXLCDM]+)(?![\p{L}\p{N}])/gu;

let failures = 0;
function fail(message) {
  failures += 1;
  console.error(message);
}

function checkLabel(where, language, label) {
  if (typeof label !== "string" || label === "") return fail(`${where}: empty`);
  if (label !== label.normalize("NFC")) fail(`${where}: not NFC: ${label}`);
  if (label !== label.trim()) fail(`${where}: not trimmed: "${label}"`);
  if (/\s\s|[^\S ]/u.test(label)) fail(`${where}: double or unusual space: "${label}"`);
  if (/[\p{Cc}\p{Cf}\p{Co}\ufffd]/u.test(label)) fail(`${where}: control character: ${JSON.stringify(label)}`);
  if (/^[\p{P}\p{S}]|[,;:]$/u.test(label)) fail(`${where}: stray punctuation: ${label}`);

  if (language === "uz") {
    if (/['‘’`´]/u.test(label)) fail(`${where}: wrong apostrophe: ${label}`);
    if (/(?<![oOgG])\u02bb/u.test(label)) fail(`${where}: U+02BB elsewhere than in oʻ gʻ: ${label}`);
    if (/[oOgG]\u02bc/u.test(label)) fail(`${where}: U+02BC in oʻ or gʻ: ${label}`);
  }
  if (language === "uz" || language === "en") {
    if (/\p{Script=Cyrillic}/u.test(label)) fail(`${where}: Cyrillic letter: ${label}`);
  } else {
    const rest = label.replace(LATIN_ALLOWED, "");
    if (/\p{Script=Latin}/u.test(rest)) fail(`${where}: Latin letter: ${label}`);
    if (!/\p{Script=Cyrillic}/u.test(label)) fail(`${where}: no Cyrillic letter: ${label}`);
  }
  // Letters that belong to another of the Cyrillic alphabets.
  const foreign = { ru: /[^\u0410-\u044fЁё\P{Script=Cyrillic}]/u, tg: /[ўЎьЬщЩыЫцЦ]/u, "uz-Cyrl": /[ӯӮӣӢҷҶыЫщЩ]/u }[language];
  if (foreign?.test(label)) fail(`${where}: letter of another alphabet: ${label}`);
}

function checkList(name) {
  const { count, code: pattern, fields } = LISTS[name];
  const text = readFileSync(join(DATA, `${name}.json`), "utf8");
  const entries = JSON.parse(text);

  if (entries.length < count[0] || entries.length > count[1]) {
    fail(`${name}: ${entries.length} entries instead of ${count[0] === count[1] ? count[0] : count.join(" to ")}`);
  }
  const oneLineEach = `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`;
  if (text !== oneLineEach) fail(`${name}: not written as one entry a line`);

  let previous = "";
  for (const entry of entries) {
    const where = `${name} ${entry.code}`;
    if (typeof entry.code !== "string" || !pattern.test(entry.code)) fail(`${where}: malformed code`);
    if (!(previous < entry.code)) fail(`${where}: not sorted, or not unique (after ${previous})`);
    previous = entry.code;
    const keys = ["code", ...fields, "labels"].join(",");
    if (Object.keys(entry).join(",") !== keys) fail(`${where}: fields are ${Object.keys(entry)} instead of ${keys}`);
    if (Object.keys(entry.labels).join(",") !== LANGUAGES.join(",")) fail(`${where}: labels are ${Object.keys(entry.labels)}`);
    for (const language of LANGUAGES) checkLabel(`${where} ${language}`, language, entry.labels[language]);
  }
  console.log(`${name}: ${entries.length}`);
  return entries;
}

// Countries, languages and currencies should be told apart by their label in every language.
function checkDistinct(name, entries) {
  for (const language of LANGUAGES) {
    const seen = new Map();
    for (const { code, labels } of entries) {
      const label = labels[language].toLowerCase();
      if (seen.has(label)) fail(`${name} ${code} ${language}: same label as ${seen.get(label)}: ${labels[language]}`);
      seen.set(label, code);
    }
  }
}

const lists = Object.fromEntries(Object.keys(LISTS).map((name) => [name, checkList(name)]));
for (const name of ["countries", "languages", "currencies", "eqf", "cefr"]) checkDistinct(name, lists[name]);

const languageCodes = lists.languages.map(({ code }) => code);
const twoLetters = languageCodes.filter((code) => code.length === 2).length;
if (twoLetters !== 183) fail(`languages: ${twoLetters} two-letter codes instead of 183`);
for (const code of [...LANGUAGES, "kaa", "zh-Hant"]) if (!languageCodes.includes(code)) fail(`languages: no ${code}`);

const currencies = new Map(lists.currencies.map((entry) => [entry.code, entry]));
for (const { code, minor_units } of lists.currencies) {
  if (![0, 2, 3, 4].includes(minor_units)) fail(`currencies ${code}: minor_units is ${minor_units}`);
}
for (const [code, digits] of Object.entries(MINOR_UNITS_SAMPLE)) {
  if (currencies.get(code)?.minor_units !== digits) fail(`currencies ${code}: minor_units is not ${digits}`);
}

const LEVELS = { 2: "broad", 3: "narrow", 4: "detailed" };
const fields = new Map(lists.isced_f.map((entry) => [entry.code, entry]));
for (const { code, level, parent } of lists.isced_f) {
  if (level !== LEVELS[code.length]) fail(`isced_f ${code}: level is ${level}`);
  const expected = code.length === 2 ? null : code.slice(0, -1);
  if (parent !== expected) fail(`isced_f ${code}: parent is ${parent} instead of ${expected}`);
  if (parent !== null && !fields.has(parent)) fail(`isced_f ${code}: its parent ${parent} does not exist`);
}

function parseCsv(text) {
  const rows = [];
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    if (line === "") continue;
    const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
    rows.push([...cells].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));
  }
  const [header, ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

const csv = process.argv[2];
if (csv !== undefined) {
  const rows = parseCsv(readFileSync(csv, "utf8"));
  const codes = new Set(rows.map(({ code }) => code));
  for (const { code, label, level, parent } of rows) {
    const field = fields.get(code);
    if (field === undefined) {
      fail(`isced_f: ${code} (${label}) is missing`);
      continue;
    }
    if (field.labels.en !== label) fail(`isced_f ${code}: "${field.labels.en}" instead of "${label}"`);
    if (field.level !== level) fail(`isced_f ${code}: level ${field.level} instead of ${level}`);
    if ((field.parent ?? "") !== parent) fail(`isced_f ${code}: parent ${field.parent} instead of ${parent}`);
  }
  for (const code of fields.keys()) if (!codes.has(code)) fail(`isced_f ${code}: not in the CSV file`);
  console.log(`compared ${rows.length} ISCED-F codes with the CSV file`);
}

if (failures > 0) {
  console.error(`${failures} failure(s)`);
  process.exit(1);
}
console.log("all code lists are in order");
