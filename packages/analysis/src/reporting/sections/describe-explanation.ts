import { joinQuotationLines, type PatternReport, type ReportSection, type Statement } from '@refrain/domain';
import type { Remedy } from '../../remedies/remedy.ts';
import { isLogLine } from '../../text/is-log-line.ts';
import { listInformativeWords } from '../../text/words.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked-causes.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** A title with fewer words that the name of the pattern lacks, such as “Disruption with some services”, says nothing about the failure. */
const minNewWords = 2;
/** Words with which status pages announce any incident */
const statusWords = listInformativeWords(
  'disruption outage degraded degradation performance experiencing investigating reports availability problems elevated intermittent increased rates affected impacted incident incidents issue issues service services some several multiple',
);

/** A shorter line, such as “ok”, may be part of any sentence. */
const minRepeatedLength = 12;

/** Matches titles of alerts, such as “ALERT checkout - error budget 57 % spent”, which name a metric and what it measured. */
const measuredAlert =
  /\[FIRING|\bALERTS?\b|\b(?:budget|burn|p9\d|tickets?)\b|\b\d[\d.,]*\s?(?:%|ms|s|m|min|x|x\/h|\/min)(?!\p{L})|\bx\d|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u;

/** Matches a title such as “Disruption with some GitHub services” or “Post-mortem of 20 Jul”, which names nothing that failed. */
const announcement =
  /^(?:post-?mortem|incident|incident report|rca|outage)(?: (?:of|on|from|for))?[ :]+\d|^(?:disruption|incident|issues?|problems?|outage|degraded performance) (?:with|in|on|of|for) (?:some|several|multiple|various) [\p{L}\d .-]{0,40}services?$/iu;

type ExplanationInput = Pick<PatternReport, 'pattern' | 'members' | 'links'>;

/** Describes what fails, why, after which trigger, and what resolved it. A section without evidence is empty. */
export function describeExplanation(
  input: ExplanationInput,
  remediesOf: (failureIds: readonly string[]) => readonly Remedy[],
  refs: ReportSourceRefs,
): ReportSection[] {
  const { scenario } = input.pattern;
  return [
    createSection('symptoms', 'What fails', describeSymptoms(input, refs)),
    createSection('cause', 'Root cause', [
      ...stateScenario(scenario?.mechanism, refs.ofFailures(scenario?.mechanismFailureIds ?? [])),
      ...quoteRootCauses(input, refs),
      ...quoteMechanism(input, refs),
    ]),
    createSection('trigger', 'Trigger', [
      ...stateScenario(scenario?.trigger, refs.all),
      ...describeLinkedCauses(input, refs),
    ]),
    createSection('resolution', 'Resolved by', describeResolutions(input, remediesOf, refs)),
  ];
}

/** Returns whether the sentence on the mechanism quotes the same words, or one line of them. */
function isRepeated(quote: string | undefined, sentence: string | null | undefined): boolean {
  if (quote === undefined || !sentence) return false;
  return [joinQuotationLines(quote), ...quote.split('\n').map((line) => line.trim())].some(
    (part) => part.length >= minRepeatedLength && sentence.includes(part),
  );
}

function stateScenario(part: string | null | undefined, episodes: readonly string[]): Statement[] {
  return part ? [createStatement(part, episodes)] : [];
}

/** States the shared symptom, or else quotes the most typical impact or the most typical alert that says more than the name of the pattern. */
function describeSymptoms({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const { symptom, symptomFailureIds = [] } = pattern.scenario ?? {};
  const shared = stateScenario(symptom, refs.ofFailures(symptomFailureIds));
  if (shared.length > 0) return shared;
  const impact = quoteTypical(
    members,
    ({ statedImpact: quote }) => (quote === undefined ? undefined : { quote }),
    refs,
    {
      max: 1,
    },
  );
  if (impact.length > 0) return impact;
  const known = listInformativeWords([pattern.name, ...pattern.services].join(' '));
  const saysMore = (title: string) =>
    [...listInformativeWords(title)].filter((word) => !known.has(word) && !statusWords.has(word)).length >= minNewWords;
  const alerts = members.filter(
    ({ kind, title }) => kind === 'incident' && !announcement.test(title) && saysMore(title),
  );
  // One episode's alert on a metric does not tell what fails in the others.
  return quoteTypical(alerts, ({ title }) => ({ quote: title }), refs, { max: 1 }).filter(
    ({ text, refs: { length } }) => length > 1 || refs.all.length === 1 || !measuredAlert.test(text),
  );
}

/** Quotes root causes that the statement on the mechanism does not quote already. Prefers what people wrote to lines of a log. */
function quoteRootCauses({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const stated = members.filter(
    ({ statedRootCause }) =>
      statedRootCause !== undefined && !isRepeated(statedRootCause.quote, pattern.scenario?.mechanism),
  );
  const written = stated.filter(({ statedRootCause }) => !isLogLine(statedRootCause?.quote ?? ''));
  return quoteTypical(written.length > 0 ? written : stated, ({ statedRootCause }) => statedRootCause, refs);
}

/** Quotes sentences that state the shared mechanism, unless root causes are quoted. */
function quoteMechanism({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  if (members.some(({ statedRootCause }) => statedRootCause !== undefined)) return [];
  return quoteTypical(
    members,
    ({ statedMechanism: stated }) =>
      stated === undefined || stated.quote === null || stated.mechanism !== pattern.mechanism
        ? undefined
        : { quote: stated.quote },
    refs,
  );
}
