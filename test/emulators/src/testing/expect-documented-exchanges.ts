import { inject } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { assertExchangesConform, createSpecValidators, type SpecValidators } from '../spec/assert-exchanges-conform.ts';

/** Caches the validators by folder, because reading the vendors' documents takes seconds. */
const read = new Map<string, SpecValidators>();

/** Asserts that exchanges conform to the vendors' OpenAPI documents, which only `npm run test:data` has. */
export function expectDocumentedExchanges(exchanges: readonly Exchange[]): void {
  const folder = inject('vendorSpecs');
  if (folder === null) return;
  const validators = read.get(folder) ?? createSpecValidators(folder);
  read.set(folder, validators);
  assertExchangesConform(exchanges, validators);
}
