import type { Cause, FailureKind, ImprovementState, LinkType, Trigger } from '@refrain/domain';

/** The design's words as a person reads them. */
export const kindWords: Readonly<Record<FailureKind, string>> = {
  incident: 'incident',
  failed_deployment: 'failed deployment',
  reverted_change: 'reverted change',
};

export const kindColors: Readonly<Record<FailureKind, string>> = {
  incident: 'red',
  failed_deployment: 'orange',
  reverted_change: 'indigo',
};

export const linkWords: Readonly<Record<LinkType, string>> = {
  caused_by: 'probably caused by',
  ended_by: 'ended by',
  same_episode: 'same event as',
};

export const improvementWords: Readonly<Record<ImprovementState, string>> = {
  proposed: 'proposed',
  approved: 'approved, the issue is being opened',
  opened: 'opened',
  accepted: 'accepted',
  declined: 'declined',
  fixed: 'fixed',
  verified: 'the fix held',
  recurred: 'came back',
};

export function plain(word: Cause | Trigger): string {
  return word.replaceAll('_', ' ');
}

export function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
export const formatDay = (instant: string) => day.format(new Date(instant));
export const formatMinute = (instant: string) => minute.format(new Date(instant));

/** Only http(s) links are followed: the address came from outside. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}
