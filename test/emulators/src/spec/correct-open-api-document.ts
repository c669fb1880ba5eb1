import { addMissingOperations } from './missing-operations.ts';

type Json = Readonly<Record<string, unknown>>;

/** Corrections of statements in a vendor's OpenAPI document that contradict the document itself or the real API. */
const errors: readonly { readonly wrong: string; readonly right: string }[] = [
  // PagerDuty: the API returns the type `acknowledge_log_entry`, and never the type that the document names.
  { wrong: '"acknowledgement_log_entry"', right: '"acknowledge_log_entry"' },
  // GitHub: `created` is a range in search syntax, such as `>=2026-01-01`, as the parameter's description says.
  {
    wrong: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string","format":"date-time"}',
    right: 'query-for-dates).\\"","in":"query","required":false,"schema":{"type":"string"}',
  },
  // GitHub: the account of an installation is a user or an enterprise, as in the schema `installation`. It cannot be both at once.
  { wrong: '"account":{"nullable":true,"allOf":[', right: '"account":{"nullable":true,"anyOf":[' },
];

/** Corrects known errors of a vendor's document and adds operations that the excerpt lacks. */
export function correctOpenApiDocument(document: Json): Json {
  const corrected = errors.reduce((text, { wrong, right }) => text.replaceAll(wrong, right), JSON.stringify(document));
  return addMissingOperations(JSON.parse(corrected) as Json);
}
