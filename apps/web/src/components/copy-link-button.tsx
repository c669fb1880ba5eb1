import { Button, CopyButton } from '@mantine/core';
import { CheckIcon, LinkIcon } from '@primer/octicons-react';

/** Copies the URL of the current page, which includes its filters. A phone has no room for it, and its browser shares the URL. */
export function CopyLinkButton() {
  return (
    <CopyButton value={window.location.href}>
      {({ copied, copy }) => {
        const Icon = copied ? CheckIcon : LinkIcon;
        return (
          <Button
            className="not-printed"
            visibleFrom="sm"
            variant="default"
            leftSection={<Icon size={16} aria-hidden />}
            aria-live="polite"
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy link'}
          </Button>
        );
      }}
    </CopyButton>
  );
}
