import { Fragment } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { describeDigestChanges } from './describe-digest-news.ts';

type Digest = Pick<Schemas['ListedDigest'], 'changes' | 'news' | 'fixes'>;

const kinds = [
  ['new', 'New'],
  ['returned', 'Returned'],
] as const;

/** Names the new and the returned patterns with a link each, and counts what else changed. */
export function DigestNews({ digest: { changes, news, fixes } }: { readonly digest: Digest }) {
  const more = changes.new + changes.returned - news.length;
  const named = kinds.filter(([kind]) => news.some(({ change }) => change === kind));
  const others = describeDigestChanges({ changes: { ...changes, new: 0, returned: 0 }, fixes });
  if (named.length === 0) return others === '' ? 'No new or returning patterns.' : others;
  return (
    <>
      {named.map(([kind, label], at) => (
        <Fragment key={kind}>
          {at > 0 && ' · '}
          {label}: <PatternLinks patterns={news.filter(({ change }) => change === kind)} />
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
      {others !== '' && ` · ${others}`}
    </>
  );
}

function PatternLinks({ patterns }: { readonly patterns: Digest['news'] }) {
  return patterns.map(({ patternId, name }, at) => (
    <Fragment key={patternId}>
      {at > 0 && ', '}
      <TextLink to="/patterns/$patternId" params={{ patternId }}>
        {name}
      </TextLink>
    </Fragment>
  ));
}
