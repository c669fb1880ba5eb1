import { readFile } from 'node:fs/promises';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { EmbeddingModel } from './read-model.ts';

/** Maximum number of tokens of a text; the rest is ignored. A passage of 100 English words has about 140 tokens. */
const maxTokens = 256;
/** Component with the largest absolute value after quantisation */
const maxComponent = 127;

/**
 * Loads a model, and returns a function that computes the vector of a text. The vector is quantised to bytes with a
 * scale of its own, so only its direction has a meaning. Each text is computed alone, because the scales of a
 * quantised model depend on all texts of a batch.
 */
export async function openModel({ onnxFile, tokenizerFile }: Pick<EmbeddingModel, 'onnxFile' | 'tokenizerFile'>) {
  const tokenizer = new Tokenizer(JSON.parse(await readFile(tokenizerFile, 'utf8')), {});
  const session = await InferenceSession.create(onnxFile, { intraOpNumThreads: 1, interOpNumThreads: 1 });

  return async (text: string): Promise<Int8Array> => {
    const ids = tokenizer.encode(text).ids;
    // Keeps the last token, which marks the end of the text.
    const used = ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ids.at(-1) ?? 0];
    const shape = [1, used.length];
    const inputs: Record<string, Tensor> = {
      input_ids: new Tensor('int64', BigInt64Array.from(used, BigInt), shape),
      attention_mask: new Tensor('int64', new BigInt64Array(used.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(used.length), shape),
    };
    const outputs = await session.run(
      Object.fromEntries(session.inputNames.map((name) => [name, inputs[name] as Tensor])),
    );
    const output = outputs[
      session.outputNames.includes('sentence_embedding') ? 'sentence_embedding' : (session.outputNames[0] as string)
    ] as Tensor;
    return quantise(averageRows(output.data as Float32Array, output.dims.at(-1) as number));
  };
}

/** Returns the mean of the rows of a matrix, as sentence-transformers models pool the vectors of their tokens. */
function averageRows(values: Float32Array, length: number): Float64Array {
  const mean = new Float64Array(length);
  for (let at = 0; at < values.length; at++) {
    const column = at % length;
    mean[column] = (mean[column] as number) + (values[at] as number);
  }
  return mean;
}

function quantise(vector: Float64Array): Int8Array {
  const largest = vector.reduce((max, value) => Math.max(max, Math.abs(value)), Number.MIN_VALUE);
  return Int8Array.from(vector, (value) => Math.round((maxComponent * value) / largest));
}
