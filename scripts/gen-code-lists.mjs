// Writes the code lists that CLDR can supply: countries, languages and currencies.
//
//   npm --prefix scripts ci && node scripts/gen-code-lists.mjs
//
// The codes come from ISO 3166-1, ISO 639-1 and ISO 4217. The labels come from the Unicode CLDR,
// completed by code-list-labels.json:
//   "tg":  "…"  is used when CLDR has no label in that language;
//   "tg!": "…"  is used even when CLDR has one (a misspelling, an abbreviation, an old name).
// The names of currencies are not part of the CLDR packages used here, so the labels file holds them all.
//
// The output depends on nothing but the pinned CLDR version and the labels file.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const CLDR = join(HERE, "node_modules");
const OUT = join(HERE, "..", "backend", "src", "code_lists", "data");
const LANGUAGES = ["uz", "uz-Cyrl", "ru", "en", "tg"];

const words = (text) => text.trim().split(/\s+/);

// ISO 3166-1 alpha-2, officially assigned.
const COUNTRIES = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`);

// ISO 639-1.
const ISO_639_1 = words(`
  aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
  dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
  id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
  lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
  ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
  tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
`);

// Scripts that matter in documents, and languages of Central Asia and its neighbours
// that have no two-letter code.
const MORE_LANGUAGES = words(`
  uz-Cyrl zh-Hant
  alt bal bhh crh dng haz kaa prs sah sgh tyv wbl yai
`);

// In the active list of ISO 4217, though CLDR no longer counts them as tender.
const MORE_CURRENCIES = ["SVC", "VED"];

// Minor units of ISO 4217 where they are not 2. CLDR's own fraction digits describe customary
// display (it shows no tiyin in UZS, for one) and are not used.
const MINOR_UNITS = new Map([
  ...words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF").map((code) => [code, 0]),
  ...words("BHD IQD JOD KWD LYD OMR TND").map((code) => [code, 3]),
]);

const readJson = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function displayNames(kind) {
  const names = {};
  for (const language of LANGUAGES) {
    const file = readJson(CLDR, "cldr-localenames-full", "main", language, `${kind}.json`);
    names[language] = file.main[language].localeDisplayNames[kind];
  }
  return names;
}

function activeCurrencies() {
  const regions = readJson(CLDR, "cldr-core", "supplemental", "currencyData.json").supplemental.currencyData.region;
  const codes = new Set(MORE_CURRENCIES);
  for (const country of COUNTRIES) {
    for (const entry of regions[country] ?? []) {
      for (const [code, use] of Object.entries(entry)) {
        if (use._to === undefined && use._tender !== "false") codes.add(code);
      }
    }
  }
  return [...codes];
}

// Uzbek Latin: the turned comma (U+02BB) belongs to oʻ and gʻ, the apostrophe (U+02BC) stands elsewhere.
const uzbekLatin = (text) =>
  text.replace(/[oOgG]?['‘’`´\u02bb\u02bc]/g, (match) => (match.length === 2 ? `${match[0]}\u02bb` : "\u02bc"));

// CLDR abbreviates "остров" and "острова".
const russian = (text) =>
  text
    .replace(/(?<=^|\s)о-ва(?=\s|$)/gu, "острова")
    .replace(/(?<=^|\s)о-в(?=\s|$)/gu, "остров")
    .replace(/^остров/u, "Остров");

function normalise(language, text) {
  const plain = text.replace(/\s+/gu, " ").trim().normalize("NFC");
  if (language === "uz") return uzbekLatin(plain);
  if (language === "ru") return russian(plain);
  return plain;
}

const problems = [];

function labelsFor(list, code, names, overrides) {
  const own = overrides[code] ?? {};
  for (const key of Object.keys(own)) {
    if (!LANGUAGES.includes(key.replace(/!$/, ""))) problems.push(`${list} ${code}: unknown language ${key} in the labels file`);
  }
  const labels = {};
  for (const language of LANGUAGES) {
    const label = own[`${language}!`] ?? names[language]?.[code] ?? own[language];
    if (label === undefined || label.trim() === "") problems.push(`${list} ${code}: no ${language} label`);
    else labels[language] = normalise(language, label);
  }
  return labels;
}

function build(list, codes, names, overrides = {}, more = () => ({})) {
  if (new Set(codes).size !== codes.length) problems.push(`${list}: a code is listed twice`);
  for (const code of Object.keys(overrides)) {
    if (!codes.includes(code)) problems.push(`${list} ${code}: in the labels file, but not in the list`);
  }
  return [...codes].sort(byCode).map((code) => ({ code, ...more(code), labels: labelsFor(list, code, names, overrides) }));
}

const overrides = readJson(HERE, "code-list-labels.json");
const lists = {
  countries: build("countries", COUNTRIES, displayNames("territories"), overrides.countries),
  languages: build("languages", [...ISO_639_1, ...MORE_LANGUAGES], displayNames("languages"), overrides.languages),
  currencies: build("currencies", activeCurrencies(), {}, overrides.currencies, (code) => ({
    minor_units: MINOR_UNITS.get(code) ?? 2,
  })),
};

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  console.error(`${problems.length} problem(s); nothing was written`);
  process.exit(1);
}

for (const [name, entries] of Object.entries(lists)) {
  writeFileSync(join(OUT, `${name}.json`), `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n")}\n]\n`);
  console.log(`${name}.json: ${entries.length}`);
}
