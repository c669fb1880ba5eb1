/** The part of the library without Redis, which the throttling plugin itself uses; it comes without types of its own. */
declare module 'bottleneck/light.js' {
  import Bottleneck from 'bottleneck';

  // biome-ignore lint/style/noDefaultExport: this is how the library exports it
  export default Bottleneck;
}
