import {
  choosePassage,
  chooseRootCausePassage,
  isResolutionStated,
  isRootCauseStated,
  listResolutionPassages,
  listRootCausePassages,
  type Passage,
  type PassageWeights,
  quoteResolution,
  quoteRootCause,
} from '@refrain/analysis/evaluation';

/** How the product finds the passage of a report that makes one kind of statement. */
export interface PassageKind {
  readonly list: (title: string, text: string) => readonly Passage[];
  readonly quote: (passage: Passage) => string;
  /** Returns the passage that the product would choose, and whether it would show the passage; null without passages. */
  readonly choose: (
    passages: readonly Passage[],
    weights: PassageWeights,
  ) => { readonly passage: Passage; readonly isStated: boolean } | null;
}

export const passageKinds = {
  resolution: {
    list: (_title, text) => listResolutionPassages(text),
    quote: quoteResolution,
    choose(passages, weights) {
      const passage = choosePassage(passages, weights);
      return passage && { passage, isStated: isResolutionStated(passage) };
    },
  },
  'root-cause': {
    list: (title, text) => listRootCausePassages(title, text),
    quote: quoteRootCause,
    choose(passages, weights) {
      const chosen = chooseRootCausePassage(passages, weights);
      return chosen && { passage: chosen.passage, isStated: isRootCauseStated(chosen) };
    },
  },
} as const satisfies Readonly<Record<string, PassageKind>>;

export type PassageKindName = keyof typeof passageKinds;
