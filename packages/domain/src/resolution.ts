import { z } from 'zod';
import { ChangeKind } from './change.ts';
import { Instant } from './instant.ts';
import { StatedPassage } from './stated-passage.ts';
import { TimePrecision } from './time-precision.ts';

/** How certain it is that a change resolved a failure. `nearly_certain` is an estimated probability of at least 0.9. */
export const ResolutionCertainty = z.enum(['confirmed', 'nearly_certain', 'possible']);
export type ResolutionCertainty = z.infer<typeof ResolutionCertainty>;

/** A change that is linked as the resolution of a failure. */
export const ResolvingChange = z.object({
  kind: ChangeKind,
  title: z.string(),
  url: z.string().nullable(),
  certainty: ResolutionCertainty,
  /** The strongest evidence for the link; null if a person confirmed it. */
  reason: z.string().nullable(),
});
export type ResolvingChange = z.infer<typeof ResolvingChange>;

/** How a failure was resolved. At least one of the two fields is not null. */
export const Resolution = z.object({
  /** The passage that states the resolution; null if the text has none. */
  stated: StatedPassage.nullable(),
  /** The change that resolved the failure; null if none is known or the failure is itself a reverted change. */
  change: ResolvingChange.nullable(),
});
export type Resolution = z.infer<typeof Resolution>;

/** How an earlier failure was resolved, and when that failure occurred. */
export const EarlierResolution = Resolution.extend({
  /** The failure that was resolved: one that the query repeats, a similar one, or another one of the same pattern. */
  source: z.enum(['repeated_failure', 'similar_failure', 'pattern']),
  failureId: z.string(),
  title: z.string(),
  occurredAt: Instant,
  precision: TimePrecision,
});
export type EarlierResolution = z.infer<typeof EarlierResolution>;

/** Functions that format external text for one output format, such as Markdown. */
export interface ExternalTextFormatters {
  /** Returns a quotation or title in quotation marks. */
  readonly quote: (text: string) => string;
  /** Returns a URL with a leading space, or an empty string without a URL. */
  readonly address: (url: string | null) => string;
}

/**
 * Formats a resolution as phrases such as `resolved by: "…"`: first the quotation, then the linked change. A change
 * with the certainty `possible` is mentioned only if there is no quotation.
 */
export function formatResolution({ stated, change }: Resolution, { quote, address }: ExternalTextFormatters): string[] {
  const phrases = stated === null ? [] : [`resolved by: ${quote(joinQuotationLines(stated.quote))}`];
  if (change === null) return phrases;
  const { kind, title, url, certainty, reason } = change;
  const phrase = `resolved by ${kind.replaceAll('_', ' ')} ${quote(title)}${address(url)}`;
  if (certainty !== 'possible') phrases.push(phrase);
  else if (stated === null) phrases.push(`possibly ${phrase}${reason === null ? '' : ` (${reason})`}`);
  return phrases;
}

/** The time in the first cell of a row of a timeline, such as “2026-03-04 10:00 | ”; `HH:mm` stands for an unknown time. */
const timeCell = /^(\d[^|]{0,30}?)(?: HH:mm)? \| /u;
/** Bold text, as in “**Recovery:** Restarted it” */
const bold = /\*\*([^*]{1,200})\*\*/gu;

/** Joins the lines of a quotation with slashes, separates the times of a timeline by a colon, and removes bold type. */
export function joinQuotationLines(quotation: string): string {
  const lines = quotation.split('\n').map((line) => line.replace(timeCell, '$1: ').replace(bold, '$1'));
  return lines.join(' / ');
}
