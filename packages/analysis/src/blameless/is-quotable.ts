import { isBlameless } from './is-blameless.ts';

/** Matches messages to people, which may contain names. */
const addressesPeople = /(?:^|\s)cc:?\s|(?:^|[\s(<,])@\w/iu;

/** Returns whether a passage of a report may be quoted: it blames nobody and is no message to people. */
export function isQuotable(passage: string): boolean {
  return !addressesPeople.test(passage) && isBlameless(passage);
}
