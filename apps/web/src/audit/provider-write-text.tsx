import { Text } from '@mantine/core';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink, TextLink } from '../components/links.tsx';
import { describeWriter, providerWriteVerbs } from '../labels/audit-labels.ts';
import { capitalise } from '../labels/format.ts';

/** A write as a sentence: “The policy opened issue #12 in acme/api for “Pool exhausted”: 3 episodes in the last 90 days.” */
export function ProviderWriteText({ write }: { readonly write: Schemas['ProviderWrite'] }) {
  const { action, by, why, url, pattern } = write;
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {capitalise(describeWriter(by))} {describeVerb(write)}{' '}
      <ExternalLink url={url}>{describeTarget(write)}</ExternalLink>
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

/** The number of a new issue is known only from its URL. */
function describeTarget({ action, target, url }: Schemas['ProviderWrite']): string {
  const number = action === 'open_issue' ? /\/issues\/(\d+)$/u.exec(url ?? '')?.[1] : undefined;
  if (action !== 'open_issue') return target;
  return number === undefined ? `an issue in ${target}` : `issue #${number} in ${target}`;
}
