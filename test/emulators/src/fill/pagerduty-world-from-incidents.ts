import { AppError, Instant, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { PagerDutyWorld, WorldIncident, WorldService } from '../world.ts';

/** An ISO 8601 time. A date, or a time without a zone, is interpreted in UTC. */
const LooseInstant = z
  .string()
  .transform((text) => text.trim().replace(' ', 'T'))
  .transform((text) =>
    /^\d{4}-\d\d-\d\d$/u.test(text) ? `${text}T00:00:00Z` : /(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`,
  )
  .pipe(Instant);
const Row = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  start: LooseInstant.nullish(),
  created: LooseInstant.nullish(),
  end: LooseInstant.nullish(),
  service: z.string().nullish(),
  severity: z.string().nullish(),
});
type Row = z.output<typeof Row>;

const unnamedService = 'All services';
const responder = { id: createPagerDutyId('user', 'responder'), name: 'Responder', email: 'responder@example.com' };
const titleLength = 1_024;
const descriptionLength = 2_000;
/** Maximum length of a note. It is well below PagerDuty's limit, so that a note is readable. */
const noteLength = 8_000;

function serviceOf(row: Row): string {
  return row.service?.trim() || unnamedService;
}

function startOf(row: Row, at: number): string {
  const start = row.start ?? row.created;
  if (!start)
    throw new AppError('invalid_input', `Cannot read incident ${at + 1}: it needs the field "start" or "created"`);
  return start;
}

/** Creates an incident from a text: the beginning is the description, the rest becomes notes. */
function createIncident(row: Row, createdAt: string, number: number): WorldIncident {
  const key = (kind: string, ...parts: (string | number)[]): string => createPagerDutyId(kind, row.id, ...parts);
  const resolvedAt = row.end && row.end >= createdAt ? row.end : null;
  const endedAt = resolvedAt ?? createdAt;
  const title = (row.title || row.text.split('\n')[0] || row.id).replace(/\s+/gu, ' ').slice(0, titleLength);
  const [description = title, ...more] = splitText(row.text, descriptionLength);
  const notes = splitText(more.join('\n\n'), noteLength);
  const severe = /high|major|critical/iu.test(row.severity ?? '');
  return {
    id: key('incident'),
    number,
    title,
    description,
    serviceId: createPagerDutyId('service', serviceOf(row)),
    urgency: row.severity && !severe ? 'low' : 'high',
    priority: null,
    createdAt,
    resolvedAt: endedAt,
    updatedAt: endedAt,
    assigneeId: responder.id,
    incidentKey: key('key').toLowerCase(),
    alerts: [
      {
        id: key('alert'),
        summary: title,
        severity: severe ? 'critical' : 'error',
        createdAt,
        details: {
          record: row.id,
          ...(row.service ? { service: row.service } : {}),
          ...(row.severity ? { severity: row.severity } : {}),
        },
      },
    ],
    notes: notes.map((content, at) => ({ id: key('note', at), content, userId: responder.id, createdAt: endedAt })),
    logEntries: [
      { id: key('log', 'trigger'), type: 'trigger_log_entry', createdAt, summary: 'Triggered' },
      ...notes.map((note, at) => ({
        id: key('log', 'note', at),
        type: 'annotate_log_entry',
        createdAt: endedAt,
        summary: 'Note added',
        userId: responder.id,
        note,
      })),
      { id: key('log', 'resolve'), type: 'resolve_log_entry', createdAt: endedAt, summary: 'Resolved' },
    ],
  };
}

/**
 * Creates a PagerDuty account from real incidents, numbered by time. Rows have `id`, `title`, `text`, `start` or `created`, and optionally
 * `end`, `service` and `severity`. An incident without a known end counts as resolved at its start.
 * @throws {AppError} `invalid_input` for an invalid row, and for two rows with the same id
 */
export function pagerDutyWorldFromIncidents(rows: readonly unknown[]): PagerDutyWorld {
  const dated = rows
    .map((raw, at) => ({ row: parseInput(Row, raw, `incident ${at + 1}`), at }))
    .map(({ row, at }) => ({ row, createdAt: startOf(row, at) }))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.row.id < b.row.id ? -1 : 1));
  const incidents = dated.map(({ row, createdAt }, at) => createIncident(row, createdAt, at + 1));
  if (new Set(incidents.map(({ id }) => id)).size < incidents.length) {
    throw new AppError('invalid_input', 'Two incidents have the same id: make the ids unique');
  }
  const services = new Map<string, WorldService>();
  for (const { row, createdAt } of dated) {
    const name = serviceOf(row);
    if (!services.has(name))
      services.set(name, { id: createPagerDutyId('service', name), name, description: name, createdAt });
  }
  return { subdomain: 'emulated', services: [...services.values()], users: [responder], incidents };
}

/** Splits a text at blank lines into pieces of at most `limit` characters. A longer paragraph is split at the limit. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  for (const paragraph of text.split(/\n[ \t]*\n/u).map((part) => part.trim())) {
    if (paragraph === '') continue;
    const last = parts.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= limit) {
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
      continue;
    }
    for (let at = 0; at < paragraph.length; at += limit) parts.push(paragraph.slice(at, at + limit));
  }
  return parts;
}
