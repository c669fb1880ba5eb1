/** Stored texts have at most this many characters. */
const readLength = 60_000;
const maxReferences = 50;

/** Matches the URL of a PagerDuty incident, a GitHub issue or a Markdown file on GitHub, without query and fragment. */
const page =
  /https?:\/\/[\w.:-]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/(?:incidents\/[A-Z\d]{6,32}|[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues\/\d{1,9}|blob\/[^\s()<>"'#?|]{1,500}\.(?:md|markdown)))(?![\w-])/gu;

/** Finds URLs of incidents, issues and post-mortems that may be about the same failure, except the text's `own` URL. */
export function findReferences(text: string, own: string | null = null): string[] {
  const found = new Set(Array.from(text.slice(0, readLength).matchAll(page), ([url]) => url));
  if (own !== null) found.delete(own);
  return [...found].slice(0, maxReferences);
}
