import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconShare } from '@tabler/icons-react';
import type { Schemas } from '../api/refrain.ts';
import { saveAs } from '../parts/save-as.ts';
import { tell, tellProblem } from '../parts/tell.tsx';

/** Takes the report along: as a link, as a file, on paper. What is shared is this snapshot, which stays as it is. */
export function ShareMenu({ stored }: { readonly stored: Schemas['StoredReport'] }) {
  const clipboard = useClipboard();
  const { id, patternId } = stored;
  const copy = (path: string) => {
    clipboard.copy(new URL(path, window.location.href).href);
    tell({ message: 'The link is copied.' });
  };
  const save = (type: string, ending: string) =>
    saveAs(`/v1/reports/${encodeURIComponent(id)}`, type, `${stored.report.pattern.name}.${ending}`).catch(tellProblem);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconShare size={16} aria-hidden />}>
          Share
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => copy(`/patterns/${encodeURIComponent(patternId)}`)}>Copy the link</Menu.Item>
        <Menu.Item onClick={() => copy(`/patterns/${encodeURIComponent(patternId)}?report=${encodeURIComponent(id)}`)}>
          Copy the link to this snapshot
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => save('text/markdown', 'md')}>Save as Markdown</Menu.Item>
        <Menu.Item onClick={() => save('text/html', 'html')}>Save as HTML</Menu.Item>
        <Menu.Item onClick={() => window.print()}>Print</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
