import type { Schemas } from '../api/refrain.ts';
import { describeDecider, providerNames } from '../labels/audit-labels.ts';
import {
  correctionPhrases,
  decisionPhrases,
  undoneImprovementPhrases,
  undonePhrases,
  userPhrases,
} from '../labels/decision-phrases.ts';
import { causeLabels, statementKindLabels, triggerLabels } from '../labels/domain-labels.ts';
import { capitalise, count } from '../labels/format.ts';
import { formatTemplate } from '../labels/format-template.ts';

type Decision = Schemas['Decision'];
export type Mention = Schemas['DecisionMention'];
/** A piece of a sentence: text, or an object with its name. */
export type SentencePart = string | Mention;

/** Writes a decision as a sentence: “The policy approved the fix for “Pool exhausted”.” */
export function toSentence(decision: Decision): readonly SentencePart[] {
  const phrase = findPhrase(decision);
  const parts = phrase.split(/(\{\w+\})/u).filter((part) => part !== '');
  return [
    `${capitalise(describeDecider(decision.by))} `,
    ...parts.map((part) => (part.startsWith('{') ? resolve(part.slice(1, -1), decision) : part)),
    '.',
  ];
}

function findPhrase(decision: Decision): string {
  const { operation, detail, what } = decision;
  const correction = operation.endsWith('Correction') || operation.endsWith('CorrectionSet');
  if (!correction)
    return (
      findUserPhrase(detail) ??
      (operation === 'undoImprovementDecision' ? undoneImprovementPhrases[String(detail['undone'])] : undefined) ??
      decisionPhrases[operation] ??
      `made a change: ${what}`
    );
  const name = findCorrection(detail);
  const phrase = correctionPhrases[name === 'split' ? findSplit(decision) : name] ?? 'made a correction';
  return operation.startsWith('remove') ? (undonePhrases[name] ?? `undid a decision: ${phrase}`) : phrase;
}

/** Distinguishes the split of a single episode, which may leave it in no pattern, or in one that existed before. */
function findSplit({ mentions, detail }: Decision): string {
  const isOne = detail['episodes'] === 1 && mentions.some(({ kind }) => kind === 'failure');
  if (isOne) return findPatternSince(mentions, detail) === undefined ? 'split_one' : 'split_one_into';
  return findNewPattern(mentions, detail) === undefined ? 'split' : 'split_into';
}

/** Returns the phrase of a decision about a user that has several forms; null for any other decision. */
function findUserPhrase({ user, role, name, isDisabled, link }: Decision['detail']): string | null {
  if (user === undefined) return null;
  if (link === 'invitation') return userPhrases.invitation;
  if (isDisabled === 'false → true') return userPhrases.deactivated;
  if (isDisabled === 'true → false') return userPhrases.reactivated;
  if (role !== undefined) return userPhrases.role;
  return name === undefined ? null : userPhrases.name;
}

function findCorrection({
  action,
  kind,
  type,
  right,
  areFailures,
  cause,
  trigger,
  mechanism,
}: Decision['detail']): string {
  if (typeof action === 'string') return action;
  switch (kind) {
    case 'title_template':
      return typeof areFailures === 'boolean' ? (areFailures ? 'failures' : 'routine') : kind;
    case 'pattern':
      return right === true ? 'confirm' : 'dismiss';
    case 'cause':
      if (cause === undefined) return 'trigger';
      return trigger === undefined ? 'cause' : 'cause_and_trigger';
    case 'statement':
      return mechanism === undefined ? 'statement' : 'mechanism';
    case 'link':
      return `${right === true ? '' : 'not_'}${String(type)}`;
    default:
      return typeof kind === 'string' ? kind : 'several';
  }
}

function resolve(name: string, { mentions, detail }: Decision): SentencePart {
  const ofKind = (kind: string) => mentions.find((mention) => mention.kind === kind);
  switch (name) {
    case 'pattern':
      return mentions.find(({ id }) => id === detail['patternId']) ?? ofKind('pattern') ?? 'a former pattern';
    case 'other':
      return mentions.find(({ id }) => id === detail['otherPatternId']) ?? 'another pattern';
    case 'new':
      return findNewPattern(mentions, detail) ?? 'another pattern';
    case 'renamed': {
      const renamed = ofKind('pattern');
      return renamed === undefined
        ? `“${detail['name']}”`
        : { ...renamed, name: String(detail['name'] ?? renamed.name) };
    }
    case 'cause':
      return labelOf(causeLabels, detail['cause']);
    case 'trigger':
      return labelOf(triggerLabels, detail['trigger']);
    case 'statement':
      return labelOf(statementKindLabels, detail['statement']);
    case 'subject':
      return ofKind('pattern') ?? ofKind('failure') ?? 'a former pattern';
    case 'failure':
      return ofKind('failure') ?? 'a failure';
    case 'improvement':
      return ofKind('improvement') ?? 'a former pattern';
    case 'template':
      return formatTemplate(String(detail['template']));
    case 'connection':
      return ofKind('connection') ?? 'a former connection';
    case 'catalogue_entry':
      return ofKind('catalogue_entry') ?? 'that was deleted';
    case 'provider':
      return labelOf(providerNames, detail['provider']);
    case 'role':
      return detail['role'] === 'admin' ? 'an admin' : `a ${String(detail['role'])}`;
    case 'episodes':
      return typeof detail['episodes'] === 'number' ? count(detail['episodes'], 'episode') : 'episodes';
    default:
      return String(detail[name] ?? 'unknown');
  }
}

/** Returns the pattern to which a split moved its episodes; its name at the time of the decision after the split was undone. */
function findNewPattern(mentions: readonly Mention[], detail: Decision['detail']): SentencePart | undefined {
  const { name } = detail;
  return findPatternSince(mentions, detail) ?? (typeof name === 'string' ? `“${name}”` : undefined);
}

/** Returns the pattern in which the episodes of a split are now; undefined if it is none or still the same. */
function findPatternSince(mentions: readonly Mention[], { patternId }: Decision['detail']): Mention | undefined {
  return mentions.find((mention) => mention.kind === 'pattern' && mention.id !== patternId);
}

function labelOf(labels: Readonly<Record<string, string>>, value: unknown): string {
  return labels[String(value)] ?? String(value);
}

/** Returns the reason of a decision, as a sentence; null if none was given. */
export function readReason({ detail: { reason } }: Pick<Decision, 'detail'>): string | null {
  return typeof reason === 'string' && reason !== '' ? `${reason.replace(/\.$/u, '')}.` : null;
}
