/** The API stores reasons of at most 500 characters, which leaves room for the chosen reason before the comment. */
export const maxReasonLength = 450;

/** Joins a chosen reason with a comment: `Won’t fix: the service is replaced in May`. Either may be missing. */
export function joinReason(chosen: string | null, comment: string): string {
  const text = comment.trim().replaceAll(/\s+/gu, ' ');
  if (chosen === null || text === '') return chosen ?? text;
  return `${chosen}: ${text}`;
}
