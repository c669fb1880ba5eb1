import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Exchange } from '../http/exchange.ts';
import { createSpecValidator, type SpecValidator } from './spec-validator.ts';

/** The folder of the vendors' OpenAPI documents, beside the project's root. */
const specFolder = resolve(import.meta.dirname, '../../../../../shared/specs');

/** Whether the vendors' documents are on this machine; a user's has none. */
export function hasSpecs(): boolean {
  return existsSync(join(specFolder, 'github-rest.openapi.json'));
}

/** The validators of both vendors, from the folder beside the project's root. */
export function createSpecValidators(): Readonly<Record<Exchange['provider'], SpecValidator>> {
  return {
    github: createSpecValidator(join(specFolder, 'github-rest.openapi.json')),
    pagerduty: createSpecValidator(join(specFolder, 'pagerduty-rest.openapi.json')),
  };
}

/** One line for each point in which an exchange departs from its vendor's document; equal lines once. What was made to go wrong is left out. */
export function listDepartures(
  exchanges: readonly Exchange[],
  validators: Readonly<Record<Exchange['provider'], SpecValidator>> = createSpecValidators(),
): string[] {
  const answered = exchanges.filter(({ fault }) => fault === undefined);
  const lines = answered.flatMap((exchange) =>
    validators[exchange.provider]
      .validate(exchange)
      .map(
        ({ side, operation, problem }) => `${exchange.provider} ${operation} ${exchange.status}, ${side}: ${problem}`,
      ),
  );
  return [...new Set(lines)];
}

/**
 * Asserts that what was sent to the emulators and what they answered fits the vendors' documents.
 * @throws with every departure, and when there was no exchange at all
 */
export function assertConforms(exchanges: readonly Exchange[]): void {
  if (exchanges.length === 0) throw new Error('No exchange was recorded, so nothing was checked');
  const departures = listDepartures(exchanges);
  if (departures.length > 0) throw new Error(`Departs from the vendor's document:\n${departures.join('\n')}`);
}
