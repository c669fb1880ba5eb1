import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { toSafeUrl } from '../labels/to-safe-url.ts';

/** Links to a provider's page in a new tab. Renders plain text if the URL is missing or unsafe. */
export function ExternalLink({ url, children }: { readonly url: string | null; readonly children: ReactNode }) {
  const href = toSafeUrl(url);
  if (href === null)
    return (
      <Text span inherit>
        {children}
      </Text>
    );
  return (
    <Anchor inherit underline="always" href={href} target="_blank" rel="noreferrer">
      {children}
    </Anchor>
  );
}
