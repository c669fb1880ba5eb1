import { readReport } from '../../extraction/read-report.ts';
import { combineMechanismStrengths, findCommonStrength } from '../../mechanisms/mechanism-strengths.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import { memoise } from '../../text/memoise.ts';
import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';
import { listTellingTerms } from '../names/distinguishing-terms.ts';
import { readSummary } from '../names/read-summary.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';

/** The failures of one episode in a group, or of a part of the episode, and their common document */
export interface CoherenceMember {
  readonly document: NormalisedDocument;
  readonly failures: readonly FailureDocument[];
}

/** Minimum number of telling terms that the titles and summaries of two members share */
const minTerms = 2;
/** Minimum strength with which two members state the same mechanism */
const minStrength = 0.25;
/**
 * A member stays if it has something in common with at least this share of the others. In five real organisations that
 * were compared by words, the mean F1 of pairs of incidents rises from .34 to .38; by meanings, it stays the same.
 */
const minStayingShare = 1 / 3;
/** A member is typical if it has something in common with at least this share of the others. */
const minTypicalShare = 0.5;
/** Minimum share of typical members */
const minCoherence = 0.5;
/** Number of members with which each member is compared. Limits the run time. */
const maxCompared = 60;

type Comparison = (some: number, other: number) => boolean;

/**
 * Returns the positions of the members that have something telling in common with the others: an error, a file, a
 * mechanism, or words of their summaries. Returns none if fewer than half of these members have it in common with half of
 * the others, and all members with too few other documents to tell.
 */
export function findCoherentMembers(members: readonly CoherenceMember[], statistics: CorpusStatistics): number[] {
  const all = [...members.keys()];
  const telling = listTellingTerms(
    members.map(({ document }) => document),
    statistics,
  );
  if (telling === null) return all;
  const haveCommon = createComparison(members, telling);
  const staying = all.filter((at) => measureShare(at, all, haveCommon) >= minStayingShare);
  const typical = staying.filter((at) => measureShare(at, staying, haveCommon) >= minTypicalShare);
  return typical.length >= minCoherence * staying.length ? staying : [];
}

/** Returns the share of the other members with which a member has something in common. */
function measureShare(at: number, members: readonly number[], haveCommon: Comparison): number {
  const others = members.filter((other) => other !== at);
  const step = Math.ceil(others.length / maxCompared);
  const compared = others.filter((_, index) => index % step === 0);
  return compared.filter((other) => haveCommon(at, other)).length / Math.max(1, compared.length);
}

function createComparison(members: readonly CoherenceMember[], telling: ReadonlySet<string>): Comparison {
  const documentOf = (at: number) => (members[at] as CoherenceMember).document;
  const failuresOf = (at: number) => (members[at] as CoherenceMember).failures;
  const termsOf = memoise((at: number) => {
    const tokens = failuresOf(at).flatMap((failure) => listTokens(readSummary(failure)));
    return new Set(tokens.map(({ value }) => stem(value)).filter((term) => telling.has(term)));
  });
  const filesOf = memoise((at: number) => [...documentOf(at).files.keys()].filter((name) => !name.startsWith('type:')));
  const mechanismsOf = memoise((at: number) =>
    combineMechanismStrengths(failuresOf(at).map((failure) => readReport(failure).mechanisms)),
  );
  return (some, other) =>
    documentOf(some).signature.some((error) => documentOf(other).signature.includes(error)) ||
    filesOf(some).some((file) => documentOf(other).files.has(file)) ||
    [...termsOf(some)].filter((term) => termsOf(other).has(term)).length >= minTerms ||
    findCommonStrength(mechanismsOf(some), mechanismsOf(other)) >= minStrength;
}
