import { AppError, FailureKind } from '@refrain/domain';
import { digestOf } from '../delivery-key.ts';
import { parseDate } from './parse-date.ts';
import type { ArchiveIncident } from './schema.ts';

/** Each canonical column with the names that stand for it, first come first served. */
const aliases = {
  id: ['id', 'key', 'incident_id', 'number', 'slug'],
  title: ['title', 'name', 'subject', 'headline'],
  text: ['text', 'description', 'body', 'summary', 'content', 'details'],
  created: [
    'created',
    'created_at',
    'start',
    'started',
    'started_at',
    'start_time',
    'opened',
    'opened_at',
    'occurred_at',
    'begin',
    'date',
  ],
  resolved: ['resolved', 'resolved_at', 'end', 'ended', 'ended_at', 'end_time', 'closed', 'closed_at'],
  services: [
    'services',
    'service',
    'service_name',
    'affected_services',
    'affected_products',
    'components',
    'component',
    'categories',
  ],
  repository: ['repository', 'repo'],
  severity: ['severity', 'priority', 'impact', 'urgency'],
  url: ['url', 'html_url', 'link'],
  kind: ['kind'],
} as const;

type Column = keyof typeof aliases;
const canonical = Object.keys(aliases) as Column[];

/** More names than this are no table. */
const mostNames = 200;

type ReadRow = { readonly incident: ArchiveIncident } | { readonly reason: string };

export interface ColumnReader {
  read(values: Readonly<Record<string, unknown>>): ReadRow;
  /** @throws {AppError} `invalid_input` when a mapped column was in none of the rows that were read */
  checkMap(): void;
}

/**
 * Reads rows whose columns may have other names than ours.
 * @param map from a canonical column to the file's own
 * @throws {AppError} `invalid_input` for a canonical column that does not exist
 */
export function createColumnReader(map: Readonly<Record<string, string>>): ColumnReader {
  const unknown = Object.keys(map).filter((name) => !Object.hasOwn(aliases, name));
  if (unknown.length > 0) {
    throw new AppError(
      'invalid_input',
      `There is no column ${unknown.join(', ')} to map to: choose from ${canonical.join(', ')}`,
    );
  }
  const seen = new Set<string>();
  return {
    read(values) {
      for (const name of Object.keys(values)) if (seen.size < mostNames) seen.add(name);
      return readRow(values, map);
    },
    checkMap() {
      const absent = Object.values(map).filter((name) => !seen.has(name));
      if (absent.length === 0) return;
      throw new AppError(
        'invalid_input',
        `No row has the column ${absent.map(shown).join(', ')}: the columns are ${[...seen].map(shown).join(', ')}`,
      );
    },
  };
}

function readRow(values: Readonly<Record<string, unknown>>, map: Readonly<Record<string, string>>): ReadRow {
  const byName = new Map(Object.entries(values).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const read = (column: Column): unknown => {
    const mapped = map[column];
    const candidates = mapped === undefined ? aliases[column].map((name) => byName.get(name)) : [values[mapped]];
    return candidates.find((value) => !isEmpty(value));
  };
  const text = textOf(read('text'));
  const title = textOf(read('title')).trim() || firstLine(text);
  if (title === '') return { reason: 'it has neither a title nor a text' };
  const created = parseDate(read('created'));
  if (created === null) return { reason: dateProblem('created', read('created'), values) };
  const resolved = isEmpty(read('resolved')) ? null : parseDate(read('resolved'));
  if (resolved === null && !isEmpty(read('resolved'))) {
    return { reason: dateProblem('resolved', read('resolved'), values) };
  }
  const kind = FailureKind.safeParse(read('kind') ?? 'incident');
  if (!kind.success) return { reason: `its kind is none of ${FailureKind.options.join(', ')}` };
  const id = textOf(read('id')).trim().slice(0, 500) || digestOf(`${title}\n${created}`);
  return {
    incident: {
      id,
      kind: kind.data,
      title: title.slice(0, 1_000),
      text,
      created,
      resolved: resolved !== null && resolved >= created ? resolved : null,
      services: listOf(read('services')),
      repository: textOf(read('repository')).trim() || null,
      severity: textOf(read('severity')).trim() || null,
      url: textOf(read('url')).trim() || null,
    },
  };
}

function dateProblem(column: Column, value: unknown, values: Readonly<Record<string, unknown>>): string {
  if (isEmpty(value)) {
    const names = Object.keys(values).slice(0, 30).map(shown).join(', ');
    return `it has no date in a column that stands for "${column}" (its columns: ${names})`;
  }
  const given = textOf(value).slice(0, 60);
  return `its "${column}" date ${shown(given)} cannot be read: use YYYY-MM-DD, MM/DD/YYYY or ISO 8601 with a time zone`;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return typeof value === 'string' && value.trim() === '';
}

/** Texts and numbers as they are, lists line by line; an object says nothing that is known here. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value)
    ? value
        .map(textOf)
        .filter((line) => line !== '')
        .join('\n')
    : '';
}

/** A list as it is; a text, as tables have it, is divided at commas and semicolons. */
function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;\n]/u);
  return [...new Set(parts.map((part) => part.trim().slice(0, 200)).filter((part) => part !== ''))].slice(0, 50);
}

function firstLine(text: string): string {
  const start = text.trimStart().slice(0, 2_000);
  const end = start.indexOf('\n');
  return (end === -1 ? start : start.slice(0, end))
    .replace(/^#{1,6}\s+/u, '')
    .trim()
    .slice(0, 200);
}

/** Names out of a file in a message: short, and on one line. */
function shown(name: string): string {
  return JSON.stringify(name.length <= 60 ? name : `${name.slice(0, 60)}…`);
}
