import { Anchor, type AnchorProps, Button, type ButtonProps, Text } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { toSafeUrl } from '../labels/format.ts';

/** A link within the app whose path and parameters the compiler checks. */
export const PageLink = createLink(Anchor<'a'>);

type Props = ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>;

/** A link to a page of the app within a text. */
export const TextLink = createLink((props: AnchorProps & Omit<ComponentProps<'a'>, keyof AnchorProps>) => (
  <Anchor inherit underline="always" {...props} />
));

/** A link within the app that looks like a button, and can still be opened in a new tab. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />);

interface ExternalLinkProps {
  readonly url: string | null;
  /** Links in tables are underlined only on hover, because a column of them is recognisable. */
  readonly underline?: 'always' | 'hover';
  readonly children: ReactNode;
}

/** Links to a provider's page in a new tab. Renders plain text if the URL is missing or unsafe. */
export function ExternalLink({ url, underline = 'always', children }: ExternalLinkProps) {
  const href = toSafeUrl(url);
  if (href === null)
    return (
      <Text span inherit>
        {children}
      </Text>
    );
  return (
    <Anchor inherit underline={underline} href={href} target="_blank" rel="noreferrer">
      {children}
    </Anchor>
  );
}
