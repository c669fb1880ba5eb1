import {
  type ChosenPassage,
  isRootCauseStated,
  listResolutionPassages,
  listRootCausePassages,
  listStatedCauses,
  type Passage,
} from '@refrain/analysis/evaluation';

/** How the product finds the passage of a report that makes one kind of statement. */
export interface PassageKind {
  /** Lists the passages that may make the statement, each with the sentences that the product would quote. */
  readonly list: (title: string, text: string) => readonly Passage[];
  /** Lists the passages from which weights are learned. */
  readonly listForLearning: (title: string, text: string) => readonly Passage[];
  /** Returns whether the product would show the passage with the highest score. */
  readonly isStated: (chosen: ChosenPassage) => boolean;
}

export type PassageKindName = 'resolution' | 'root-cause';

export const passageKinds: Readonly<Record<PassageKindName, PassageKind>> = {
  resolution: {
    list: (_title, text) => listResolutionPassages(text),
    listForLearning: (_title, text) => listResolutionPassages(text),
    isStated: () => true,
  },
  'root-cause': {
    list: listStatedCauses,
    // The weights also rank sentences that are no statement of a cause, as evidence of mechanisms.
    listForLearning: (title, text) => listRootCausePassages(title, text, 2),
    isStated: isRootCauseStated,
  },
};
