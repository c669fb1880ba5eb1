export { expectDocumentedExchanges } from './testing/expect-documented-exchanges.ts';
