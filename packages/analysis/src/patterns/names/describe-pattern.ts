import type { FailureStatement, LessonParts } from '@refrain/domain';
import { compareByTime } from '../../collections/sort-by-time.ts';
import { decideMechanism } from '../../extraction/decide-mechanism.ts';
import { readReport } from '../../extraction/read-report.ts';
import { stateExplanation } from '../../extraction/state-explanation.ts';
import { statePassage } from '../../extraction/state-passage.ts';
import { noStatementDecisions, type StatementDecisions } from '../../extraction/statement-decisions.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { formatDay } from '../../text/format.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findComponent } from './find-component.ts';
import { findPatternName, findPatternSymptom, type MechanismNames } from './find-pattern-name.ts';
import { createSummaryShares } from './find-shared-clause.ts';
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
}

/** Number of newest failures that are read for a mechanism and a component */
const maxRead = 60;

/** Names a pattern by what fails and how, and describes its scenario. */
export function describePattern(input: PatternDescriptionInput): {
  name: string;
  lesson: string;
  scenario: LessonParts;
  /** The name of the shared mechanism; null if the episodes share none */
  mechanism: string | null;
  /** How strongly two episodes state the same mechanism, in [0, 1], on average */
  mechanismAgreement: number;
} {
  const members = [...input.members].sort(compareByTime);
  const normalised = members.map(normaliseDocument);
  const words = { members, normalised, statistics: input.statistics, summaryShareOf: createSummaryShares(members) };
  const decisionsOf = ({ id }: FailureDocument) => input.decisions?.get(id) ?? noStatementDecisions;
  const read = members.slice(-maxRead).map((member) => readMember(member, decisionsOf(member)));
  const shared = findSharedMechanism({ read, episodes: input.episodes });
  const findOwnComponent = () => findComponent({ ...words, read });
  const likely = shared === null ? findLikelyMechanism({ read, episodes: input.episodes }) : null;
  const component = shared === null && likely === null ? null : findOwnComponent();
  const name = findPatternName({
    ...words,
    mechanism: shared && nameMechanism(shared.mechanism, component),
    likelyMechanism: likely && nameMechanism(likely, component),
    findComponent: findOwnComponent,
  });
  const symptom = findPatternSymptom(words);
  const isName = symptom?.toLowerCase() === name.toLowerCase();
  const scenario = writePatternScenario({
    ...input,
    members,
    normalised,
    mechanism: shared,
    ...quoteNewest(members, (member) => stateExplanation(member, decisionsOf(member))),
    symptom: isName ? null : symptom,
  });
  return {
    name,
    lesson: writePatternLesson(scenario),
    scenario,
    mechanism: shared?.mechanism.name ?? null,
    mechanismAgreement: measureMechanismAgreement({ read, episodes: input.episodes }),
  };
}

function nameMechanism(mechanism: Mechanism, component: string | null): MechanismNames {
  return {
    clause: component === null ? null : writeMechanismClause(mechanism, component),
    name: mechanism.name,
    isGeneral: mechanism.isGeneral === true,
  };
}

function readMember(member: FailureDocument, decisions: StatementDecisions): ReadMember {
  const chosen = decisions.get('component');
  const component = chosen && (statePassage(member, chosen, null)?.quote ?? null);
  return { member, reading: decideMechanism(readReport(member), decisions.get('mechanism')), component };
}

/** Number of newest failures whose quotations are considered */
const maxQuoted = 10;

type Quotations = Pick<PatternLessonInput, 'rootCause' | 'statedResolution'>;

/** Quotes the newest failures that state a root cause and a resolution. */
function quoteNewest(
  members: readonly FailureDocument[],
  explain: (member: FailureDocument) => ReturnType<typeof stateExplanation>,
): Quotations {
  let found: Quotations = { rootCause: null, statedResolution: null };
  for (const member of members.slice(-maxQuoted).reverse()) {
    if (found.rootCause !== null && found.statedResolution !== null) break;
    const { rootCause, resolution } = explain(member);
    found = {
      rootCause: found.rootCause ?? quote(member, rootCause),
      statedResolution: found.statedResolution ?? quote(member, resolution),
    };
  }
  return found;
}

function quote({ occurredAt }: FailureDocument, stated: FailureStatement | null): DatedQuotation | null {
  return stated && { date: formatDay(occurredAt), quote: stated.quote };
}
