import { sql } from 'kysely';

/** SQL for whether a row counts as a failure: the decided verdict if there is one, otherwise the parser's result. */
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
] as const;

/** The columns of a failure as its record was parsed, without people's decisions. */
export const parsedFailureColumns = [
  ...readColumns,
  'failure.decidingWords',
  'failure.isFailure',
  'failure.confidence',
] as const;

/** The columns of a failure with people's decisions applied. A person's decision about this failure has confidence 1. */
export const failureColumns = [
  ...readColumns,
  // The words decided the parsed verdict, so they are no reason for a verdict that follows from similar records.
  sql<string[]>`case when failure.decided_confidence is null then failure.deciding_words else '[]' end`.as(
    'decidingWords',
  ),
  countsAsFailure.as('isFailure'),
  sql<number>`case when failure.decided_failure is null then failure.confidence
    else coalesce(failure.decided_confidence, 1) end`.as('confidence'),
] as const;
