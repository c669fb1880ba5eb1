import type { Schemas } from '../api/refrain.ts';

type Failure = Pick<Schemas['FailureResponse'], 'kind' | 'text' | 'statements' | 'changeAssessment' | 'resolution'>;

const sources: Readonly<Record<Schemas['FailureKind'], string>> = {
  incident: 'notes or a linked post-mortem',
  failed_deployment: 'the log or the pull request',
  reverted_change: 'the message of the revert',
};

/**
 * Says what is unknown about a failure and which texts would state it. Returns null if its cause or its resolution is known.
 * @param source the name of the provider; null for imported files
 */
export function describeMissingKnowledge(
  { kind, text, statements, changeAssessment, resolution }: Failure,
  source: string | null,
): string | null {
  const { rootCause, mechanism, trigger } = statements;
  const knowsCause =
    rootCause !== null || mechanism !== null || trigger !== null || changeAssessment?.verdict === 'change';
  const knowsResolution = resolution !== null || changeAssessment?.resolvedBy.kind === 'manual';
  if (knowsCause || knowsResolution) return null;
  const where = `${sources[kind]}${source === null ? '' : ` in ${source}`}`;
  return text.trim() === ''
    ? `Only the title and the times are known. The cause and the resolution would be stated in ${where}.`
    : `The text states neither a cause nor a resolution. They would be stated in ${where}.`;
}
