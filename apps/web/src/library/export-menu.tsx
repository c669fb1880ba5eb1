import { Button, Menu } from '@mantine/core';
import { DownloadIcon } from '@primer/octicons-react';
import { useMutation } from '@tanstack/react-query';
import { api, type Schemas } from '../api/refrain.ts';
import { notify, notifyProblem } from '../components/notify.tsx';
import { saveFile } from '../components/save-document-as.ts';
import { count } from '../labels/format.ts';
import type { LibrarySearchParameters } from '../list/search-parameters.ts';
import { joinMarkdownFiles } from './join-markdown-files.ts';
import { toLibraryQuery } from './to-library-query.ts';

type Files = readonly Schemas['FailureLibraryFile'][];

const formats = {
  markdown: (files: Files) =>
    saveFile(new Blob([joinMarkdownFiles(files)], { type: 'text/markdown' }), 'failure-library.md'),
  json: (files: Files) =>
    saveFile(new Blob([JSON.stringify(files, null, 2)], { type: 'application/json' }), 'failure-library.json'),
};

export function ExportMenu({ filter }: { readonly filter: LibrarySearchParameters }) {
  const save = useMutation({
    async mutationFn(write: (files: Files) => void | Promise<void>) {
      const { data } = await api.GET('/v1/library/files', { params: { query: toLibraryQuery(filter) } });
      if (data) await write(data.items);
    },
    onError: notifyProblem,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" loading={save.isPending} leftSection={<DownloadIcon size={16} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.mutate(formats.markdown)}>Single Markdown file</Menu.Item>
        {canSaveFolder() && (
          <Menu.Item
            onClick={async () => {
              // The folder is chosen before the request, because browsers open a dialog only shortly after a click.
              const write = await saveFolder().catch(notifyProblem);
              if (write)
                save.mutate(async (files) => {
                  await write(files);
                  notify({ message: `${count(files.length, 'file')} saved.` });
                });
            }}
          >
            Folder of Markdown files, for a repository
          </Menu.Item>
        )}
        <Menu.Item onClick={() => save.mutate(formats.json)}>JSON</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/**
 * `showDirectoryPicker` is missing in some browsers and in TypeScript's types:
 * https://developer.mozilla.org/docs/Web/API/Window/showDirectoryPicker
 */
interface FolderPicker {
  showDirectoryPicker?(options: { readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

function canSaveFolder(): boolean {
  return (window as FolderPicker).showDirectoryPicker !== undefined;
}

async function saveFolder() {
  const folder = await choose();
  if (folder === null) return null;
  return async (files: readonly Schemas['FailureLibraryFile'][]) => {
    for (const { path, content } of files) {
      const parts = path.split('/');
      let at = folder;
      for (const name of parts.slice(0, -1)) at = await at.getDirectoryHandle(name, { create: true });
      const file = await (await at.getFileHandle(parts.at(-1) ?? path, { create: true })).createWritable();
      await file.write(content);
      await file.close();
    }
  };
}

async function choose(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (window as FolderPicker).showDirectoryPicker?.({ mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
