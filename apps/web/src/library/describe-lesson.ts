import type { Schemas } from '../api/refrain.ts';
import { type Quotation, splitQuotation } from './split-quotation.ts';

type Pattern = Pick<Schemas['Pattern'], 'mechanism' | 'scenario'>;

interface Lesson {
  readonly symptom: string | null;
  readonly cause: {
    /** The name of the mechanism, by which the library can be filtered; null if only a quotation is known. */
    readonly mechanism: string | null;
    /** For example `stated in at least 15 of 18 episodes`; '' if the text has no such number. */
    readonly support: string;
    readonly quotation: Quotation | null;
  };
  readonly resolution: { readonly statement: string; readonly quotation: Quotation | null };
}

/** The number of episodes in the sentence about a mechanism. */
const share = /(?:at least )?\d+ of \d+ episodes|all \d+ episodes|both episodes/u;

/** Arranges what is known about a pattern for a card of the library. */
export function describeLesson({ mechanism, scenario }: Pattern): Lesson {
  const likely = scenario?.likelyMechanism;
  const about = scenario?.mechanism ?? '';
  const episodes = share.exec(about)?.[0];
  const support = mechanism === undefined ? `likely${episodes === undefined ? '' : `: ${episodes} point to it`}` : '';
  return {
    symptom: scenario?.symptom ?? null,
    cause: {
      mechanism: mechanism ?? likely ?? null,
      support: mechanism === undefined || episodes === undefined ? support : `stated in ${episodes}`,
      quotation: splitQuotation(scenario?.cause ?? about).quotation,
    },
    resolution: splitQuotation(scenario?.resolution ?? ''),
  };
}
