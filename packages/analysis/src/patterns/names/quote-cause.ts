import type { FailureStatement } from '@refrain/domain';
import { isQuotable } from '../../blameless/is-quotable.ts';
import { readReport } from '../../extraction/read-report.ts';
import { countWords, readSentences } from '../../extraction/read-sentences.ts';
import { isCauseStated } from '../../extraction/root-cause/list-root-cause-passages.ts';
import { listClearMechanisms } from '../../mechanisms/list-clear-mechanisms.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import { type Quotation, rankQuotations } from '../../text/rank-quotations.ts';
import type { ReadMember } from './find-shared-mechanism.ts';

export interface ExplainedMember extends Pick<ReadMember, 'member' | 'reading'> {
  readonly rootCause: FailureStatement | null;
}

export interface CauseQuotation {
  readonly failureId: string;
  readonly quote: string;
  /** Number of stated causes, of which this is one; null if it states the shared mechanism */
  readonly of: number | null;
}

const maxWords = 60;
/** Matches a long path or address, which readers cannot read. */
const address = /\S{60}/u;

/**
 * Quotes the most typical root cause, and one that states the pattern's mechanism if any does. A cause that a person chose
 * comes first. If the episodes share the mechanism, quotes no other cause.
 */
export function quoteCause(
  explained: readonly ExplainedMember[],
  { shared, likely }: { readonly shared: Mechanism | null; readonly likely: Mechanism | null },
  textOf: ReadonlyMap<string, string>,
): CauseQuotation | null {
  const rank = (find: (one: ExplainedMember) => string | null) =>
    rankQuotations(listQuotations(explained, find), textOf);
  const causes = shared === null ? rank(findCause) : [];
  const mechanism = shared ?? likely;
  const ranked = [
    ...rank(({ rootCause }) => (rootCause?.isDecided === true ? rootCause.quote : null)),
    ...(mechanism === null ? [] : rank((one) => findRootCauseWith(one, mechanism))),
    ...(mechanism === null ? [] : rank((one) => findSentenceWith(one, mechanism))),
    ...causes,
  ];
  const [first] = ranked;
  return first === undefined
    ? null
    : { failureId: first.ids[0] ?? '', quote: first.quote, of: shared === null ? Math.max(1, causes.length) : null };
}

function listQuotations(
  explained: readonly ExplainedMember[],
  find: (one: ExplainedMember) => string | null,
): Quotation[] {
  return explained.flatMap((one) => {
    const quote = find(one);
    return quote === null ? [] : [{ id: one.member.id, quote }];
  });
}

/** Returns the root cause of a failure if it clearly states a mechanism. */
function findRootCauseWith(one: ExplainedMember, mechanism: Mechanism): string | null {
  const sentence = findMechanismSentence(one, mechanism);
  const quote = one.rootCause?.quote ?? '';
  return sentence !== null && quote.includes(sentence) && isShort(quote) ? quote : null;
}

/** Returns a sentence of an incident that says that a mechanism was the cause. */
function findSentenceWith(one: ExplainedMember, mechanism: Mechanism): string | null {
  const sentence = findMechanismSentence(one, mechanism);
  return sentence !== null &&
    isReport(one.member.kind) &&
    isCauseStated(sentence) &&
    isShort(sentence) &&
    isQuotable(sentence)
    ? sentence
    : null;
}

function findMechanismSentence({ reading }: ExplainedMember, mechanism: Mechanism): string | null {
  const match = listClearMechanisms(reading.mechanisms).find((one) => one.mechanism === mechanism);
  return match === undefined ? null : (reading.sentences[match.sentence]?.text ?? null);
}

/** Returns the root cause of a member if it says why something failed, or names a mechanism. */
function findCause({ rootCause }: ExplainedMember): string | null {
  if (rootCause === null || !isShort(rootCause.quote)) return null;
  const isCause =
    readSentences(rootCause.quote).some(({ text }) => isCauseStated(text)) ||
    listClearMechanisms(readReport({ title: '', text: rootCause.quote }).mechanisms).length > 0;
  return isCause ? rootCause.quote : null;
}

function isReport(kind: ReadMember['member']['kind']): boolean {
  return kind === undefined || kind === 'incident';
}

function isShort(quote: string): boolean {
  return countWords(quote) <= maxWords && !address.test(quote);
}
