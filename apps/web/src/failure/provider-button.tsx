import { Button } from '@mantine/core';
import { LinkExternalIcon } from '@primer/octicons-react';
import { refrain, type Schemas } from '../api/refrain.ts';
import { useFindProvider } from '../api/use-providers.ts';
import { toSafeUrl } from '../labels/to-safe-url.ts';

export function ProviderButton({ failure: { url, connectionId } }: { readonly failure: Schemas['FailureResponse'] }) {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const provider = connections.data?.items.find(({ id }) => id === connectionId)?.provider;
  const found = provider === undefined ? null : findProvider(provider);
  const href = toSafeUrl(url);
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
      {found === null || found.kind === 'files' ? 'Open its page' : `Open in ${found.name}`}
    </Button>
  );
}
