import type { FailureStatement, LessonParts } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { decideMechanism } from '../../extraction/decide-mechanism.ts';
import { readReport } from '../../extraction/read-report.ts';
import { stateExplanation } from '../../extraction/state-explanation.ts';
import { statePassage } from '../../extraction/state-passage.ts';
import { noStatementDecisions, type StatementDecisions } from '../../extraction/statement-decisions.ts';
import { findMechanismName } from '../../mechanisms/find-mechanism-name.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import { chooseExcerpt } from '../../text/choose-excerpt.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { formatDay } from '../../text/format.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { rankQuotations } from '../../text/rank-quotations.ts';
import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { type AgreedFailure, type AgreedFailureInput, findAgreedFailure } from './find-agreed-failure.ts';
import { findComponent } from './find-component.ts';
import { findPatternName, findPatternSymptom, type MechanismNames } from './find-pattern-name.ts';
import { countSupport, createSummaryShares } from './find-shared-clause.ts';
import {
  findLikelyMechanism,
  findSharedMechanism,
  type ReadMember,
  writeMechanismClause,
} from './find-shared-mechanism.ts';
import { measureMechanismAgreement } from './measure-mechanism-agreement.ts';
import {
  type DatedQuotation,
  type PatternLessonInput,
  writePatternLesson,
  writePatternScenario,
} from './write-pattern-lesson.ts';

type DerivedInput = 'normalised' | 'symptom' | 'mechanism' | 'rootCause' | 'statedResolution';

export interface PatternDescriptionInput extends Omit<PatternLessonInput, DerivedInput> {
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
  /** People's decisions about what the members state, by failure id; none by default */
  readonly decisions?: ReadonlyMap<string, StatementDecisions>;
  /** Terms that distinguish the pattern, which choose the excerpts of its failures; none by default */
  readonly terms?: readonly string[];
}

/** Number of newest failures that are read for a mechanism, a component, what they agree on, and quotations */
const maxRead = 60;

/** Names a pattern by what fails and how, and describes its scenario. */
export function describePattern(input: PatternDescriptionInput): {
  name: string;
  lesson: string;
  scenario: LessonParts;
  /** The name of the shared mechanism; null if the episodes share none */
  mechanism: string | null;
  /** Whether the name says what fails, because the members share a failure */
  saysWhatFails: boolean;
  /** How strongly two episodes state the same mechanism, in [0, 1], on average */
  mechanismAgreement: number;
} {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const words = { members, normalised, statistics: input.statistics, summaryShareOf: createSummaryShares(members) };
  const decisionsOf = ({ id }: FailureDocument) => input.decisions?.get(id) ?? noStatementDecisions;
  const read = members.slice(-maxRead).map((member) => readMember(member, decisionsOf(member)));
  const explained = read.map(({ member }) => ({ member, ...stateExplanation(member, decisionsOf(member)) }));
  const shared = findSharedMechanism({ read, episodes: input.episodes });
  const findOwnComponent = () => findComponent({ ...words, read });
  const likely = shared === null ? findLikelyMechanism({ read, episodes: input.episodes }) : null;
  const component = shared === null && likely === null ? null : findOwnComponent();
  const { name, saysWhatFails } = findPatternName({
    ...words,
    mechanism: shared && nameMechanism(shared.mechanism, component),
    likelyMechanism: likely && nameMechanism(likely, component),
    agreed: isComponentChosen(read) ? null : findNewestAgreement(words, explained),
    findComponent: findOwnComponent,
  });
  const symptom = findPatternSymptom(words);
  const scenario = writePatternScenario({
    ...input,
    members,
    normalised,
    mechanism: shared,
    ...quoteTypical(explained, input.terms ?? []),
    symptom: symptom === null || isContained(symptom, name) ? null : symptom,
  });
  return {
    name,
    saysWhatFails,
    lesson: writePatternLesson(scenario),
    scenario,
    mechanism: shared?.mechanism.name ?? null,
    mechanismAgreement: measureMechanismAgreement({ read, episodes: input.episodes }),
  };
}

function nameMechanism(mechanism: Mechanism, component: string | null): MechanismNames {
  return {
    clause:
      component === null || isContained(component, mechanism.clause)
        ? null
        : writeMechanismClause(mechanism, component),
    name: mechanism.name,
    inSentence: findMechanismName(mechanism.id),
    isGeneral: mechanism.isGeneral === true,
  };
}

function readMember(member: FailureDocument, decisions: StatementDecisions): ReadMember {
  const chosen = decisions.get('component');
  const component = chosen && (statePassage(member, chosen, null)?.quote ?? null);
  return { member, reading: decideMechanism(readReport(member), decisions.get('mechanism')), component };
}

/** Finds the failure that most of the newest members state. */
function findNewestAgreement(
  { members, normalised, statistics }: Omit<AgreedFailureInput, 'rootCauseOf'>,
  explained: readonly ExplainedMember[],
): AgreedFailure | null {
  return findAgreedFailure({
    members: members.slice(-maxRead),
    normalised: normalised.slice(-maxRead),
    statistics,
    rootCauseOf: listRootCauses(explained),
  });
}

/** Returns whether a text contains all words of another, so that it need not be repeated. */
function isContained(part: string, text: string): boolean {
  const listStems = (one: string) => listTokens(one).map(({ value }) => stem(value));
  const own = new Set(listStems(text));
  return listStems(part).every((one) => own.has(one));
}

/** Returns whether people chose the component of most members, which then is in the name. */
function isComponentChosen(read: readonly ReadMember[]): boolean {
  return read.filter(({ component }) => typeof component === 'string').length >= countSupport(read.length);
}

interface ExplainedMember extends ReturnType<typeof stateExplanation> {
  readonly member: FailureDocument;
}

function listRootCauses(explained: readonly ExplainedMember[]): Map<string, string> {
  return new Map(
    explained.flatMap(({ member, rootCause }) => (rootCause === null ? [] : [[member.id, rootCause.quote] as const])),
  );
}

type Quotations = Pick<PatternLessonInput, 'rootCause' | 'statedResolution'>;

/** Quotes the most typical root cause and resolution, which a report of the pattern quotes first. */
function quoteTypical(explained: readonly ExplainedMember[], terms: readonly string[]): Quotations {
  const textOf = new Map(
    explained.map(({ member: { id, title, text }, rootCause, resolution }) => [
      id,
      [title, chooseExcerpt(text, terms), rootCause?.quote, resolution?.quote].join('\n'),
    ]),
  );
  const dayOf = new Map(explained.map(({ member: { id, occurredAt } }) => [id, formatDay(occurredAt)]));
  const quoteFirst = (read: (one: ExplainedMember) => FailureStatement | null): DatedQuotation | null => {
    const stated = explained.flatMap((one) => {
      const quote = read(one)?.quote;
      return quote === undefined ? [] : [{ id: one.member.id, quote }];
    });
    const [first] = rankQuotations(stated, textOf);
    return first === undefined ? null : { date: dayOf.get(first.ids[0] ?? '') ?? '', quote: first.quote };
  };
  return {
    rootCause: quoteFirst(({ rootCause }) => rootCause),
    statedResolution: quoteFirst(({ resolution }) => resolution),
  };
}
