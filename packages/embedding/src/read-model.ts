import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@refrain/domain';

/** A sentence model in the layout of Hugging Face. */
export interface EmbeddingModel {
  /** Name of the folder, such as `all-MiniLM-L6-v2` */
  readonly name: string;
  /** Digest of the files and of the way in which this package uses them. Vectors are comparable only within one digest. */
  readonly digest: string;
  readonly onnxFile: string;
  readonly tokenizerFile: string;
}

/** Paths of the model file in the order of preference. Quantised models are a quarter as large and twice as fast. */
const onnxFiles = ['onnx/model_quantized.onnx', 'onnx/model.onnx', 'model.onnx'];
/** Increase this number when the same text gets another vector, for example because of another limit of tokens. */
const usage = 1;

/**
 * Reads the digest of the sentence model in a folder.
 * @throws {AppError} `misconfigured` if the folder has no model
 */
export async function readModel(folder: string): Promise<EmbeddingModel> {
  const tokenizerFile = join(folder, 'tokenizer.json');
  const tokenizer = await readIfPresent(tokenizerFile);
  for (const name of onnxFiles) {
    const onnxFile = join(folder, name);
    const onnx = await readIfPresent(onnxFile);
    if (onnx === null || tokenizer === null) continue;
    const digest = createHash('sha256').update(`${usage}\n`).update(onnx).update(tokenizer).digest('hex').slice(0, 32);
    return { name: basename(folder), digest, onnxFile, tokenizerFile };
  }
  throw new AppError(
    'misconfigured',
    `The folder ${folder} has no sentence model: it needs tokenizer.json and one of ${onnxFiles.join(', ')}. ` +
      'Set REFRAIN_EMBEDDING_MODEL to the folder of a model, or to none.',
  );
}

async function readIfPresent(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}
