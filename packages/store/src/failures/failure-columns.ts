import { sql } from 'kysely';

/** Whether a failure counts: by a person's decision, otherwise as parsed. */
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

/** The columns as parsed, regardless of people's decisions. */
export const parsedFailureColumns = [...readColumns, 'failure.isFailure', 'failure.confidence'] as const;

/** The columns with people's decisions applied. A decision has full confidence. */
export const failureColumns = [
  ...readColumns,
  countsAsFailure.as('isFailure'),
  sql<number>`case when failure.decided_failure is null then failure.confidence else 1 end`.as('confidence'),
] as const;
