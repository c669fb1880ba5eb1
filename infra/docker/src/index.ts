export { stageImage } from './stage-image.ts';
