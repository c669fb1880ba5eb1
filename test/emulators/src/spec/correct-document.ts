import { addMissingOperations } from './missing-operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where a vendor's document contradicts itself or its own service: the wrong text and the right one. */
const errors: readonly { readonly wrong: string; readonly right: string }[] = [
  // PagerDuty: the general log entry has the type that the API gives, the special one a type that no answer can have.
  { wrong: '"acknowledgement_log_entry"', right: '"acknowledge_log_entry"' },
  // GitHub: `created` is a span in the syntax of its search, such as `>=2026-01-01`, as the parameter's own description says.
  {
    wrong: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string","format":"date-time"}',
    right: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string"}',
  },
  // GitHub: the account of an installation is a user or an enterprise, as the schema `installation` says; it cannot be both.
  { wrong: '"account":{"nullable":true,"allOf":[', right: '"account":{"nullable":true,"anyOf":[' },
];

/** The document without its known errors and with what a cut of it left out. */
export function correctDocument(document: Json): Json {
  const corrected = errors.reduce((text, { wrong, right }) => text.replaceAll(wrong, right), JSON.stringify(document));
  return addMissingOperations(JSON.parse(corrected) as Json);
}
