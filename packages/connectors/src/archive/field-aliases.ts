import type { ArchiveField } from '@refrain/domain';
import { normaliseColumnName } from './normalise-column-name.ts';

/**
 * The columns that hold a part of a report, with the heading under which the text contains it, so that the analysis reads it as
 * this part.
 */
const textSections: Readonly<Record<string, string>> = {
  impact_summary: 'Impact',
  root_cause: 'Root cause',
  rootcause: 'Root cause',
  cause: 'Root cause',
  trigger: 'Trigger',
  resolution: 'Resolution',
  remediation: 'Resolution',
  mitigation: 'Resolution',
  fix: 'Resolution',
  how_fixed: 'Resolution',
  how_was_it_fixed: 'Resolution',
  how_resolved: 'Resolution',
  why: 'Root cause',
  timeline: 'Timeline',
  lessons: 'Lessons learned',
  lessons_learned: 'Lessons learned',
  action_items: 'Action items',
  follow_ups: 'Action items',
};

/** Returns the heading under which the text contains a column; null if the text contains the column without a heading. */
export function findTextSection(column: string): string | null {
  const name = normaliseColumnName(column);
  return Object.hasOwn(textSections, name) ? (textSections[name] ?? null) : null;
}

/** The column names that are recognised for each field, in order of preference. */
export const fieldAliases: Readonly<Record<ArchiveField, readonly string[]>> = {
  id: ['id', 'key', 'incident_id', 'number', 'slug'],
  title: ['title', 'name', 'subject', 'headline'],
  text: ['text', 'description', 'body', 'summary', 'content', 'details', 'what_happened', ...Object.keys(textSections)],
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
    'affected_service',
    'affected_products',
    'components',
    'component',
    'categories',
  ],
  repository: ['repository', 'repo'],
  severity: ['severity', 'priority', 'impact', 'urgency'],
  url: ['url', 'html_url', 'link'],
  kind: ['kind'],
  // Names of columns that hold names of people. Columns that may hold a team, such as `owner`, are not listed.
  people: [
    ...['people', 'participants', 'assignee', 'assigned_to', 'reporter', 'reported_by', 'created_by', 'resolved_by'],
    ...['author', 'commander', 'incident_commander'],
  ],
};
