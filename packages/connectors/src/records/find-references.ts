/** Characters that are read: no more of a text is kept. */
const readLength = 60_000;
const maxReferences = 50;

/** Page of a PagerDuty incident, of a GitHub issue, or of a Markdown file on GitHub; what leads further into them is cut. */
const page =
  /https?:\/\/[\w.:-]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/(?:incidents\/[A-Z\d]{6,32}|[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues\/\d{1,9}|blob\/[^\s()<>"'#?|]{1,500}\.(?:md|markdown)))(?![\w-])/gu;

/**
 * Addresses in a text that may be of the same failure elsewhere: PagerDuty incidents, GitHub issues, post-mortem files. In
 * the order of the text, each once, at most 50; whether they are is not decided here.
 * @param own the address of the failure itself, which is left out
 */
export function findReferences(text: string, own: string | null = null): string[] {
  const found = new Set(Array.from(text.slice(0, readLength).matchAll(page), ([url]) => url));
  if (own !== null) found.delete(own);
  return [...found].slice(0, maxReferences);
}
