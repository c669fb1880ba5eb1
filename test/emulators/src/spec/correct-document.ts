import { addMissingOperations } from './missing-operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** Errors in a vendor's document where it contradicts itself or its own service: the wrong text and the right one. */
const errors: readonly { readonly wrong: string; readonly right: string }[] = [
  // PagerDuty: the general log entry has the type that the API returns, the special one a type that no response can
  // have.
  { wrong: '"acknowledgement_log_entry"', right: '"acknowledge_log_entry"' },
  // GitHub: `created` is a range in search syntax, such as `>=2026-01-01`, by the parameter's own description.
  {
    wrong: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string","format":"date-time"}',
    right: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string"}',
  },
  // GitHub: the account of an installation is a user or an enterprise, as in the schema `installation`; it cannot be
  // both.
  { wrong: '"account":{"nullable":true,"allOf":[', right: '"account":{"nullable":true,"anyOf":[' },
];

/** Corrects known errors of a document and adds what its excerpt leaves out. */
export function correctDocument(document: Json): Json {
  const corrected = errors.reduce((text, { wrong, right }) => text.replaceAll(wrong, right), JSON.stringify(document));
  return addMissingOperations(JSON.parse(corrected) as Json);
}
