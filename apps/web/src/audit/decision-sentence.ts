import type { Schemas } from '../api/refrain.ts';
import { describeDecider } from '../labels/audit-labels.ts';
import { correctionPhrases, decisionPhrases } from '../labels/decision-phrases.ts';
import { capitalise, count } from '../labels/format.ts';

type Decision = Schemas['Decision'];
export type Mention = Schemas['DecisionMention'];
/** A piece of a sentence: text, or an object with its name. */
export type SentencePart = string | Mention;

/** Writes a decision as a sentence: “The policy approved the improvement of “Pool exhausted”.” */
export function toSentence(decision: Decision): readonly SentencePart[] {
  const phrase = findPhrase(decision);
  const parts = phrase.split(/(\{\w+\})/u).filter((part) => part !== '');
  return [
    `${capitalise(describeDecider(decision.by))} `,
    ...parts.map((part) => (part.startsWith('{') ? resolve(part.slice(1, -1), decision) : part)),
    `${describeReason(decision)}.`,
  ];
}

function findPhrase({ operation, detail, what }: Decision): string {
  const correction = operation.endsWith('Correction') || operation.endsWith('CorrectionSet');
  if (!correction) return decisionPhrases[operation] ?? `made a change: ${what}`;
  const phrase = correctionPhrases[findCorrection(detail)] ?? 'made a correction';
  return operation.startsWith('remove') ? `undid a correction: ${phrase}` : phrase;
}

function findCorrection({ action, kind, right, areFailures }: Decision['detail']): string {
  if (typeof action === 'string') return action;
  if (kind === 'title_template' && typeof areFailures === 'boolean') return areFailures ? 'failures' : 'routine';
  if (kind === 'pattern') return right === true ? 'confirm' : 'dismiss';
  return typeof kind === 'string' ? kind : 'several';
}

function resolve(name: string, { mentions, detail }: Decision): SentencePart {
  const ofKind = (kind: string) => mentions.find((mention) => mention.kind === kind);
  switch (name) {
    case 'pattern':
      return mentions.find(({ id }) => id === detail['patternId']) ?? ofKind('pattern') ?? 'a former pattern';
    case 'other':
      return mentions.find(({ id }) => id === detail['otherPatternId']) ?? 'another pattern';
    case 'subject':
      return ofKind('pattern') ?? ofKind('failure') ?? 'a former pattern';
    case 'failure':
      return ofKind('failure') ?? 'a failure';
    case 'improvement':
      return ofKind('improvement') ?? 'a former pattern';
    case 'connection':
      return ofKind('connection') ?? 'a former connection';
    case 'catalogue_entry':
      return ofKind('catalogue_entry') ?? 'that was deleted';
    case 'episodes':
      return typeof detail['episodes'] === 'number' ? count(detail['episodes'], 'episode') : 'episodes';
    default:
      return String(detail[name] ?? 'unknown');
  }
}

function describeReason({ detail: { reason } }: Decision): string {
  return typeof reason === 'string' && reason !== '' ? `: ${reason.replace(/\.$/u, '')}` : '';
}
