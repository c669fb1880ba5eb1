import { z } from 'zod';
import { createOnnxGraph, elementTypes, type OnnxGraph } from './onnx-model.ts';

const quantization = z.object({ dtype: z.literal('uint8'), min: z.number(), scale: z.number() });

/** The part of a TensorFlow.js `model.json` that describes the weights. */
export const TensorFlowModel = z.object({
  weightsManifest: z.tuple([
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int()),
          dtype: z.enum(['float32', 'int32']),
          quantization: quantization.optional(),
        }),
      ),
    }),
  ]),
});
export type TensorFlowModel = z.infer<typeof TensorFlowModel>;

/** Weights that are quantised to bytes: a byte `b` stands for `min + scale · b`. */
interface QuantisedWeights {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
  readonly min: number;
  readonly scale: number;
}

/** Dimensions of all-MiniLM-L6-v2, as its model card on Hugging Face states them. */
const architecture = { layers: 6, heads: 12, headSize: 32, vectorLength: 384 } as const;
const normEpsilon = 1e-12;
/** Is added to the attention scores of padding, which makes their softmax 0. */
const paddingScore = -10_000;

const names = {
  words: 'unknown',
  positions: 'unknown_0',
  segments: 'unknown_1',
  embeddingNorm: 'tf_bert_model/bert/embeddings/LayerNorm',
  layer: (number: number) => `tf_bert_model/bert/encoder/layer_._${number}`,
};

/**
 * Converts the weights of all-MiniLM-L6-v2 from TensorFlow.js to ONNX, and returns the ONNX file. The weights stay
 * quantised, and layers with quantised weights also compute with bytes.
 * @param bytes the content of the weights file
 */
export function convertModel(model: TensorFlowModel, bytes: Uint8Array): Uint8Array {
  const weights = readWeights(model, bytes);
  const graph = createOnnxGraph();
  const encoder = createLayers(graph, weights);
  const { heads, headSize, vectorLength } = architecture;

  const length = graph.add('Gather', [graph.add('Shape', ['input_ids']), graph.addIntegers('lengthAxis', [1], [])]);
  const positions = graph.add('Range', [
    graph.addIntegers('firstPosition', [0], []),
    length,
    graph.addIntegers('positionStep', [1], []),
  ]);
  const embedded = graph.add('Add', [
    graph.add('Add', [encoder.look(names.words, 'input_ids'), encoder.look(names.positions, positions)]),
    encoder.look(names.segments, 'token_type_ids'),
  ]);
  const mask = graph.add('Unsqueeze', [
    graph.add('Cast', ['attention_mask'], { to: elementTypes.float }),
    graph.addIntegers('maskAxes', [1, 2]),
  ]);
  const maskScores = graph.add('Mul', [
    graph.add('Sub', [graph.addFloats('one', [1], []), mask]),
    graph.addFloats('paddingScore', [paddingScore], []),
  ]);
  const constants = {
    maskScores,
    split: graph.addIntegers('splitShape', [0, 0, heads, headSize]),
    join: graph.addIntegers('joinShape', [0, 0, heads * headSize]),
    scale: graph.addFloats('attentionScale', [1 / Math.sqrt(headSize)], []),
    root: graph.addFloats('rootOfTwo', [Math.SQRT2], []),
    half: graph.addFloats('half', [0.5], []),
    one: 'one',
  };
  let state = encoder.normalise(embedded, names.embeddingNorm);
  for (let number = 0; number < architecture.layers; number++)
    state = addLayer(graph, encoder, constants, names.layer(number), state);

  const port = (name: string) => ({ name, type: elementTypes.int64, shape: ['batch', 'length'] });
  return graph.encode(
    ['input_ids', 'attention_mask', 'token_type_ids'].map(port),
    { name: 'last_hidden_state', type: elementTypes.float, shape: ['batch', 'length', vectorLength] },
    state,
  );
}

type Constants = Readonly<Record<'maskScores' | 'split' | 'join' | 'scale' | 'root' | 'half' | 'one', string>>;

/** Adds a layer of the transformer (Devlin et al. 2019, "BERT"): self-attention, then two dense layers. */
function addLayer(graph: OnnxGraph, encoder: Layers, constants: Constants, path: string, input: string): string {
  const { maskScores, split, join, scale, root, half, one } = constants;
  const project = (name: string, order: readonly number[]) =>
    graph.add('Transpose', [graph.add('Reshape', [encoder.multiply(input, `${path}/attention/self/${name}`), split])], {
      perm: order,
    });
  const scores = graph.add('MatMul', [project('query', [0, 2, 1, 3]), project('key', [0, 2, 3, 1])]);
  const attention = graph.add('Softmax', [graph.add('Add', [graph.add('Mul', [scores, scale]), maskScores])], {
    axis: 3,
  });
  const context = graph.add('Transpose', [graph.add('MatMul', [attention, project('value', [0, 2, 1, 3])])], {
    perm: [0, 2, 1, 3],
  });
  const joined = encoder.multiply(graph.add('Reshape', [context, join]), `${path}/attention/output/dense`);
  const attended = encoder.normalise(graph.add('Add', [joined, input]), `${path}/attention/output/LayerNorm`);
  const inner = encoder.multiply(attended, `${path}/intermediate/dense`);
  const bell = graph.add('Add', [graph.add('Erf', [graph.add('Div', [inner, root])]), one]);
  const activated = graph.add('Mul', [graph.add('Mul', [inner, bell]), half]);
  const output = encoder.multiply(activated, `${path}/output/dense`);
  return encoder.normalise(graph.add('Add', [output, attended]), `${path}/output/LayerNorm`);
}

type Layers = ReturnType<typeof createLayers>;

/** Returns functions that add the operators of a layer, each with the layer's weights. */
function createLayers(graph: OnnxGraph, weights: ReadonlyMap<string, QuantisedWeights>) {
  function find(name: string): QuantisedWeights {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`The model has no weights with the name ${name}.`);
    return found;
  }
  function addQuantised(name: string) {
    const { shape, bytes, min, scale } = find(name);
    return {
      bytes: graph.addTensor(`${name}/bytes`, elementTypes.uint8, shape, bytes),
      scale: graph.addFloats(`${name}/scale`, [scale], []),
      zero: graph.addTensor(`${name}/zero`, elementTypes.uint8, [], Uint8Array.of(Math.round(-min / scale))),
    };
  }
  /** Adds a vector as numbers. It is too short for bytes to save memory. */
  function addVector(name: string): string {
    const { shape, bytes, min, scale } = find(name);
    return graph.addFloats(
      name,
      Array.from(bytes, (byte) => min + scale * byte),
      shape,
    );
  }
  return {
    /** Looks up rows of a table by their numbers. */
    look(table: string, numbers: string): string {
      const { bytes, scale, zero } = addQuantised(table);
      return graph.add('DequantizeLinear', [graph.add('Gather', [bytes, numbers]), scale, zero]);
    },
    /** Multiplies by a matrix of bytes and adds a bias. The input is quantised too, with a scale of its own. */
    multiply(input: string, path: string): string {
      const matrix = addQuantised(`${path}/Tensordot`);
      const [bytes, scale, zero] = graph.addOperator('DynamicQuantizeLinear', [input], {}, 3) as [
        string,
        string,
        string,
      ];
      const product = graph.add('MatMulInteger', [bytes, matrix.bytes, zero, matrix.zero]);
      const scaled = graph.add('Mul', [
        graph.add('Cast', [product], { to: elementTypes.float }),
        graph.add('Mul', [scale, matrix.scale]),
      ]);
      return graph.add('Add', [scaled, addVector(`${path}/BiasAdd`)]);
    },
    normalise: (input: string, path: string): string =>
      graph.add('LayerNormalization', [input, addVector(`${path}/batchnorm/mul`), addVector(`${path}/batchnorm`)], {
        axis: 2,
        epsilon: { float: normEpsilon },
      }),
  };
}

/** Returns the quantised weights by name, without the parts of the names that are the same for all. */
function readWeights({ weightsManifest: [manifest] }: TensorFlowModel, bytes: Uint8Array) {
  const found = new Map<string, QuantisedWeights>();
  let start = 0;
  for (const { name, shape, dtype, quantization } of manifest.weights) {
    const count = shape.reduce((product, size) => product * size, 1);
    const end = start + count * (quantization === undefined ? Float32Array.BYTES_PER_ELEMENT : 1);
    if (quantization !== undefined && dtype === 'float32') {
      const { min, scale } = quantization;
      const short = name.replace('StatefulPartitionedCall/model/', '').replace('/ReadVariableOp', '');
      found.set(short, { shape, bytes: bytes.subarray(start, end), min, scale });
    }
    start = end;
  }
  if (start !== bytes.length)
    throw new Error(`The weights file has ${bytes.length} bytes, but model.json describes ${start}.`);
  return found;
}
