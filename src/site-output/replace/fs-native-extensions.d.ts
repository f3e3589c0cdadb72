/** The part that we use; the package has no types. */
declare module 'fs-native-extensions' {
  const extensions: {
    /** Exchanges two paths atomically, by renameat2(2) or renamex_np(2). */
    swapSync(from: string, to: string): void;
  };
  export default extensions;
}
