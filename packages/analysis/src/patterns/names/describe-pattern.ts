import type { LessonParts } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { stateExplanation } from '../../extraction/state-explanation.ts';
import { noStatementDecisions, type StatementDecisions } from '../../extraction/statement-decisions.ts';
import { findMechanismName } from '../../mechanisms/find-mechanism-name.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import { countRemedies, createRemedyFinder, type ResolutionStatements } from '../../remedies/count-remedies.ts';
import { listFrequentRemedies } from '../../remedies/describe-remedies.ts';
import { chooseExcerpt } from '../../text/choose-excerpt.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { chooseChange } from './choose-change.ts';
import { type AgreedFailure, type AgreedFailureInput, findAgreedFailure } from './find-agreed-failure.ts';
import { findComponent } from './find-component.ts';
import { findPatternName } from './find-pattern-name.ts';
import { countSupport, createSummaryShares } from './find-shared-clause.ts';
import {
  findLikelyMechanism,
  findSharedMechanism,
  type ReadMember,
  writeMechanismClause,
} from './find-shared-mechanism.ts';
import { groupByEpisode } from './group-by-episode.ts';
import { isContained } from './is-contained.ts';
import { measureMechanismAgreement } from './measure-mechanism-agreement.ts';
import { findNamedSymptom, findPatternSymptom } from './name-alerts.ts';
import { nameMainServices } from './name-main-services.ts';
import type { MechanismNames } from './name-parts.ts';
import { type ExplainedMember, quoteCause } from './quote-cause.ts';
import { quoteResolution } from './quote-resolution.ts';
import { readMember } from './read-member.ts';
import { type PatternLessonInput, writePatternLesson, writePatternScenario } from './write-pattern-lesson.ts';

type DerivedInput =
  | 'normalised'
  | 'namedSymptom'
  | 'symptom'
  | 'mechanism'
  | 'likely'
  | 'rootCause'
  | 'remedies'
  | 'statedResolution'
  | 'resolvingChange';

export interface PatternDescriptionInput extends Omit<PatternLessonInput, DerivedInput> {
  /** Titles of the changes that resolved failures, according to `resolved_by` links */
  readonly resolutions: ResolutionStatements['changes'];
  /** Word statistics of all failures, with which those of the members are compared */
  readonly statistics: CorpusStatistics;
  /** People's decisions about what the members state, by failure id; none by default */
  readonly decisions?: ReadonlyMap<string, StatementDecisions>;
  /** Terms that distinguish the pattern, which choose the excerpts of its failures; none by default */
  readonly terms?: readonly string[];
}

/** Number of newest failures that are read for a mechanism, a component, what they agree on, and quotations */
export const maxRead = 60;

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
  const explained = read.map((one) => ({ ...one, ...stateExplanation(one.member, decisionsOf(one.member)) }));
  const shared = findSharedMechanism({ read, episodes: input.episodes });
  const findOwnComponent = () => findComponent({ ...words, read, episodes: input.episodes });
  const likely = shared === null ? findLikelyMechanism({ read, episodes: input.episodes }) : null;
  const component = shared === null && likely === null ? null : findOwnComponent();
  const { name, saysWhatFails } = findPatternName({
    ...words,
    mechanism: shared && nameMechanism(shared.mechanism, component),
    likelyMechanism: likely && nameMechanism(likely.mechanism, component),
    agreed: isComponentChosen(read) ? null : findNewestAgreement(words, explained),
    places: nameMainServices(listServicesOfEpisodes(members, input.episodes)),
    findComponent: findOwnComponent,
  });
  const symptom = findPatternSymptom(words);
  const scenario = writePatternScenario({
    ...input,
    members,
    normalised,
    mechanism: shared,
    likely,
    ...explainPattern(explained, { shared: shared?.mechanism ?? null, likely: likely?.mechanism ?? null }, input),
    namedSymptom: findNamedSymptom(words, name),
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

function listServicesOfEpisodes(
  members: readonly FailureDocument[],
  episodes: PatternDescriptionInput['episodes'],
): string[][] {
  return groupByEpisode(members, episodes).map((own) => [...new Set(own.flatMap(({ services = [] }) => services))]);
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

/** Returns whether people chose the component of most members, which then is in the name. */
function isComponentChosen(read: readonly ReadMember[]): boolean {
  return read.filter(({ component }) => typeof component === 'string').length >= countSupport(read.length);
}

function listRootCauses(explained: readonly ExplainedMember[]): Map<string, string> {
  return new Map(
    explained.flatMap(({ member, rootCause }) => (rootCause === null ? [] : [[member.id, rootCause.quote] as const])),
  );
}

type Resolved = ExplainedMember & Pick<ReturnType<typeof stateExplanation>, 'resolution'>;
type Explanations = Pick<PatternLessonInput, 'rootCause' | 'remedies' | 'statedResolution' | 'resolvingChange'>;

/** Counts what resolved the episodes, and quotes a typical root cause and a resolution by the most frequent remedy. */
function explainPattern(
  explained: readonly Resolved[],
  mechanisms: { readonly shared: Mechanism | null; readonly likely: Mechanism | null },
  { episodes, resolutions, terms = [] }: Pick<PatternDescriptionInput, 'episodes' | 'resolutions' | 'terms'>,
): Explanations {
  const textOf = new Map(
    explained.map(({ member: { id, title, text }, rootCause, resolution }) => [
      id,
      [title, chooseExcerpt(text, terms), rootCause?.quote, resolution?.quote].join('\n'),
    ]),
  );
  const startOf = new Map(explained.map(({ member: { id, occurredAt } }) => [id, occurredAt]));
  const date = <Quoted extends { readonly failureId: string }>(quoted: Quoted | null) =>
    quoted && { ...quoted, at: startOf.get(quoted.failureId) ?? '' };
  const failureIds = new Set(episodes.flatMap((episode) => episode.failureIds));
  const changes = resolutions.filter(({ failureId }) => failureIds.has(failureId));
  const quotations = explained.flatMap(({ member, resolution }) =>
    resolution === null ? [] : [{ failureId: member.id, quote: resolution.quote }],
  );
  const remedies = listFrequentRemedies(
    countRemedies(episodes, createRemedyFinder({ quotations, changes })),
    episodes.length,
  );
  const [most] = remedies;
  return {
    rootCause: date(quoteCause(explained, mechanisms, textOf)),
    remedies,
    statedResolution: date(
      quoteResolution(
        explained.map(({ member, resolution }) => ({ id: member.id, resolution })),
        most?.remedy ?? null,
        textOf,
      ),
    ),
    resolvingChange: chooseChange(changes, most?.remedy ?? null),
  };
}
