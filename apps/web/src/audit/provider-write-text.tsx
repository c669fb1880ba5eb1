import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { describeWriter, describeWriteTarget, providerWriteVerbs } from '../labels/audit-labels.ts';
import { capitalise } from '../labels/format.ts';

/** A write as a sentence: “The policy opened issue #12 in acme/api for “Pool exhausted”: 3 episodes in the last 90 days.” */
export function ProviderWriteText({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { action, by, why, url, pattern } = write;
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {capitalise(describeWriter(by))} {describeVerb(write)}{' '}
      <ExternalLink url={url}>{describeWriteTarget(write)}</ExternalLink>
      {pattern !== null && (
        <>
          {action === 'open_issue' ? ' for ' : ', the issue of '}
          <TextLink to="/patterns/$patternId" params={{ patternId: pattern.id }}>
            “{pattern.name}”
          </TextLink>
        </>
      )}
      : {why.replace(/\.$/u, '')}.
    </Text>
  );
}

/** A write that was not sent, or that failed, did not happen. */
function describeVerb({ action, state }: Schemas['ProviderWrite']): string {
  const verb = providerWriteVerbs[action];
  if (state === 'planned') return `would have ${verb}`;
  return state === 'refused' ? `tried, but failed: it would have ${verb}` : verb;
}
