type Json = Readonly<Record<string, unknown>>;

/** Where a vendor's document contradicts itself or its own service: the wrong text and the right one. */
const errors: readonly { readonly wrong: string; readonly right: string }[] = [
  // PagerDuty: the general log entry has the type that the API gives, the special one a type that no answer can have.
  { wrong: '"acknowledgement_log_entry"', right: '"acknowledge_log_entry"' },
];

/** The document without its known errors. */
export function correctDocument(document: Json): Json {
  const corrected = errors.reduce((text, { wrong, right }) => text.replaceAll(wrong, right), JSON.stringify(document));
  return JSON.parse(corrected) as Json;
}
