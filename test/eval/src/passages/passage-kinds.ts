import {
  type ChosenPassage,
  isResolutionStated,
  isRootCauseStated,
  listResolutionPassages,
  listRootCausePassages,
  type Passage,
  quoteResolution,
  quoteSentences,
} from '@refrain/analysis/evaluation';

/** How the product finds the passage of a report that makes one kind of statement. */
export interface PassageKind {
  readonly list: (title: string, text: string) => readonly Passage[];
  readonly quote: (passage: Passage) => string;
  /** Returns whether the product would show the passage with the highest score. */
  readonly isStated: (chosen: ChosenPassage) => boolean;
}

export const passageKinds = {
  resolution: {
    list: (_title, text) => listResolutionPassages(text),
    quote: quoteResolution,
    isStated: isResolutionStated,
  },
  'root-cause': {
    list: (title, text) => listRootCausePassages(title, text),
    quote: ({ sentences }) => quoteSentences(sentences),
    isStated: isRootCauseStated,
  },
} as const satisfies Readonly<Record<string, PassageKind>>;

export type PassageKindName = keyof typeof passageKinds;
