import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { ShareAndroidIcon } from '@primer/octicons-react';
import { notify, notifyProblem } from '../components/notify.tsx';
import { saveDocumentAs } from '../components/save-document-as.ts';

interface Props {
  readonly links: readonly { readonly label: string; readonly path: string }[];
  /** API path of the document, which serves each format by content negotiation. */
  readonly path: string;
  readonly name: string;
}

export function ShareMenu({ links, path, name }: Props) {
  const clipboard = useClipboard();
  const copy = (to: string) => {
    clipboard.copy(new URL(to, window.location.href).href);
    notify({ message: 'Link copied.' });
  };
  const save = (type: string, extension: string) =>
    saveDocumentAs(path, type, `${name}.${extension}`).catch(notifyProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" className="not-printed" leftSection={<ShareAndroidIcon size={16} aria-hidden />}>
          Share
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ label, path: to }) => (
          <Menu.Item key={to} onClick={() => copy(to)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => save('text/markdown', 'md')}>Save as Markdown</Menu.Item>
        <Menu.Item onClick={() => save('text/html', 'html')}>Save as HTML</Menu.Item>
        <Menu.Item onClick={() => window.print()}>Print</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
