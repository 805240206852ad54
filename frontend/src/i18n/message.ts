import { formatNumber } from './formats';
import type { Table } from './table';

export type Values = Record<string, string | number>;
export type Translate = (key: string, values?: Values) => string;

/** A message as Lingui's compiler leaves it: texts, and `[argument, kind, choices]`. */
export type Message = readonly Token[];
type Token = string | readonly [string] | readonly [string, string, Choices];
type Choices = Readonly<Record<string, Message>>;

/** Runs a compiled message. Lingui's own run time asks Intl for plurals and numbers, which has neither Uzbek nor Tajik. */
export function runMessage(message: Message, values: Values, table: Table, count = '#'): string {
  return message.map(token => runToken(token, values, table, count)).join('');
}

function runToken(token: Token, values: Values, table: Table, count: string): string {
  if (typeof token === 'string') {
    return token === '#' ? count : token;
  }
  const [name, kind, choices] = token;
  const value = values[name] ?? '';
  const shown = typeof value === 'number' ? formatNumber(table, String(value)) : value;
  if (kind === undefined || choices === undefined) {
    return shown;
  }
  const plural = kind === 'plural';
  const chosen = choices[String(value)] ?? (plural ? choices[table.plural(Number(value))] : undefined) ?? choices.other;
  return runMessage(chosen ?? [], values, table, plural ? shown : count);
}
