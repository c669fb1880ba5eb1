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

/** A member of the pattern as the choice of a guardrail sees it. */
export interface GuardrailMember {
  /** Its id is the failure's. */
  readonly document: NormalisedDocument;
  readonly kind: FailureKind;
  /** Of its own and of the change that caused it. */
  readonly paths: readonly string[];
  /** Null while it is open. */
  readonly resolution: ResolutionKind | null;
  /** Whether a change is linked as its cause; null where that was not looked for. */
  readonly isAfterChange: boolean | null;
}

export interface GuardrailInput {
  readonly pattern: Pick<Pattern, 'id' | 'cause' | 'trigger' | 'causes' | 'triggers'>;
  readonly members: readonly GuardrailMember[];
  /** Those of the pattern. */
  readonly episodes: readonly ObservedEpisode[];
  /** Expected in the next 90 days if nothing changes; null where no forecast has skill. */
  readonly expectedEpisodes: Estimate | null;
  /** People-hours of one episode; null where not known. */
  readonly costHours: Span | null;
  /** Of the whole organisation, oldest first. */
  readonly history: readonly GuardrailOutcome[];
}
