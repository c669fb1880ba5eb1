import type {
  Backtest,
  Change,
  ChangeAssessment,
  Correction,
  Failure,
  Improvement,
  LineageEvent,
  Link,
  Membership,
  Pattern,
  PatternFailureMap,
  PatternGuardrails,
  PatternMeasurement,
  PatternReport,
  ReportMember,
} from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { findStatedDuration } from '../../extraction/duration/find-stated-duration.ts';
import { findImpact } from '../../extraction/find-impact.ts';
import { findPlannedAction } from '../../extraction/find-planned-action.ts';
import { readReport } from '../../extraction/read-report.ts';
import { stateExplanation } from '../../extraction/state-explanation.ts';
import { toStatedPassage } from '../../extraction/state-passage.ts';
import {
  indexStatementDecisions,
  noStatementDecisions,
  type StatementDecisions,
} from '../../extraction/statement-decisions.ts';
import { stateMechanism } from '../../statements/state-mechanism.ts';
import { chooseExcerpt } from '../../text/choose-excerpt.ts';
import { describeReport } from './describe-report.ts';

export interface ReportInput {
  readonly pattern: Pattern;
  readonly members: readonly { readonly failure: Failure; readonly membership: Membership }[];
  /** Links of any failures; rejected links and links of failures that are not members are ignored. */
  readonly links: readonly Link[];
  /** Assessments of whether changes caused the incidents; none by default */
  readonly assessments?: readonly ChangeAssessment[];
  /** Changes and failures to which links lead; a link to anything else is omitted. */
  readonly targets: readonly Pick<Change | Failure, 'id' | 'title' | 'url' | 'occurredAt'>[];
  readonly coverage: PatternReport['coverage'];
  readonly asOf: string;
  /** Latest measurement of the pattern; null or absent if it was not measured yet */
  readonly measurement?: PatternMeasurement | null;
  /** Backtest of all forecasts of the organisation; null or absent if nothing was measured yet */
  readonly backtest?: Backtest | null;
  /** Rates of the pattern by location; null or absent if they were not measured yet */
  readonly map?: PatternFailureMap | null;
  /**
   * The pattern's improvement; null or absent if there is none. The report omits a proposal on which nobody decided.
   */
  readonly improvement?: Improvement | null;
  readonly lineage?: readonly LineageEvent[];
  /** Names of the pattern in its earlier reports, oldest first; none by default */
  readonly formerNames?: readonly string[];
  /** Hours that each episode lasted, by episode id; none by default */
  readonly episodeHours?: Readonly<Record<string, number>>;
  /** Recommended guardrails; null or absent if guardrails were not compared */
  readonly choice?: PatternGuardrails | null;
  /** Corrections in the order in which people made them. Those about statements of members apply; none by default */
  readonly corrections?: readonly Correction[];
}

/** Builds a pattern's immutable report: members in chronological order, links sorted by score, highest first. */
export function buildPatternReport(input: ReportInput): PatternReport {
  const report = collectEvidence(input);
  return { ...report, document: describeReport(report, input.lineage ?? [], input.formerNames) };
}

function collectEvidence(input: ReportInput): PatternReport {
  const { pattern, coverage, asOf, measurement = null, backtest = null, map = null, choice = null } = input;
  const decisions = indexStatementDecisions(input.corrections ?? []);
  const targets = new Map(input.targets.map((target) => [target.id, target]));
  const answerOf = new Map((input.assessments ?? []).map((answer) => [answer.failureId, answer]));
  const memberIds = new Set(input.members.map(({ failure }) => failure.id));
  const members = [...input.members].sort(
    (a, b) => compareStrings(a.failure.occurredAt, b.failure.occurredAt) || compareStrings(a.failure.id, b.failure.id),
  );
  const links = input.links
    .filter(({ failureId, status }) => memberIds.has(failureId) && status !== 'rejected')
    .flatMap(({ type, failureId, targetId, score, evidence, status }) => {
      const target = targets.get(targetId);
      return target === undefined
        ? []
        : [
            {
              type,
              failureId,
              targetId,
              targetTitle: target.title,
              targetUrl: target.url,
              targetAt: target.occurredAt,
              score,
              ...(status === 'confirmed' ? { isConfirmed: true as const } : {}),
              evidence,
            },
          ];
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        compareStrings(a.failureId, b.failureId) ||
        compareStrings(a.type, b.type) ||
        compareStrings(a.targetId, b.targetId),
    );
  return {
    pattern,
    members: members.map(({ failure, membership }) => ({
      failureId: failure.id,
      episodeId: failure.episodeId ?? failure.id,
      kind: failure.kind,
      title: failure.title,
      excerpt: chooseExcerpt(failure.text, pattern.terms),
      services: failure.services,
      repository: failure.repository,
      occurredAt: failure.occurredAt,
      resolvedAt: failure.resolvedAt,
      ...(failure.precision === 'instant' ? {} : { precision: failure.precision }),
      url: failure.url,
      ...(failure.severity === null ? {} : { severity: failure.severity }),
      confidence: membership.confidence,
      evidence: membership.evidence,
      ...summariseAssessment(answerOf.get(failure.id)),
      ...quoteStatements(
        failure,
        decisions.get(failure.id) ?? noStatementDecisions,
        pattern.mechanism ?? pattern.scenario?.likelyMechanism,
      ),
      ...quoteIncidentReport(failure),
    })),
    links,
    ...(input.episodeHours && { episodeHours: { ...input.episodeHours } }),
    coverage,
    asOf,
    measurement,
    backtest,
    ...(map === null ? {} : { map }),
    ...(choice === null ? {} : { choice }),
    ...summariseImprovement(input.improvement ?? null),
  };
}

/** @param mechanism name of the mechanism that the pattern's failures share */
function quoteStatements(
  failure: Failure,
  decisions: StatementDecisions,
  mechanism: string | undefined,
): Pick<ReportMember, 'statedRootCause' | 'statedResolution' | 'statedMechanism' | 'statedDuration'> {
  const { rootCause, resolution } = stateExplanation(failure, decisions);
  const stated = stateMechanism(failure, readReport(failure), decisions.get('mechanism'), mechanism);
  const duration = failure.kind === 'incident' ? findStatedDuration(failure.text) : null;
  return {
    ...(rootCause && { statedRootCause: toStatedPassage(rootCause) }),
    ...(resolution && { statedResolution: toStatedPassage(resolution) }),
    ...(stated && { statedMechanism: { mechanism: stated.mechanism, quote: stated.quote } }),
    ...(duration && { statedDuration: duration }),
  };
}

/** Quotes the impact and a planned action only from reports of incidents, because commit messages and logs state neither. */
function quoteIncidentReport({ kind, title, text }: Failure): Pick<ReportMember, 'statedImpact' | 'plannedAction'> {
  if (kind !== 'incident') return {};
  const [statedImpact, plannedAction] = [findImpact(text), findPlannedAction(title, text)];
  return { ...(statedImpact !== null && { statedImpact }), ...(plannedAction !== null && { plannedAction }) };
}

/** Summarises an assessment. Rounds the confidence to tenths, so that small changes do not produce a new report. */
function summariseAssessment(answer: ChangeAssessment | undefined): Pick<ReportMember, 'answer'> {
  if (answer === undefined) return {};
  const { verdict, confidence, isDecided, resolvedBy } = answer;
  return { answer: { verdict, confidence: Math.round(confidence * 10) / 10, isDecided, resolvedBy: resolvedBy.kind } };
}

function summariseImprovement(improvement: Improvement | null): Pick<PatternReport, 'improvement'> {
  if (improvement === null || improvement.state === 'proposed') return {};
  const { id, state, title, guardrailId, repository, issueNumber, issueUrl, fix, updatedAt } = improvement;
  return { improvement: { id, state, title, guardrailId, repository, issueNumber, issueUrl, fix, updatedAt } };
}
