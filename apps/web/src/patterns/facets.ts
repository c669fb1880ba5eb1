import {
  causeWords,
  directionWords,
  judgementWords,
  kindWords,
  recurrenceWords,
  stateWords,
  triggerWords,
} from '../words/design-words.ts';
import type { PatternSearch } from './pattern-search.ts';

/** What patterns are narrowed by, in the order of use; the first ones are always seen. */
export const facets = [
  { name: 'recurrence', label: 'Standing', words: recurrenceWords },
  { name: 'direction', label: 'Trend', words: directionWords },
  { name: 'cause', label: 'Cause', words: causeWords },
  { name: 'service', label: 'Service', words: {} },
  { name: 'judgement', label: 'Review', words: judgementWords },
  { name: 'improvement', label: 'Improvement', words: { ...stateWords, none: 'none' } },
  { name: 'kind', label: 'Kind', words: kindWords },
  { name: 'trigger', label: 'Trigger', words: triggerWords },
  { name: 'repository', label: 'Repository', words: {} },
] as const satisfies readonly {
  readonly name: keyof PatternSearch;
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
}[];
