import {
  joinQuotationLines,
  type PatternReport,
  type ReportMember,
  type ReportSection,
  type Statement,
} from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { decapitalise, formatList } from '../../text/format.ts';
import { preferWritten } from '../../text/is-log-line.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked-causes.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { describeSeasons } from './describe-seasons.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** A shorter line, such as “ok”, may be part of any sentence. */
const minRepeatedLength = 12;

/** Matches a note that only names a change, such as “bisected to shop#7”, which says less than the title of the change. */
const foundChange = /^\W*(?:git )?bisected to \S+\s*$/iu;

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
      ...stateMechanism(input, refs),
      ...countOtherMechanisms(input, refs),
      ...quoteRootCauses(input, refs),
      ...quoteMechanism(input, refs),
    ]),
    createSection('trigger', 'Trigger', [
      ...describeSeasons(input.members, refs),
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

/** States the mechanism and its episodes, unless the name says the same of all episodes and root causes are quoted. */
function stateMechanism({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const { mechanism, mechanismFailureIds = [] } = pattern.scenario ?? {};
  const episodes = refs.ofFailures(mechanismFailureIds);
  const isNamed =
    pattern.mechanism !== undefined && pattern.name.toLowerCase().includes(pattern.mechanism.toLowerCase());
  const isQuoted = members.some(({ statedRootCause }) => statedRootCause !== undefined);
  return isNamed && isQuoted && episodes.length === refs.all.length ? [] : stateScenario(mechanism, episodes);
}

/** A mechanism of fewer episodes is only named in the table of episodes. */
const minOthers = 2;

/** Counts the episodes that state another mechanism than most do, as the table of episodes shows them. */
function countOtherMechanisms({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  if (!pattern.scenario?.mechanism) return [];
  const counted = new Set(refs.ofFailures(pattern.scenario.mechanismFailureIds ?? []));
  const others = members.filter(
    ({ failureId, statedMechanism }) =>
      statedMechanism !== undefined && !refs.ofFailures([failureId]).some((ref) => counted.has(ref)),
  );
  const stated = [...groupBy(others, ({ statedMechanism }) => [statedMechanism?.mechanism ?? ''])]
    .map(([mechanism, own]) => ({ mechanism, episodes: refs.ofFailures(own.map(({ failureId }) => failureId)) }))
    .filter(({ episodes }) => episodes.length >= minOthers)
    .sort((a, b) => b.episodes.length - a.episodes.length);
  if (stated.length === 0) return [];
  const text = stated.map(
    ({ mechanism, episodes }, at) =>
      `${episodes.length}${at === 0 ? ' others state' : ''} “${decapitalise(mechanism)}”`,
  );
  return [createStatement(`${formatList(text)}.`, [...new Set(stated.flatMap(({ episodes }) => episodes))])];
}

/** States the shared symptom, or else quotes the newest sentence on the impact. Omits a symptom of all episodes that the name contains. */
function describeSymptoms({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const { symptom, symptomFailureIds = [] } = pattern.scenario ?? {};
  const reporting = refs.ofFailures(symptomFailureIds);
  const shared = stateScenario(symptom, reporting);
  const isNamed = reporting.length === refs.all.length && namesSymptom(pattern.name, symptom);
  if (shared.length > 0 && !isNamed) return shared;
  const readImpact = ({ statedImpact: quote }: ReportMember) => (quote === undefined ? undefined : { quote });
  return quoteTypical(members, readImpact, refs, { order: 'newest', max: 1 });
}

const quotedWords = /“(?<words>[^“”]{1,200})”/u;

function namesSymptom(name: string, symptom: string | null | undefined): boolean {
  const words = quotedWords.exec(symptom ?? '')?.groups?.words;
  return words !== undefined && name.toLowerCase().includes(words.toLowerCase());
}

/** Quotes root causes that the statement on the mechanism does not quote already. Prefers what people wrote to lines of a log. */
function quoteRootCauses({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const stated = members.filter(
    ({ statedRootCause }) =>
      statedRootCause !== undefined &&
      !foundChange.test(statedRootCause.quote) &&
      !isRepeated(statedRootCause.quote, pattern.scenario?.mechanism),
  );
  const preferred = preferWritten(stated, ({ statedRootCause }) => statedRootCause?.quote ?? '');
  return quoteTypical(preferred, ({ statedRootCause }) => statedRootCause, refs);
}

/** Quotes sentences that state the shared mechanism, unless root causes are quoted. Prefers what people wrote to lines of a log. */
function quoteMechanism({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  if (members.some(({ statedRootCause }) => statedRootCause !== undefined)) return [];
  const quoteOf = ({ statedMechanism }: ReportMember) => statedMechanism?.quote ?? '';
  const stating = members.filter(
    (member) => quoteOf(member) !== '' && member.statedMechanism?.mechanism === pattern.mechanism,
  );
  return quoteTypical(preferWritten(stating, quoteOf), (member) => ({ quote: quoteOf(member) }), refs);
}
