import { PbfWriter } from 'pbf';

/** Element types of ONNX tensors, numbered as in `TensorProto.DataType` of onnx.proto. */
export const elementTypes = { float: 1, uint8: 2, int64: 7 } as const;
export type ElementType = (typeof elementTypes)[keyof typeof elementTypes];

type Attribute = number | readonly number[] | { readonly float: number };

interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

interface OnnxTensor {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** The elements in little-endian byte order. */
  readonly bytes: Uint8Array;
}

/** An input or output of the model. A dimension with a name instead of a size may differ from call to call. */
export interface OnnxPort {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

/** Versions of the file format and of the operators. Operator set 17 introduced `LayerNormalization`. */
const versions = { format: 8, operators: 17 } as const;
/** Types of attributes, numbered as in `AttributeProto.AttributeType` of onnx.proto. */
const attributeTypes = { float: 1, int: 2, ints: 7 } as const;

/** Creates an empty graph of operators, which grows by its methods and is encoded at the end. */
export function createOnnxGraph() {
  const nodes: OnnxNode[] = [];
  const tensors: OnnxTensor[] = [];

  function addTensor(name: string, type: ElementType, shape: readonly number[], bytes: Uint8Array): string {
    tensors.push({ name, type, shape, bytes });
    return name;
  }

  /** Adds an operator with several outputs, and returns their names. */
  function addOperator(
    operator: string,
    inputs: readonly string[],
    attributes: OnnxNode['attributes'] = {},
    outputCount = 1,
  ): string[] {
    const outputs = Array.from({ length: outputCount }, (_, at) => `${operator}-${nodes.length}-${at}`);
    nodes.push({ operator, inputs, outputs, attributes });
    return outputs;
  }

  return {
    addTensor,
    addFloats: (name: string, values: readonly number[], shape: readonly number[] = [values.length]) =>
      addTensor(name, elementTypes.float, shape, toBytes(Float32Array.from(values))),
    addIntegers: (name: string, values: readonly number[], shape: readonly number[] = [values.length]) =>
      addTensor(name, elementTypes.int64, shape, toBytes(BigInt64Array.from(values, BigInt))),
    addOperator,
    /** Adds an operator with one output, and returns its name. */
    add: (operator: string, inputs: readonly string[], attributes: OnnxNode['attributes'] = {}): string =>
      addOperator(operator, inputs, attributes)[0] as string,
    /** Returns the model in the format of onnx.proto. */
    encode(inputs: readonly OnnxPort[], output: OnnxPort, result: string): Uint8Array {
      const identity = { operator: 'Identity', inputs: [result], outputs: [output.name], attributes: {} };
      const writer = new PbfWriter();
      writer.writeVarintField(1, versions.format);
      writer.writeMessage(7, writeGraph, { nodes: [...nodes, identity], tensors, inputs, output });
      writer.writeMessage(8, (version, message) => message.writeVarintField(2, version), versions.operators);
      return writer.finish();
    },
  };
}

export type OnnxGraph = ReturnType<typeof createOnnxGraph>;

function toBytes({ buffer, byteOffset, byteLength }: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

interface WholeGraph {
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
  readonly inputs: readonly OnnxPort[];
  readonly output: OnnxPort;
}

// The numbers below are the field numbers of onnx.proto.
function writeGraph({ nodes, tensors, inputs, output }: WholeGraph, writer: PbfWriter): void {
  for (const node of nodes) writer.writeMessage(1, writeNode, node);
  writer.writeStringField(2, 'sentence-encoder');
  for (const tensor of tensors) writer.writeMessage(5, writeTensor, tensor);
  for (const input of inputs) writer.writeMessage(11, writePort, input);
  writer.writeMessage(12, writePort, output);
}

function writeNode({ operator, inputs, outputs, attributes }: OnnxNode, writer: PbfWriter): void {
  for (const input of inputs) writer.writeStringField(1, input);
  for (const output of outputs) writer.writeStringField(2, output);
  writer.writeStringField(4, operator);
  for (const attribute of Object.entries(attributes)) writer.writeMessage(5, writeAttribute, attribute);
}

function writeAttribute([name, value]: readonly [string, Attribute], writer: PbfWriter): void {
  writer.writeStringField(1, name);
  if (typeof value === 'number') {
    writer.writeVarintField(3, value);
    writer.writeVarintField(20, attributeTypes.int);
  } else if ('float' in value) {
    writer.writeFloatField(2, value.float);
    writer.writeVarintField(20, attributeTypes.float);
  } else {
    for (const one of value) writer.writeVarintField(8, one);
    writer.writeVarintField(20, attributeTypes.ints);
  }
}

function writeTensor({ name, type, shape, bytes }: OnnxTensor, writer: PbfWriter): void {
  for (const size of shape) writer.writeVarintField(1, size);
  writer.writeVarintField(2, type);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, bytes);
}

function writePort({ name, type, shape }: OnnxPort, writer: PbfWriter): void {
  writer.writeStringField(1, name);
  writer.writeMessage(2, (port, message) => message.writeMessage(1, writeTensorType, port), { type, shape });
}

function writeTensorType({ type, shape }: Omit<OnnxPort, 'name'>, writer: PbfWriter): void {
  writer.writeVarintField(1, type);
  writer.writeMessage(
    2,
    (sizes, message) => {
      for (const size of sizes) message.writeMessage(1, writeSize, size);
    },
    shape,
  );
}

function writeSize(size: number | string, writer: PbfWriter): void {
  if (typeof size === 'string') writer.writeStringField(2, size);
  else writer.writeVarintField(1, size);
}
