/** What we use of it; the package brings no types. */
declare module 'fs-native-extensions' {
  const extensions: {
    /** Exchanges two paths in one step, as renameat2(2) and renamex_np(2) do. */
    swapSync(from: string, to: string): void;
  };
  export default extensions;
}
