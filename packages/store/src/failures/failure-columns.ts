import { sql } from 'kysely';

/** Whether a failure counts: as people decided, else as it was read. */
export const countsAsFailure = sql<boolean>`coalesce(failure.decided_failure, failure.is_failure)`;

const readColumns = [
  'failure.id',
  'failure.connectionId',
  'failure.kind',
  'failure.externalId',
  'failure.title',
  'failure.text',
  'failure.services',
  'failure.repository',
  'failure.environment',
  'failure.paths',
  'failure.sha',
  'failure.occurredAt',
  'failure.resolvedAt',
  'failure.precision',
  'failure.timing',
  'failure.severity',
  'failure.urgency',
  'failure.responders',
  'failure.references',
  'failure.url',
  'failure.version',
  'failure.decidingWords',
] as const;

/** As it was read, whatever people decided. */
export const failureAsReadColumns = [...readColumns, 'failure.isFailure', 'failure.confidence'] as const;

/** As people decided where they did; nobody doubts a decision. */
export const failureColumns = [
  ...readColumns,
  countsAsFailure.as('isFailure'),
  sql<number>`case when failure.decided_failure is null then failure.confidence else 1 end`.as('confidence'),
] as const;
