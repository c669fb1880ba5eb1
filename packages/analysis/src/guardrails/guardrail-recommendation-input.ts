import type {
  Estimate,
  Failure,
  FailureKind,
  GuardrailOutcome,
  ObservedEpisode,
  Pattern,
  ResolutionKind,
  Span,
} from '@refrain/domain';
import type { NormalisedDocument } from '../text/failure-document.ts';

export interface PatternMember {
  /** The failure's masked text; the document id is the failure id. */
  readonly document: NormalisedDocument;
  /** The failure's text as it was reported */
  readonly report: Pick<Failure, 'title' | 'text'>;
  readonly kind: FailureKind;
  /** Files of the failure and of the changes that caused it */
  readonly paths: readonly string[];
  /** How the failure was resolved; null if it is still open or linking has not run */
  readonly resolution: ResolutionKind | null;
  /** Whether a change is linked as the failure's cause; null if linking has not run */
  readonly isAfterChange: boolean | null;
}

export interface GuardrailRecommendationInput {
  readonly pattern: Pick<Pattern, 'id' | 'cause' | 'trigger' | 'causes' | 'triggers' | 'mechanism' | 'scenario'>;
  readonly members: readonly PatternMember[];
  readonly episodes: readonly ObservedEpisode[];
  /** Number of episodes expected in the next 90 days if nothing is fixed; null if no forecast is available */
  readonly expectedEpisodes: Estimate | null;
  /** Hours of people's work per episode; null if unknown */
  readonly costHours: Span | null;
  /** Outcomes of guardrails that were put in place for any pattern of the organisation, oldest first */
  readonly history: readonly GuardrailOutcome[];
}
