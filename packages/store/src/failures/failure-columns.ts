import { sql } from 'kysely';

/** SQL for whether a row counts as a failure: a person's decision if there is one, otherwise the parser's result. */
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

/** The columns of a failure as its record was parsed, without people's decisions. */
export const parsedFailureColumns = [...readColumns, 'failure.isFailure', 'failure.confidence'] as const;

/** The columns of a failure with people's decisions applied. A decision has confidence 1. */
export const failureColumns = [
  ...readColumns,
  countsAsFailure.as('isFailure'),
  sql<number>`case when failure.decided_failure is null then failure.confidence else 1 end`.as('confidence'),
] as const;
