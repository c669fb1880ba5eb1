/** The package states that it has types, but its release does not contain them. It exports the types of onnxruntime-common. */
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}
