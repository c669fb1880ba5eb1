import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../http/exchange.ts';
import { createSpecValidator, type SpecValidator } from './spec-validator.ts';

export type SpecValidators = Readonly<Record<Exchange['provider'], SpecValidator>>;

/** Reads the vendors' OpenAPI documents from a folder with `github-rest.openapi.json` and `pagerduty-rest.openapi.json`. */
export function createSpecValidators(folder: string): SpecValidators {
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Copy the vendors' OpenAPI documents into it.`);
  return {
    github: createSpecValidator(join(folder, 'github-rest.openapi.json')),
    pagerduty: createSpecValidator(join(folder, 'pagerduty-rest.openapi.json')),
  };
}

/** Returns one line for each deviation from the vendor's document, without duplicates. Skips exchanges with an injected fault. */
function listDepartures(exchanges: readonly Exchange[], validators: SpecValidators): string[] {
  const withoutFault = exchanges.filter(({ fault }) => fault === undefined);
  const lines = withoutFault.flatMap((exchange) =>
    validators[exchange.provider]
      .validate(exchange)
      .map(
        ({ side, operation, problem }) => `${exchange.provider} ${operation} ${exchange.status}, ${side}: ${problem}`,
      ),
  );
  return [...new Set(lines)];
}

/**
 * Asserts that exchanges conform to the vendors' OpenAPI documents. Throws an error that lists all deviations. Also throws an error if
 * there is no exchange.
 */
export function assertExchangesConform(exchanges: readonly Exchange[], validators: SpecValidators): void {
  if (exchanges.length === 0)
    throw new Error('No exchange was recorded, so nothing was checked. Send requests to an emulator first.');
  const departures = listDepartures(exchanges, validators);
  if (departures.length > 0)
    throw new Error(`Exchanges deviate from the vendor's OpenAPI document:\n${departures.join('\n')}`);
}
