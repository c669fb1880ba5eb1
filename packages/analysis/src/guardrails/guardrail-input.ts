import type {
  Estimate,
  FailureKind,
  GuardrailOutcome,
  ObservedEpisode,
  Pattern,
  ResolutionKind,
  Span,
} from '@refrain/domain';
import type { NormalisedDocument } from '../text/document.ts';

/** A member of the pattern as the selection of guardrails needs it. */
export interface GuardrailMember {
  /** Its id is the failure id. */
  readonly document: NormalisedDocument;
  readonly kind: FailureKind;
  /** Changed files of the failure and of the causing change. */
  readonly paths: readonly string[];
  /** Null while it is open. */
  readonly resolution: ResolutionKind | null;
  /** Whether a change is linked as its cause; null if links were not searched. */
  readonly isAfterChange: boolean | null;
}

export interface GuardrailInput {
  readonly pattern: Pick<Pattern, 'id' | 'cause' | 'trigger' | 'causes' | 'triggers'>;
  readonly members: readonly GuardrailMember[];
  /** The episodes of the pattern. */
  readonly episodes: readonly ObservedEpisode[];
  /** Expected in the next 90 days if nothing changes; null if no forecast has skill. */
  readonly expectedEpisodes: Estimate | null;
  /** People-hours per episode; null if unknown. */
  readonly costHours: Span | null;
  /** Outcomes of the whole organisation, oldest first. */
  readonly history: readonly GuardrailOutcome[];
}
