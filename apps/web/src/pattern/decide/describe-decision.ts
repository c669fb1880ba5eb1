import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../words/count.ts';
import { causeWords, triggerWords } from '../../words/design-words.ts';

/**
 * What a person decided, as a sentence.
 * @param titles of the failures that are known here, by id
 */
export function describeDecision(decision: Schemas['CorrectionDecision'], titles: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => (titles.has(id) ? `“${titles.get(id)}”` : 'a failure elsewhere');
  switch (decision.kind) {
    case 'pattern':
      return decision.right ? 'This is one pattern.' : 'This is no pattern worth watching.';
    case 'rename':
      return `Its name is “${decision.name}”.`;
    case 'cause': {
      const of = decision.failureId === undefined ? 'Its cause' : `The cause of ${nameOf(decision.failureId)}`;
      return `${of} is ${causeWords[decision.cause]}, set off by ${triggerWords[decision.trigger]}.`;
    }
    case 'must_link':
      return decision.failureIds.length > 2
        ? `${count(decision.failureIds.length, 'episode')} belong together.`
        : `${decision.failureIds.map(nameOf).join(' and ')} belong together.`;
    case 'cannot_link':
      return `${decision.failureIds.map(nameOf).join(' and ')} do not belong together.`;
    case 'not_a_failure':
      return `${nameOf(decision.failureId)} is not a failure.`;
    case 'not_change_related':
      return `No change set ${nameOf(decision.failureId)} off.`;
    case 'link':
      return `A link of ${nameOf(decision.failureId)} is ${decision.right ? 'right' : 'wrong'}.`;
  }
}
