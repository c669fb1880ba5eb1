import type { Schemas } from '../../api/refrain.ts';
import { causeLabels, statementKindLabels, triggerLabels } from '../../labels/domain-labels.ts';
import { count } from '../../labels/format.ts';

type CauseDecision = Extract<Schemas['CorrectionDecision'], { kind: 'cause' }>;
type StatementDecision = Extract<Schemas['CorrectionDecision'], { kind: 'statement' }>;
type LinkDecision = Extract<Schemas['CorrectionDecision'], { kind: 'link' }>;

export function describeDecision(decision: Schemas['CorrectionDecision'], titles: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => (titles.has(id) ? `“${titles.get(id)}”` : 'another failure');
  switch (decision.kind) {
    case 'pattern':
      return decision.right ? 'Confirmed as one pattern.' : 'Dismissed.';
    case 'rename':
      return `Renamed to “${decision.name}”.`;
    case 'cause':
      return describeCause(decision, decision.failureId === undefined ? null : nameOf(decision.failureId));
    case 'statement':
      return describeStatement(decision, nameOf(decision.failureId));
    case 'must_link':
      return decision.failureIds.length > 2
        ? `${count(decision.failureIds.length, 'episode')} belong to one pattern.`
        : `${decision.failureIds.map(nameOf).join(' and ')} belong to one pattern.`;
    case 'cannot_link':
      return `${decision.failureIds.map(nameOf).join(' and ')} do not belong to one pattern.`;
    case 'not_a_failure':
      return `${nameOf(decision.failureId)} is not a failure.`;
    case 'is_a_failure':
      return `${nameOf(decision.failureId)} is a failure.`;
    case 'title_template':
      return `All reverts in ${decision.repository} like “${decision.template}” are ${decision.areFailures ? 'failures' : 'routine'}.`;
    case 'not_change_related':
      return `No change triggered ${nameOf(decision.failureId)}.`;
    case 'link':
      return describeLink(decision, nameOf(decision.failureId), titles.get(decision.targetId));
  }
}

function describeLink({ type, right }: LinkDecision, failure: string, target: string | undefined): string {
  const not = right ? '' : ' not';
  const change = target === undefined ? 'a change' : `“${target}”`;
  switch (type) {
    case 'caused_by':
      return `${failure} was${not} caused by ${change}.`;
    case 'resolved_by':
      return `${failure} was${not} resolved by ${change}.`;
    case 'shipped_by':
      return `${failure} was${not} shipped by ${change}.`;
    case 'same_episode':
      return `${failure} is${not} the same event as ${target === undefined ? 'another failure' : `“${target}”`}.`;
  }
}

function describeStatement({ statement, mechanism, quote }: StatementDecision, failure: string): string {
  const what = statementKindLabels[statement];
  if (mechanism !== undefined) return `The ${what} of ${failure} is “${mechanism}”.`;
  return quote === null
    ? `The report of ${failure} does not state the ${what}.`
    : `The report of ${failure} states the ${what}: “${quote}”.`;
}

function describeCause({ cause, trigger }: CauseDecision, failure: string | null): string {
  const triggerText = trigger === undefined ? null : `triggered by ${triggerLabels[trigger]}`;
  if (cause === undefined) return `${failure ?? 'It'} is ${triggerText}.`;
  const subject = failure === null ? 'Its cause' : `The cause of ${failure}`;
  return `${subject} is ${[causeLabels[cause], triggerText].filter((part) => part !== null).join(', ')}.`;
}
