export { copyImageFiles } from './copy-image-files.ts';
