import { Button } from '@mantine/core';
import { LinkExternalIcon } from '@primer/octicons-react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { providerWords } from '../words/design-words.ts';
import { safeUrl } from '../words/safe-url.ts';

/** To where it comes from; nothing where that has no address. */
export function ProviderButton({ failure: { url, connectionId } }: { readonly failure: Schemas['FailureAnswer'] }) {
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const provider = connections.data?.items.find(({ id }) => id === connectionId)?.provider;
  const href = safeUrl(url);
  if (href === null) return null;
  return (
    <Button
      component="a"
      variant="default"
      href={href}
      target="_blank"
      rel="noreferrer"
      leftSection={<LinkExternalIcon size={16} aria-hidden />}
    >
      {provider === undefined || provider === 'archive' ? 'Open its page' : `Open in ${providerWords[provider]}`}
    </Button>
  );
}
