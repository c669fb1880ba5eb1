import { readSentencesWithSignals } from '../../extraction/report-passages.ts';
import type { FailureDocument } from '../../text/failure-document.ts';

const maxAccountLength = 3_000;
/** Maximum length of the part of an account that counts as its summary, about 100 words. */
const maxSummaryLength = 700;

/** Matches line ends before a field, such as “region: north”, which begins a line of its own. */
const beforeField = /\n(?=[\w-]{1,30}: )/gu;

const notAboutTheFailure = ['inPlans', 'planned', 'inResolution', 'communicated', 'asked'] as const;

/** Returns the beginning of a text; of an incident, without timeline, resolution, plans and lessons. */
export function readAccount({
  text,
  kind,
}: {
  readonly text: string;
  readonly kind?: FailureDocument['kind'] | undefined;
}): string {
  if (kind !== 'incident') return text.slice(0, maxAccountLength);
  return readSentencesWithSignals(text.slice(0, 2 * maxAccountLength).replace(beforeField, '\n\n'))
    .filter(({ isTimed, signals }) => !isTimed && !notAboutTheFailure.some((name) => name in signals))
    .map((sentence) => sentence.text)
    .join('\n')
    .slice(0, maxAccountLength);
}

/** Returns the title and the first sentences of a failure's account, which say what failed. */
export function readSummary(member: Pick<FailureDocument, 'title' | 'text' | 'kind'>): string {
  return `${member.title}\n${readAccount(member).slice(0, maxSummaryLength)}`;
}
