import type { Schemas } from '../api/refrain.ts';

/**
 * `showDirectoryPicker` is missing in some browsers and in TypeScript's types:
 * https://developer.mozilla.org/docs/Web/API/Window/showDirectoryPicker
 */
interface FolderPicker {
  showDirectoryPicker?(options: { readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

export function canSaveFolder(): boolean {
  return (window as FolderPicker).showDirectoryPicker !== undefined;
}

export async function saveFolder() {
  const folder = await choose();
  if (folder === null) return null;
  return async (files: readonly Schemas['LibraryFile'][]) => {
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
